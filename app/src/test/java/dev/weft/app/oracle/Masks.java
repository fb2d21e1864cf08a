package dev.weft.app.oracle;

import java.util.List;

/// Every field that the comparison with the kernel does not compare.
final class Masks {
    private static final String MAC = "[0-9a-f]{2}(?::[0-9a-f]{2}){5}";

    static final List<Mask> ALL = List.of(
            Mask.leftOut("inet6", "IPv6 is switched off on the kernel's side", "^ +inet6 .*$"),
            Mask.leftOut("inet6", "IPv6 is switched off on the kernel's side", "^\\[NETCONF\\](?:Deleted )?inet6 .*$"),
            Mask.leftOut("inet6", "IPv6 multicast groups", "^33:33:[0-9a-f:]{11} (?:dev \\S+ )?self permanent$"),
            Mask.blanked(
                    "rtt",
                    "how long a reply took",
                    "^(?:\\[\\d+\\.\\d+\\] )?\\d+ bytes from .* time=(\\d+(?:\\.\\d+)?) ms"),
            Mask.blanked("elapsed", "how long ping ran", "% packet loss, time (\\d+)ms$"),
            Mask.blanked(
                    "rtt",
                    "ping's summary of the times",
                    "^rtt min/avg/max/mdev = (\\d+\\.\\d+/\\d+\\.\\d+/\\d+\\.\\d+/\\d+\\.\\d+) ms"),
            Mask.blanked("ipg", "the times of a flood", "ms, ipg/ewma (\\d+\\.\\d+/\\d+\\.\\d+) ms$"),
            Mask.blanked("rtt", "how long a hop took to answer", "(?:(?<=  )|(?<=[\\d)*] ))(\\d+\\.\\d{3}) ms(?= |$)"),
            Mask.blanked("rtt", "how long an ARP reply took", "^Uni?cast reply from .*\\]  (\\d+\\.\\d{3})ms$"),
            Mask.blanked("clock", "when a packet was seen", "^(\\d\\d:\\d\\d:\\d\\d\\.\\d{6})(?= )"),
            Mask.blanked(
                    "clock", "when a packet was seen", "^(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{6})(?= )"),
            Mask.blanked("clock", "when a packet was seen", "^ (\\d\\d:\\d\\d:\\d\\d\\.\\d{6})(?= )"),
            Mask.blanked("clock", "when ping got the reply", "^\\[(\\d{10}\\.\\d{6})\\] \\d+ bytes from "),
            Mask.blanked("clock", "when a packet was seen", "^(\\d{10}\\.\\d{6})(?= )"),
            Mask.blanked(
                    "clock",
                    "when an event was seen",
                    "^Timestamp: (\\w{3} \\w{3} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d \\d{4} \\d+) usec$"),
            Mask.blanked(
                    "clock", "when an event was seen", "^\\[(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6})\\]"),
            Mask.numbered("ip-id", "IPv4 identification is random", "\\(tos .*, ttl \\d+, id (\\d+), offset \\d+,"),
            Mask.numbered("echo-id", "ping's identifier is random", "ICMP echo (?:request|reply), id (\\d+), seq \\d+"),
            Mask.numbered("echo-id", "ping's identifier is random", " bytes from .* ident=(\\d+) "),
            Mask.blanked(
                    "ip-id",
                    "IPv4 identification and the checksum over it, in hexadecimal",
                    "^\t0x0000:  45[0-9a-f]{2} [0-9a-f]{4} ([0-9a-f]{4}) [0-9a-f]{4} [0-9a-f]{4} ([0-9a-f]{4})"),
            Mask.numbered("mac", "an address that the kernel chose", "(?<![0-9a-f:])(" + MAC + ")(?![0-9a-f:])"),
            Mask.numbered(
                    "mac", "an address that the kernel chose, in a bridge's identifier", "\\b8000\\.([0-9a-f]{12})\\b"),
            Mask.blanked(
                    "ages",
                    "seconds since a neighbour was used, confirmed, updated",
                    " used (\\d+/\\d+/\\d+)(?=probes | )"),
            Mask.blanked(
                    "ages",
                    "seconds since a neighbour was used, confirmed, updated",
                    "\"used\":(\\d+),\"confirmed\":(\\d+),\"updated\":(\\d+)"),
            Mask.blanked("ages", "seconds since an fdb entry was used, updated", " used (\\d+/\\d+)(?= )"),
            Mask.blanked(
                    "age", "seconds since an address was learned", "^ +\\d+\t" + MAC + "\tno\t\t( +\\d+\\.\\d\\d)"),
            Mask.blanked("timer", "what is left of a bridge's timer", "_timer( +(?!0\\.00)\\d+\\.\\d\\d)(?= )"),
            Mask.blanked("timer", "what is left of a bridge's timer", "_timer\": ?((?!0\\.00)\\d+\\.\\d\\d)"),
            Mask.blanked("timer", "what is left of a bridge's timer", " timer\t+( +(?!0\\.00)\\d+\\.\\d\\d)"),
            Mask.blanked(
                    "queues",
                    "a veth device has a queue for each processor of the machine",
                    "^    (?:veth|bridge_slave) .*numtxqueues (\\d+) numrxqueues (\\d+)"),
            Mask.blanked(
                    "queues",
                    "a veth device has a queue for each processor of the machine",
                    "\"info_kind\":\"veth\"(?:(?!\"ifindex\").)*?\"num_tx_queues\":(\\d+),\"num_rx_queues\":(\\d+)"),
            Mask.numbered("inode", "the number of a namespace", "\\bnet:\\[(\\d+)\\]"),
            Mask.blanked("folder", "where the script was put", "^! (\\S*/)script: line \\d+: "));

    private Masks() {}
}
