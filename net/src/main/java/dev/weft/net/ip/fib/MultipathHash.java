package dev.weft.net.ip.fib;

import dev.weft.net.ip.v4.Ip4Config;
import dev.weft.net.ip.v4.Ip4Global;

/// The hash by which the packets of a flow keep to one next hop (kernel: `fib_multipath_hash`).
///
/// `net.ipv4.fib_multipath_hash_policy` says what of a packet makes the flow: 0 the addresses, 1 protocol and ports
/// too, 2 as 0 (inner headers of tunnels are not looked at), 3 the `fib_multipath_hash_fields`.
public final class MultipathHash {
    private static final int FIELD_SOURCE = 1;
    private static final int FIELD_DESTINATION = 2;
    private static final int FIELD_PROTOCOL = 4;
    private static final int FIELD_SOURCE_PORT = 0x10;
    private static final int FIELD_DESTINATION_PORT = 0x20;
    private static final int ADDRESSES = FIELD_SOURCE | FIELD_DESTINATION;
    private static final int FIVE_TUPLE = ADDRESSES | FIELD_PROTOCOL | FIELD_SOURCE_PORT | FIELD_DESTINATION_PORT;

    private MultipathHash() {}

    /// @return 31 bits
    public static int of(Fib fib, Ip4Flow flow) {
        Ip4Config config = Ip4Config.of(fib.namespace());
        int fields = fields(config);
        int seed = config.get(Ip4Global.FIB_MULTIPATH_HASH_SEED);
        int hash = seed != 0 ? seed : fib.hashSeed();
        hash = mix(hash, (fields & FIELD_SOURCE) != 0 ? flow.source : 0);
        hash = mix(hash, (fields & FIELD_DESTINATION) != 0 ? flow.destination : 0);
        hash = mix(hash, (fields & FIELD_PROTOCOL) != 0 ? flow.protocol : 0);
        int ports = ((fields & FIELD_SOURCE_PORT) != 0 ? flow.sourcePort << 16 : 0)
                | ((fields & FIELD_DESTINATION_PORT) != 0 ? flow.destinationPort : 0);
        return finish(mix(hash, ports)) >>> 1;
    }

    /// Does the hash depend on more than the addresses?
    public static boolean needsPorts(Fib fib) {
        return (fields(Ip4Config.of(fib.namespace())) & ~ADDRESSES) != 0;
    }

    private static int fields(Ip4Config config) {
        return switch (config.get(Ip4Global.FIB_MULTIPATH_HASH_POLICY)) {
            case 1 -> FIVE_TUPLE;
            case 3 -> config.get(Ip4Global.FIB_MULTIPATH_HASH_FIELDS);
            default -> ADDRESSES;
        };
    }

    /// MurmurHash3's step and end, after Austin Appleby.
    private static int mix(int hash, int word) {
        int k = Integer.rotateLeft(word * 0xcc9e_2d51, 15) * 0x1b87_3593;
        return Integer.rotateLeft(hash ^ k, 13) * 5 + 0xe654_6b64;
    }

    private static int finish(int hash) {
        int h = (hash ^ hash >>> 16) * 0x85eb_ca6b;
        h = (h ^ h >>> 13) * 0xc2b2_ae35;
        return h ^ h >>> 16;
    }
}
