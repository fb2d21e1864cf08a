package dev.weft.net.tcpdump.print;

import java.util.Locale;

/// Prints ICMP messages (RFC 792 and its successors).
/// ```
///  0                   1                   2                   3
///  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
/// +---------------+---------------+-------------------------------+
/// |     Type      |     Code      |          Checksum             |
/// +---------------+---------------+-------------------------------+
/// |  unused, or identifier and sequence, gateway, next-hop MTU    |
/// +---------------------------------------------------------------+
/// |  the IP header and first bytes of the packet concerned        |
/// ```
final class IcmpPrinter {
    private static final int HEADER = 8;
    private static final int ECHO_REPLY = 0;
    private static final int UNREACHABLE = 3;
    private static final int SOURCE_QUENCH = 4;
    private static final int REDIRECT = 5;
    private static final int ECHO = 8;
    private static final int ROUTER_ADVERTISEMENT = 9;
    private static final int TIME_EXCEEDED = 11;
    private static final int PARAMETER_PROBLEM = 12;
    private static final int TIMESTAMP = 13;
    private static final int TIMESTAMP_REPLY = 14;
    private static final int MASK_REPLY = 18;

    private static final int CODE_PROTOCOL = 2;
    private static final int CODE_PORT = 3;
    private static final int CODE_NEED_FRAGMENT = 4;

    private static final Tokens TYPES = Tokens.of("""
        0 echo reply
        3 unreachable
        4 source quench
        5 redirect
        8 echo request
        9 router advertisement
        10 router solicitation
        11 time exceeded
        12 parameter problem
        13 time stamp request
        14 time stamp reply
        15 information request
        16 information reply
        17 address mask request
        """);

    private IcmpPrinter() {}

    static void print(Dissection d, int at, int length, boolean fragmented) {
        d.protocol("icmp");
        int type = d.u8(at);
        d.u8(at + 1);
        String text = message(d, at, type);
        d.put("ICMP ").put(text).put(", length ").put(length);
        if (d.verbose() && !fragmented && d.has(at, length)) {
            int remainder = Dissection.checksum(d.sum(at, length));
            if (remainder != 0) {
                int found = d.u16(at + 2);
                d.put(" (wrong icmp cksum ").hex(found).put(" (->");
                d.hex(Dissection.checksumShouldBe(found, remainder)).put(")!)");
            }
        }
        if (d.verbose() && isError(type)) {
            int inner = at + HEADER;
            d.put("\n\t");
            int innerLength = d.u16(inner + 2);
            int before = d.cut(inner + innerLength);
            Ip4Printer.print(d, inner, innerLength);
            d.restore(before);
        }
        d.protocol("icmp");
        if (d.verbose()) {
            IcmpExtensions.print(d, at, length, type);
        }
    }

    private static boolean isError(int type) {
        return type == UNREACHABLE
                || type == SOURCE_QUENCH
                || type == REDIRECT
                || type == TIME_EXCEEDED
                || type == PARAMETER_PROBLEM;
    }

    private static String message(Dissection d, int at, int type) {
        int code = d.u8(at + 1);
        return switch (type) {
            case ECHO_REPLY, ECHO ->
                "echo " + (type == ECHO ? "request" : "reply") + ", id " + d.u16(at + 4) + ", seq " + d.u16(at + 6);
            case UNREACHABLE -> unreachable(d, at, code);
            case REDIRECT -> redirect(d, at, code);
            case ROUTER_ADVERTISEMENT -> advertisement(d, at);
            case TIME_EXCEEDED -> {
                d.need(at + HEADER, 20);
                yield switch (code) {
                    case 0 -> "time exceeded in-transit";
                    case 1 -> "ip reassembly time exceeded";
                    default -> "time exceeded-#" + code;
                };
            }
            case PARAMETER_PROBLEM ->
                code != 0 ? "parameter problem - code " + code : "parameter problem - octet " + d.u8(at + 4);
            case MASK_REPLY -> "address mask is " + Tokens.hex(d.u32(at + 8), 8);
            case TIMESTAMP -> "time stamp query id " + d.u16(at + 4) + " seq " + d.u16(at + 6);
            case TIMESTAMP_REPLY ->
                "time stamp reply id " + d.u16(at + 4) + " seq " + d.u16(at + 6) + ": org " + clock(d.u32(at + 8))
                        + ", recv " + clock(d.u32(at + 12)) + ", xmit " + clock(d.u32(at + 16));
            default -> TYPES.name(type, () -> "type-#" + type);
        };
    }

