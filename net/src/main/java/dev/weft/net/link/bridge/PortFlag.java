package dev.weft.net.link.bridge;

/// Switches of a bridge's port, as bits of [BridgePort#flags] (kernel: `BR_HAIRPIN_MODE` and its like).
final class PortFlag {
    static final int HAIRPIN = 1;
    static final int BPDU_GUARD = 1 << 1;
    static final int ROOT_BLOCK = 1 << 2;
    static final int FAST_LEAVE = 1 << 3;
    static final int LEARNING = 1 << 4;
    static final int FLOOD = 1 << 5;
    static final int PROXY_ARP = 1 << 6;
    static final int PROXY_ARP_WIFI = 1 << 7;
    static final int MULTICAST_FLOOD = 1 << 8;
    static final int MULTICAST_TO_UNICAST = 1 << 9;
    static final int VLAN_TUNNEL = 1 << 10;
    static final int BROADCAST_FLOOD = 1 << 11;
    static final int NEIGHBOR_SUPPRESS = 1 << 12;
    static final int ISOLATED = 1 << 13;
    static final int LOCKED = 1 << 14;

    /// A person gave the path cost, so that it no longer follows the link's speed.
    static final int ADMIN_COST = 1 << 15;

    static final int BY_DEFAULT = LEARNING | FLOOD | MULTICAST_FLOOD | BROADCAST_FLOOD;

    private PortFlag() {}
}
