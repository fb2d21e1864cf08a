package dev.weft.net.netfilter.conntrack;

import dev.weft.core.packet.Packet;

/// How a packet relates to its connection: what stands beside the handle on the packet (kernel: `enum
/// ip_conntrack_info`).
public final class ConnectionInfo {
    /// Part of a connection that has been seen both ways.
    public static final int ESTABLISHED = 0;

    /// Begins a connection that another one expects, or is an ICMP error about one.
    public static final int RELATED = 1;

    /// Begins a connection, or repeats its beginning.
    public static final int NEW = 2;

    /// From here on the packet goes the other way.
    public static final int IS_REPLY = 3;

    public static final int ESTABLISHED_REPLY = ESTABLISHED + IS_REPLY;
    public static final int RELATED_REPLY = RELATED + IS_REPLY;

    /// A rule has asked not to track it.
    public static final int UNTRACKED = 7;

    private ConnectionInfo() {}

    /// 0 on the way of the first packet, 1 on the way back (kernel: `CTINFO2DIR`).
    public static int direction(int info) {
        return info >= IS_REPLY ? 1 : 0;
    }

    public static boolean isUntracked(Packet packet) {
        return packet.connectionInfo() == UNTRACKED;
    }

    /// As iptables spells it; `INVALID` for what was looked at and belongs to nothing.
    public static String text(Packet packet) {
        if (packet.connectionInfo() == UNTRACKED) {
            return "UNTRACKED";
        }
        if (packet.connection() <= 0) {
            return "INVALID";
        }
        return switch (packet.connectionInfo() % IS_REPLY) {
            case ESTABLISHED -> "ESTABLISHED";
            case RELATED -> "RELATED";
            default -> "NEW";
        };
    }
}
