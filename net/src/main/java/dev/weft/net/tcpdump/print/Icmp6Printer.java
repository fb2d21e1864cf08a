package dev.weft.net.tcpdump.print;

/// Prints ICMPv6 messages (RFC 4443): errors and echo here, neighbours and groups in printers of their own.
final class Icmp6Printer {
    private static final int HEADER = 8;
    private static final int UNREACHABLE = 1;
    private static final int PACKET_TOO_BIG = 2;
    private static final int TIME_EXCEEDED = 3;
    private static final int PARAMETER_PROBLEM = 4;
    private static final int ECHO_REQUEST = 128;
    private static final int ECHO_REPLY = 129;
    private static final int LISTENER_QUERY = 130;
    private static final int LISTENER_REPORT = 131;
    private static final int LISTENER_DONE = 132;
    private static final int ROUTER_SOLICITATION = 133;
    private static final int ROUTER_ADVERTISEMENT = 134;
    private static final int NEIGHBOR_SOLICITATION = 135;
    private static final int NEIGHBOR_ADVERTISEMENT = 136;
    private static final int REDIRECT = 137;
    private static final int LISTENER_REPORT_V2 = 143;

    private static final Tokens TYPES = Tokens.of("""
        1 destination unreachable
        2 packet too big
        3 time exceeded in-transit
        4 parameter problem
        128 echo request
        129 echo reply
        130 multicast listener query
        131 multicast listener report
        132 multicast listener done
        133 router solicitation
        134 router advertisement
        135 neighbor solicitation
        136 neighbor advertisement
        137 redirect
        138 router renumbering
        139 node information query
        140 node information reply
        141 inverse neighbor solicitation
        142 inverse neighbor advertisement
        143 multicast listener report v2
        144 ha discovery request
        145 ha discovery reply
        146 mobile router solicitation
        147 mobile router advertisement
        200 mtrace response
        201 mtrace message
        155 RPL
        """);
    private static final Tokens UNREACHABLE_CODES = Tokens.of("""
        0 unreachable route
        1  unreachable prohibited
        2 beyond scope
        3 unreachable address
        4 unreachable port
        """);

    private Icmp6Printer() {}

    static void print(Dissection d, IpHeader ip, int at, int length, boolean fragmented) {
        d.protocol("icmp6");
        if (length == 0) {
            d.put("ICMP6, length 0");
            return;
        }
        if (d.verbose() && !fragmented) {
            checksum(d, ip, at, length);
        }
        int type = d.u8(at);
        d.put("ICMP6, ").put(TYPES.name(type, () -> "unknown icmp6 type (" + type + ")"));
        if (d.verbose() && isNeighborMessage(type)) {
            d.put(", length ").put(length);
        }
        if (message(d, at, length, type) && !d.verbose()) {
            d.put(", length ").put(length);
        }
    }

    private static boolean isNeighborMessage(int type) {
        return type >= ROUTER_SOLICITATION && type <= REDIRECT;
    }

    private static void checksum(Dissection d, IpHeader ip, int at, int length) {
        int found = d.u16(at + 2);
        if (!d.has(at, length)) {
            return;
        }
        int remainder = Dissection.checksum(ip.pseudoSum(IpProtocol.ICMPV6, length) + d.sum(at, length));
        if (remainder == 0) {
            d.put("[icmp6 sum ok] ");
        } else {
            d.put("[bad icmp6 cksum 0x").hex(found, 4).put(" -> 0x");
            d.hex(Dissection.checksumShouldBe(found, remainder), 4).put("!] ");
        }
    }

