package dev.weft.net.tcpdump;

import java.util.List;
import java.util.Random;

/// Random expressions in the grammar of pcap-filter(7), about the addresses and ports of the capture files.
final class FilterCorpus {
    /// What no grammar or no packet allows, and what people mistype.
    static final List<String> WRONG = List.of(
            "host",
            "port",
            "net",
            "foo",
            "host foo.invalid",
            "port foo",
            "port 65536",
            "port -1",
            "port 99999999999",
            "host 1.2.3",
            "host 1.2.3.4.5",
            "host 256.1.1.1",
            "host 10.0.0.0/8",
            "net 10.0.0.1/8",
            "net 10.0.0.0/33",
            "net 10.1 mask 255.0.0.0",
            "net foo",
            "net 300",
            "portrange 5",
            "portrange 9-5",
            "portrange a-b",
            "src",
            "dst",
            "and",
            "or tcp",
            "not",
            "tcp and",
            "tcp udp",
            "(tcp",
            "tcp)",
            "()",
            "tcp port",
            "tcp host 10.0.0.1",
            "arp port 5",
            "ip6 host 10.0.0.1",
            "ip host ::1",
            "ether host 10.0.0.1",
            "ether host 02:00:00:00:00",
            "ip[0",
            "ip[0:3] = 1",
            "ip[0:1]",
            "ip[0] =",
            "ip[] = 1",
            "foo[0] = 1",
            "tcp[foo] = 1",
            "len",
            "len >",
            "less",
            "less x",
            "greater -1",
            "ip proto 256",
            "ip proto foo",
            "ether proto foo",
            "proto foo",
            "vlan 4096",
            "vlan foo",
            "mpls 1048576",
            "mpls foo",
            "pppoes 65536",
            "gateway 10.0.0.1",
            "host 'a b'",
            "icmp6[icmp6type]",
            "ip broadcast",
            "tcp broadcast",
            "udp multicast",
            "inbound",
            "outbound",
            "ifindex 1",
            "ifindex",
            "tcp src host 10.0.0.1",
            "1 = 2",
            "1 = 1",
            "tcp and not tcp",
            "ip and arp",
            "len < 0",
            "ip6 and ip",
            "1 / 0 = 1",
            "ip[0] / 0 = 1",
            "1 % 0 = 0",
            "1 << 33 = 0",
            "wlan host 02:00:00:00:00:01",
            "type mgt",
            "dir in",
            "rnr 5",
            "on eth0",
            "reason match",
            "atm",
            "vpi 1",
            "lane",
            "oam",
            "sio 3",
            "fddi",
            "tr",
            "ppp",
            "slip",
            "host 10.0.0.1 10.0.0.2",
            "port 80 or or 90",
            "tcp[13] & 2",
            "tcp[13] & 2 == 2 and",
            "= 5",
            "> 5",
            "!",
            "@",
            "#",
            "$foo",
            "tcp; udp",
            "ether[0:4] = 0x1ffffffff",
            "host fe80::1::2",
            "net fe80::/129",
            "net fe80::1/10",
            "host fe80::1/64",
            "net ::1",
            "src portrange 7",
            "ip protochain",
            "protochain foo",
            "llc foo",
            "hsio 3",
            "lsu",
            "hmsu",
            "pppoes and vlan",
            "pppoes and broadcast",
            "pppoes and llc",
            "mpls and arp",
            "tcp portrange bootps-bootpc",
            "udp port http",
            "tcp port bootps",
            "mpls and vlan",
            "net 10.0.0.1 mask foo",
            "sctp port http",
            "port http or 99999",
            "src or dst",
            "src and src host 10.0.0.1");

