package dev.weft.net.netfilter.nat;

/// What a rule asks an address and port to become (kernel: `struct nf_nat_range2`).
///
/// @param flags of the constants here
/// @param minAddress the first address, where [#MAP_IPS] is set
/// @param minPort the first port, where [#PROTO_SPECIFIED] is set
/// @param basePort the port that becomes the first, where [#PROTO_OFFSET] is set
public record NatRange(int flags, int minAddress, int maxAddress, int minPort, int maxPort, int basePort) {
    public static final int MAP_IPS = 1;
    public static final int PROTO_SPECIFIED = 1 << 1;
    public static final int PROTO_RANDOM = 1 << 2;
    public static final int PERSISTENT = 1 << 3;
    public static final int PROTO_RANDOM_FULLY = 1 << 4;
    public static final int PROTO_OFFSET = 1 << 5;
    public static final int PROTO_RANDOM_ALL = PROTO_RANDOM | PROTO_RANDOM_FULLY;

    /// Exactly that address, and a port that fits.
    public static NatRange of(int address) {
        return new NatRange(MAP_IPS, address, address, 0, 0, 0);
    }

    /// Exactly that address and port.
    public static NatRange of(int address, int port) {
        return new NatRange(MAP_IPS | PROTO_SPECIFIED, address, address, port, port, 0);
    }

    public boolean has(int flag) {
        return (flags & flag) != 0;
    }

    boolean hasAddress(int address) {
        return !has(MAP_IPS)
                || Integer.compareUnsigned(address, minAddress) >= 0
                        && Integer.compareUnsigned(address, maxAddress) <= 0;
    }

    boolean hasPort(int port) {
        return !has(PROTO_SPECIFIED) || port >= minPort && port <= maxPort;
    }
}
