package dev.weft.net.netfilter.conntrack;

import dev.weft.core.wire.Icmp;
import dev.weft.core.wire.IpProtocol;

/// One direction of a connection in two words (kernel: `struct nf_conntrack_tuple`): both addresses, and a
/// key.
///
/// ```
///  63        48 47        32 31        16 15       8 7        0
/// | source port | dest. port |    zone    | protocol | family |
/// ```
/// For ICMP the ports are the identifier, and type and code. The family is never 0, so a key is not either.
/// Addresses of IPv6 would be numbers of interned ones.
public final class Tuples {
    /// Kernel: `AF_INET`.
    public static final int IPV4 = 2;

    private static final long LOW = 0xffff_ffffL;
    private static final long ZONE = 0xffff_0000L;

    /// The answer to each type of ICMP message, plus 1; 0 where there is none (kernel: `invmap`).
    private static final byte[] INVERSE = new byte[19];

    static {
        pair(Icmp.ECHO, Icmp.ECHO_REPLY);
        pair(Icmp.TIMESTAMP, Icmp.TIMESTAMP_REPLY);
        pair(15, 16); // information
        pair(Icmp.ADDRESS_MASK, Icmp.ADDRESS_MASK_REPLY);
    }

    private Tuples() {}

    private static void pair(int request, int reply) {
        INVERSE[request] = (byte) (reply + 1);
        INVERSE[reply] = (byte) (request + 1);
    }

    public static long addresses(int source, int destination) {
        return (long) source << 32 | destination & LOW;
    }

    public static int source(long addresses) {
        return (int) (addresses >>> 32);
    }

    public static int destination(long addresses) {
        return (int) addresses;
    }

    public static long key(int sourcePort, int destinationPort, int protocol, int family) {
        return (long) sourcePort << 48 | (long) destinationPort << 32 | protocol << 8 | family;
    }

    public static int sourcePort(long key) {
        return (int) (key >>> 48);
    }

    public static int destinationPort(long key) {
        return (int) (key >>> 32) & 0xffff;
    }

    public static int zone(long key) {
        return (int) (key >>> 16) & 0xffff;
    }

    public static int protocol(long key) {
        return (int) (key >>> 8) & 0xff;
    }

    public static int family(long key) {
        return (int) key & 0xff;
    }

    public static long withZone(long key, int zone) {
        return key & ~ZONE | (long) zone << 16;
    }

    public static long withPorts(long key, int source, int destination) {
        return key & LOW | (long) source << 48 | (long) destination << 32;
    }

    /// The addresses of what comes back.
    public static long invertAddresses(long addresses) {
        return addresses << 32 | addresses >>> 32;
    }

    /// The key of what comes back; 0 when nothing can (kernel: `nf_ct_invert_tuple`).
    public static long invertKey(long key) {
        int source = sourcePort(key);
        int destination = destinationPort(key);
        if (protocol(key) != IpProtocol.ICMP) {
            return withPorts(key, destination, source);
        }
        int type = destination >>> 8;
        if (type >= INVERSE.length || INVERSE[type] == 0) {
            return 0;
        }
        return withPorts(key, source, INVERSE[type] - 1 << 8 | destination & 0xff);
    }
}