    private static String unreachable(Dissection d, int at, int code) {
        int inner = at + HEADER;
        return switch (code) {
            case 0 -> "net " + target(d, inner) + " unreachable";
            case 1 -> "host " + target(d, inner) + " unreachable";
            case CODE_PROTOCOL -> target(d, inner) + " protocol " + d.u8(inner + 9) + " unreachable";
            case CODE_PORT -> port(d, inner);
            case CODE_NEED_FRAGMENT -> {
                int mtu = d.u16(at + 6);
                yield target(d, inner) + " unreachable - need to frag" + (mtu == 0 ? "" : " (mtu " + mtu + ")");
            }
            case 5 -> target(d, inner) + " unreachable - source route failed";
            case 6 -> "net " + target(d, inner) + " unreachable - unknown";
            case 7 -> "host " + target(d, inner) + " unreachable - unknown";
            case 8 -> target(d, inner) + " unreachable - source host isolated";
            case 9 -> "net " + target(d, inner) + " unreachable - admin prohibited";
            case 10 -> "host " + target(d, inner) + " unreachable - admin prohibited";
            case 11 -> "net " + target(d, inner) + " unreachable - tos prohibited";
            case 12 -> "host " + target(d, inner) + " unreachable - tos prohibited";
            case 13 -> "host " + target(d, inner) + " unreachable - admin prohibited filter";
            case 14 -> "host " + target(d, inner) + " unreachable - host precedence violation";
            case 15 -> "host " + target(d, inner) + " unreachable - precedence cutoff";
            default -> target(d, inner) + " unreachable - #" + code;
        };
    }

    /// The destination of the packet that the message is about.
    private static String target(Dissection d, int inner) {
        return d.addresses().ip4(d.bytes(inner + 16, 4));
    }

    private static String port(Dissection d, int inner) {
        int protocol = d.u8(inner + 9);
        int port = d.u16(inner + (d.u8(inner) & 15) * 4 + 2);
        return switch (protocol) {
            case IpProtocol.TCP ->
                target(d, inner) + " tcp port " + d.addresses().tcpPort(port) + " unreachable";
            case IpProtocol.UDP ->
                target(d, inner) + " udp port " + d.addresses().udpPort(port) + " unreachable";
            default -> target(d, inner) + " protocol " + protocol + " port " + port + " unreachable";
        };
    }

    private static String redirect(Dissection d, int at, int code) {
        int inner = at + HEADER;
        String target = target(d, inner);
        String gateway = d.addresses().ip4(d.bytes(at + 4, 4));
        return switch (code) {
            case 0 -> "redirect " + target + " to net " + gateway;
            case 1 -> "redirect " + target + " to host " + gateway;
            case 2 -> "redirect-tos " + target + " to net " + gateway;
            case 3 -> "redirect-tos " + target + " to host " + gateway;
            default -> "redirect-#" + code + " " + target + " to " + gateway;
        };
    }

    private static String advertisement(Dissection d, int at) {
        int count = d.u8(at + 4);
        int size = d.u8(at + 5);
        int lifetime = d.u16(at + 6);
        StringBuilder text = new StringBuilder("router advertisement lifetime ");
        if (lifetime < 60) {
            text.append(lifetime);
        } else if (lifetime < 60 * 60) {
            text.append(String.format(Locale.ROOT, "%d:%02d", lifetime / 60, lifetime % 60));
        } else {
            text.append(
                    String.format(Locale.ROOT, "%d:%02d:%02d", lifetime / 3600, lifetime % 3600 / 60, lifetime % 60));
        }
        text.append(' ').append(count).append(':');
        if (size != 2) {
            return text.append(" [size ").append(size).append(']').toString();
        }
        for (int i = 0; i < count; i++) {
            int entry = at + HEADER + 8 * i;
            text.append(" {").append(d.addresses().ip4(d.bytes(entry, 4))).append(' ');
            text.append(d.u32(entry + 4)).append('}');
        }
        return text.toString();
    }

    /// Milliseconds since midnight.
    private static String clock(long millis) {
        long seconds = millis / 1000;
        return String.format(
                Locale.ROOT, "%02d:%02d:%02d.%03d", seconds / 3600, seconds / 60 % 60, seconds % 60, millis % 1000);
    }
}
