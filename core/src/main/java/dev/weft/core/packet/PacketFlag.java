package dev.weft.core.packet;

/// Bits of [Packet#has]: what single features note about a packet.
public final class PacketFlag {
    /// Forwarded by this host, not made by it (kernel: `IPSKB_FORWARDED`).
    public static final int FORWARDED = 1;

    /// Must not be fragmented on its way, whatever its header says.
    public static final int DONT_FRAGMENT = 1 << 1;

    /// Put together from fragments.
    public static final int REASSEMBLED = 1 << 2;

    /// Netfilter's TRACE target has marked it (kernel: `nf_trace`).
    public static final int NF_TRACE = 1 << 3;

    /// Passes netfilter on behalf of a bridge.
    public static final int BRIDGED = 1 << 4;

    /// Already seen by the bridge whose loop protection asks.
    public static final int HAIRPIN = 1 << 5;

    /// For this host, as the device saw by which it came, whatever address the device has that it is given to.
    public static final int TO_HOST = 1 << 6;

    /// Leaves by the device that it came by: its sender should be told of a better way (kernel: `IPSKB_DOREDIRECT`).
    public static final int DO_REDIRECT = 1 << 7;

    /// Its socket knows that the next hop is there (kernel: `skb_get_dst_pending_confirm`, `MSG_CONFIRM`).
    public static final int CONFIRM_NEIGHBOR = 1 << 8;

    /// Its socket wants no copy of the multicast packets that it sends (kernel: `IP_MULTICAST_LOOP`).
    public static final int NO_MULTICAST_LOOP = 1 << 9;

    /// Its sender still waits to hear whether the device takes it ([PacketSender]).
    public static final int TELLS_SENDER = 1 << 10;

    /// A copy that netfilter's TEE target has made: none is made of it (kernel: `nf_skb_duplicated`).
    public static final int DUPLICATED = 1 << 11;

    /// Flags from this bit on are free for plugins, up to bit 23.
    public static final int FIRST_FREE = 1 << 16;

    private PacketFlag() {}
}
