package dev.weft.core.wire;

/// What an Ethernet frame carries (IEEE 802 numbers; kernel: `ETH_P_*`).
public final class EtherType {
    public static final int IPV4 = 0x0800;
    public static final int ARP = 0x0806;
    public static final int VLAN = 0x8100;
    public static final int IPV6 = 0x86dd;
    public static final int MPLS = 0x8847;
    /// The outer tag of two (IEEE 802.1ad).
    public static final int SERVICE_VLAN = 0x88a8;

    /// Ethernet as the payload of a tunnel (kernel: `ETH_P_TEB`).
    public static final int BRIDGED_ETHERNET = 0x6558;

    /// Smaller values are the length of an LLC frame (kernel: `ETH_P_802_3_MIN`).
    public static final int MIN = 0x0600;

    private EtherType() {}

    public static boolean isVlan(int etherType) {
        return etherType == VLAN || etherType == SERVICE_VLAN;
    }
}