    private static final String[] HOSTS = {"10.0.0.1", "10.0.0.2", "192.168.1.9", "8.8.8.8", "1.2.3.4", "localhost"};
    private static final String[] HOSTS6 = {"fe80::1", "2001:db8::2", "ff02::1:ff00:2", "::1", "::ffff:10.0.0.1"};
    private static final String[] MACS = {"02:00:00:00:00:01", "02:00:00:00:00:0a", "ff:ff:ff:ff:ff:ff", "2:0:0:0:0:a"};
    private static final String[] NETS = {
        "10",
        "10.0",
        "192.168.1",
        "10.0.0.0/24",
        "10/8",
        "192.168.0.0/16",
        "10.0.0.0 mask 255.255.255.0",
        "0.0.0.0/0",
        "8.8.8.8",
        "fe80::/10",
        "2001:db8::/32",
        "::/0",
        "ff00::/8",
        "10.0.0.0/30"
    };
    private static final String[] PORTS = {
        "53", "80", "1234", "40000", "domain", "http", "4789", "69", "67", "5001", "0"
    };
    private static final String[] RANGES = {"1-1023", "0-65535", "53-80", "80-53", "1000-5000", "domain-http"};
    private static final String[] WORDS = {
        "ip",
        "ip6",
        "arp",
        "rarp",
        "tcp",
        "udp",
        "icmp",
        "icmp6",
        "igmp",
        "sctp",
        "pim",
        "ah",
        "esp",
        "vrrp",
        "carp",
        "igrp",
        "stp",
        "iso",
        "llc",
        "atalk",
        "aarp",
        "decnet",
        "ipx",
        "netbeui",
        "lat",
        "moprc",
        "mopdl",
        "clnp",
        "esis",
        "isis",
        "ether broadcast",
        "broadcast",
        "ether multicast",
        "multicast",
        "ip multicast",
        "ip6 multicast",
        "llc i",
        "llc s",
        "llc u",
        "llc rr",
        "llc xid",
        "llc ui",
        "csnp",
        "l1",
        "iih",
        "link",
        "ether"
    };
    private static final String[] NUMBERS = {
        "0", "1", "2", "4", "5", "8", "17", "20", "64", "0x0f", "0x1fff", "0x45", "255", "1000", "0x0800", "040", "10"
    };
    private static final String[] NAMED = {
        "tcp[tcpflags]",
        "tcp[13]",
        "icmp[icmptype]",
        "icmp[icmpcode]",
        "icmp6[icmp6type]",
        "icmp6[icmp6code]",
        "ip[8]",
        "ip[6:2]",
        "ip[0]",
        "ip[2:2]",
        "ip[12:4]",
        "ip6[6]",
        "ip6[0:4]",
        "ip6[40]",
        "ether[0]",
        "ether[12:2]",
        "udp[4:2]",
        "udp[0:2]",
        "arp[6:2]",
        "tcp[0:2]",
        "len",
        "ether[20:4]",
        "igmp[0]",
        "link[5]",
        "sctp[0]",
        "rarp[7]",
        "tcp[12:1]",
        "ip[ip[0] & 15]",
        "tcp[((tcp[12:1] & 0xf0) >> 2):4]",
        "ip[len - 20]"
    };
    private static final String[] CONSTANTS = {
        "tcp-syn",
        "tcp-ack",
        "tcp-fin",
        "tcp-rst",
        "tcp-push",
        "tcp-urg",
        "icmp-echo",
        "icmp-echoreply",
        "icmp-unreach",
        "icmp-timxceed",
        "icmp6-echo",
        "icmp6-neighborsolicit",
        "icmp-redirect",
        "tcp-ece",
        "tcp-cwr",
        "icmp6-routeradvert"
    };

    private final Random random;

    FilterCorpus(long seed) {
        random = new Random(seed);
    }

    private int below(int bound) {
        return random.nextInt(bound);
    }

    private String pick(String... of) {
        return of[below(of.length)];
    }

    private String maybe(String... of) {
        String word = below(2) == 0 ? "" : pick(of);
        return word.isEmpty() ? "" : word + " ";
    }

