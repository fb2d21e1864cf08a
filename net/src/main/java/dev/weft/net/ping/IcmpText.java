package dev.weft.net.ping;

import dev.weft.core.wire.Ip4Address;

/// ICMP errors in ping's words (iputils: `pr_icmph`).
final class IcmpText {
    private static final String[] UNREACHABLE = {
        "Destination Net Unreachable",
        "Destination Host Unreachable",
        "Destination Protocol Unreachable",
        "Destination Port Unreachable",
        "Frag needed and DF set",
        "Source Route Failed",
        "Destination Net Unknown",
        "Destination Host Unknown",
        "Source Host Isolated",
        "Destination Net Prohibited",
        "Destination Host Prohibited",
        "Destination Net Unreachable for Type of Service",
        "Destination Host Unreachable for Type of Service",
        "Packet filtered",
        "Precedence Violation",
        "Precedence Cutoff"
    };
    private static final String[] REDIRECT = {
        "Redirect Network", "Redirect Host", "Redirect Type of Service and Network", "Redirect Type of Service and Host"
    };

    private IcmpText() {}

    /// @param info the four bytes behind the checksum: next-hop MTU, gateway, or pointer
    static String describe(int type, int code, int info) {
        return switch (type) {
            case 0 -> "Echo Reply";
            case 3 -> unreachable(code, info);
            case 4 -> "Source Quench";
            case 5 ->
                (code < REDIRECT.length ? REDIRECT[code] : "Redirect, Bad Code: " + code) + "(New nexthop: "
                        + Ip4Address.toString(info) + ")";
            case 8 -> "Echo Request";
            case 11 ->
                switch (code) {
                    case 0 -> "Time to live exceeded";
                    case 1 -> "Frag reassembly time exceeded";
                    default -> "Time exceeded, Bad Code: " + code;
                };
            case 12 -> "Parameter problem: pointer = " + (info >>> 24);
            case 13 -> "Timestamp";
            case 14 -> "Timestamp Reply";
            default -> "Bad ICMP type: " + type;
        };
    }

    private static String unreachable(int code, int info) {
        if (code >= UNREACHABLE.length) {
            return "Dest Unreachable, Bad Code: " + code;
        }
        return code == 4 ? UNREACHABLE[4] + " (mtu = " + (info & 0xffff) + ")" : UNREACHABLE[code];
    }
}