    /// Prints what a type holds; false if it is unknown.
    private static boolean message(Dissection d, int at, int length, int type) {
        int code = d.u8(at + 1);
        switch (type) {
            case UNREACHABLE -> {
                return unreachable(d, at, length, code);
            }
            case PACKET_TOO_BIG -> {
                d.put(", mtu ").put(d.u32(at + 4));
            }
            case TIME_EXCEEDED -> timeExceeded(d, at, code);
            case PARAMETER_PROBLEM -> parameterProblem(d, at, code);
            case ECHO_REQUEST, ECHO_REPLY -> {
                d.put(", id ").put(d.u16(at + 4)).put(", seq ").put(d.u16(at + 6));
            }
            case LISTENER_QUERY -> Mld.query(d, at, length);
            case LISTENER_REPORT, LISTENER_DONE -> Mld.version1(d, at);
            case LISTENER_REPORT_V2 -> Mld.report(d, at, length);
            case ROUTER_SOLICITATION -> NeighborDiscovery.routerSolicitation(d, at, length);
            case ROUTER_ADVERTISEMENT -> NeighborDiscovery.routerAdvertisement(d, at, length);
            case NEIGHBOR_SOLICITATION -> NeighborDiscovery.solicitation(d, at, length);
            case NEIGHBOR_ADVERTISEMENT -> NeighborDiscovery.advertisement(d, at, length);
            case REDIRECT -> NeighborDiscovery.redirect(d, at, length);
            default -> {
                d.put(", length ").put(length);
                dump(d, at, length);
                return false;
            }
        }
        return true;
    }

    private static boolean unreachable(Dissection d, int at, int length, int code) {
        d.put(", ").put(UNREACHABLE_CODES.name(code, () -> "unknown unreach code (" + code + ")"));
        int inner = at + HEADER;
        switch (code) {
            case 0, 1, 3 -> d.put(' ').put(d.addresses().ip6(d.bytes(inner + 24, 16)));
            case 2 -> {
                d.put(' ').put(d.addresses().ip6(d.bytes(inner + 24, 16)));
                d.put(", source address ").put(d.addresses().ip6(d.bytes(inner + 8, 16)));
            }
            case 4 -> port(d, inner);
            default -> {
                dump(d, at, length);
                return false;
            }
        }
        if (d.verbosity() > 1) {
            HexPrinter.hex(d, "\n\t", at, Math.min(length, d.captured(at)));
        }
        return true;
    }

    private static void port(Dissection d, int inner) {
        String target = d.addresses().ip6(d.bytes(inner + 24, 16));
        Ip6Upper upper = Ip6Upper.find(d, inner);
        int protocol = upper.protocol();
        int port = d.u16(upper.at() + 2);
        switch (protocol) {
            case IpProtocol.TCP ->
                d.put(", ").put(target).put(" tcp port ").put(d.addresses().tcpPort(port));
            case IpProtocol.UDP ->
                d.put(", ").put(target).put(" udp port ").put(d.addresses().udpPort(port));
            default ->
                d.put(", ")
                        .put(target)
                        .put(" protocol ")
                        .put(protocol)
                        .put(" port ")
                        .put(port)
                        .put(" unreachable");
        }
    }

    private static void timeExceeded(Dissection d, int at, int code) {
        switch (code) {
            case 0 -> d.put(" for ").put(d.addresses().ip6(d.bytes(at + HEADER + 24, 16)));
            case 1 -> d.put(" (reassembly)");
            default -> d.put(", unknown code (").put(code).put(')');
        }
    }

    private static void parameterProblem(Dissection d, int at, int code) {
        long octet = d.u32(at + 4);
        d.need(at + HEADER, 40);
        switch (code) {
            case 0 -> d.put(", erroneous - octet ").put(octet);
            case 1 -> d.put(", next header - octet ").put(octet);
            case 2 -> d.put(", option - octet ").put(octet);
            case 3 -> d.put(", incomplete header chain - octet ").put(octet);
            default -> d.put(", code-#").put(code);
        }
    }

    private static void dump(Dissection d, int at, int length) {
        if (d.verbosity() <= 1) {
            HexPrinter.hex(d, "\n\t", at, Math.min(length, d.captured(at)));
        }
    }
}