    /// An expression of at most so many operators deep.
    String expression(int depth) {
        if (depth == 0 || below(4) == 0) {
            return primitive();
        }
        return switch (below(9)) {
            case 0, 1, 2 -> expression(depth - 1) + pick(" and ", " && ") + expression(depth - 1);
            case 3, 4 -> expression(depth - 1) + pick(" or ", " || ") + expression(depth - 1);
            case 5 -> pick("not ", "! ", "!") + expression(depth - 1);
            case 6 -> "(" + expression(depth - 1) + ")";
            case 7 -> pick("vlan", "vlan", "vlan 5", "mpls", "pppoes", "mpls 2") + " and " + expression(depth - 1);
            default -> "not (" + expression(depth - 1) + pick(" or ", " and ") + expression(depth - 1) + ")";
        };
    }

    private String primitive() {
        return switch (below(15)) {
            case 0, 1 -> host();
            case 2 -> maybe("ip", "arp", "rarp", "ip6") + direction() + "net " + pick(NETS);
            case 3, 4 -> ports();
            case 5 -> protocol();
            case 6, 7 -> pick(WORDS);
            case 8 -> pick("less ", "greater ") + (20 + below(200));
            case 9, 10, 11 -> field() + pick(" = ", " == ", " != ", " > ", " < ", " >= ", " <= ") + value(1);
            case 12 -> pick(NAMED) + " & " + pick(CONSTANTS) + pick(" != 0", " == 0", " = 2");
            case 13 -> pick("icmp[icmptype]", "icmp6[icmp6type]", "icmp[0]") + " = " + pick(CONSTANTS);
            default -> pick("vlan", "vlan 5", "vlan 100", "mpls", "mpls 2", "pppoed", "pppoes", "byte 0 = 0", "vlan 1");
        };
    }

    private String direction() {
        return maybe("src", "dst", "src or dst", "src and dst", "dst or src");
    }

    private String host() {
        return switch (below(5)) {
            case 0 -> "ether " + direction() + "host " + pick(MACS);
            case 1 -> maybe("ip6") + direction() + maybe("host") + pick(HOSTS6);
            case 2 -> maybe("ip", "arp", "rarp") + "host " + pick(HOSTS) + pick(" or ", " and not ") + pick(HOSTS);
            default -> maybe("ip", "arp", "rarp") + pick("src ", "dst ", "") + "host " + pick(HOSTS);
        };
    }

    private String ports() {
        return maybe("tcp", "udp", "sctp", "ip", "ip6")
                + direction()
                + (below(4) == 0 ? "portrange " + pick(RANGES) : "port " + pick(PORTS))
                + (below(5) == 0 ? " or " + pick("53", "80", "69", "(80 or 53)") : "");
    }

    private String protocol() {
        return switch (below(5)) {
            case 0 ->
                "ether proto " + pick("\\arp", "\\ip", "\\ip6", "0x0800", "0x0806", "0x86dd", "60", "66", "0x88b5");
            case 1 -> pick("ip ", "ip6 ") + "protochain " + pick("\\tcp", "\\udp", "6", "58", "17");
            case 2 -> "iso proto " + pick("\\clnp", "\\esis", "\\isis");
            default ->
                maybe("ip", "ip6") + "proto "
                        + pick("\\tcp", "\\udp", "\\icmp", "1", "2", "6", "17", "47", "41", "58", "gre");
        };
    }

    /// A computed value that depends on the packet.
    private String field() {
        return below(2) == 0
                ? pick(NAMED)
                : pick(NAMED) + pick(" + ", " - ", " * ", " & ", " | ", " ^ ", " / ", " % ") + value(1);
    }

    private String value(int depth) {
        if (depth == 0 || below(3) > 0) {
            return below(2) == 0 ? pick(NAMED) : pick(NUMBERS);
        }
        String left = value(depth - 1);
        String operator = pick("+", "-", "*", "&", "|", "^", "<<", ">>", "/", "%");
        String right = operator.equals("<<") || operator.equals(">>") ? String.valueOf(below(9)) : value(depth - 1);
        return below(3) == 0 ? "(" + left + " " + operator + " " + right + ")" : left + " " + operator + " " + right;
    }
}
