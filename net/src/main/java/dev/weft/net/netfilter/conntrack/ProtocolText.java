package dev.weft.net.netfilter.conntrack;

import dev.weft.core.wire.IpProtocol;

/// How the protocols are named in listings.
public final class ProtocolText {
    private ProtocolText() {}

    /// `unknown` for those without a tracker.
    public static String name(int protocol) {
        return switch (protocol) {
            case IpProtocol.ICMP -> "icmp";
            case IpProtocol.TCP -> "tcp";
            case IpProtocol.UDP -> "udp";
            case IpProtocol.UDP_LITE -> "udplite";
            case IpProtocol.SCTP -> "sctp";
            case IpProtocol.DCCP -> "dccp";
            case IpProtocol.GRE -> "gre";
            default -> "unknown";
        };
    }
}
