package dev.weft.net.tcpdump.print;

/// The protocols above IP: their numbers, tcpdump's names for them, and who prints each.
final class IpProtocol {
    static final int HOP_BY_HOP = 0;
    static final int ICMP = 1;
    static final int IGMP = 2;
    static final int IPV4 = 4;
    static final int TCP = 6;
    static final int UDP = 17;
    static final int DCCP = 33;
    static final int IPV6 = 41;
    static final int ROUTING = 43;
    static final int FRAGMENT = 44;
    static final int GRE = 47;
    static final int ICMPV6 = 58;
    static final int NO_NEXT_HEADER = 59;
    static final int DESTINATION_OPTIONS = 60;
    static final int SCTP = 132;

    static final Tokens NAMES = Tokens.of("""
        0 Options
        1 ICMP
        2 IGMP
        4 IPIP
        6 TCP
        8 EGP
        9 IGRP
        17 UDP
        33 DCCP
        41 IPv6
        43 Routing
        44 Fragment
        46 RSVP
        47 GRE
        50 ESP
        51 AH
        55 Mobile IP
        58 ICMPv6
        88 EIGRP
        89 OSPF
        103 PIM
        108 Compressed IP
        112 VRRP
        113 PGM
        132 SCTP
        135 Mobility
        143 Ethernet
        """);

    private IpProtocol() {}

    /// Whether the protocol's printer shows the addresses together with its ports.
    static boolean hasPorts(int protocol) {
        return protocol == TCP || protocol == UDP || protocol == SCTP || protocol == DCCP;
    }

    /// Prints the payload of an IP packet whose header is `ip`.
    static void print(Dissection d, IpHeader ip, int protocol, int at, int length, boolean fragmented) {
        switch (protocol) {
            case TCP -> TcpPrinter.print(d, ip, at, length, fragmented);
            case UDP -> UdpPrinter.print(d, ip, at, length, fragmented);
            case ICMP -> {
                if (ip.version() == 4) {
                    IcmpPrinter.print(d, at, length, fragmented);
                } else {
                    d.put("[").put(NAMES.name(protocol, "")).put(" requires IPv4]");
                    d.invalid();
                }
            }
            case ICMPV6 -> {
                if (ip.version() == 6) {
                    Icmp6Printer.print(d, ip, at, length, fragmented);
                } else {
                    d.put("[").put(NAMES.name(protocol, "")).put(" requires IPv6]");
                    d.invalid();
                }
            }
            case IGMP -> {
                if (ip.version() == 4) {
                    IgmpPrinter.print(d, at, length);
                } else {
                    d.put("[").put(NAMES.name(protocol, "")).put(" requires IPv4]");
                    d.invalid();
                }
            }
            case IPV4 -> Ip4Printer.print(d, at, length);
            case IPV6 -> Ip6Printer.print(d, at, length);
            case GRE -> GrePrinter.print(d, at, length);
            case NO_NEXT_HEADER -> d.put("no next header");
            default -> {
                d.put(d.addresses().protocol(protocol).map(name -> " " + name).orElse(" ip-proto-" + protocol));
                d.put(' ').put(length);
            }
        }
    }
}
