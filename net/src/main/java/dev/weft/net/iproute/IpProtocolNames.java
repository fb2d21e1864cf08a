package dev.weft.net.iproute;

import dev.weft.core.command.Numbers;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Names of the protocols that IP carries, as Debian 12 ships them in `/etc/protocols` (iproute2: `inet_proto_n2a`).
public final class IpProtocolNames {
    private static final String UNNAMED = "ipproto-";

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(0, "ip"),
            Map.entry(1, "icmp"),
            Map.entry(2, "igmp"),
            Map.entry(3, "ggp"),
            Map.entry(4, "ipencap"),
            Map.entry(5, "st"),
            Map.entry(6, "tcp"),
            Map.entry(8, "egp"),
            Map.entry(9, "igp"),
            Map.entry(12, "pup"),
            Map.entry(17, "udp"),
            Map.entry(20, "hmp"),
            Map.entry(22, "xns-idp"),
            Map.entry(27, "rdp"),
            Map.entry(29, "iso-tp4"),
            Map.entry(33, "dccp"),
            Map.entry(36, "xtp"),
            Map.entry(37, "ddp"),
            Map.entry(38, "idpr-cmtp"),
            Map.entry(41, "ipv6"),
            Map.entry(43, "ipv6-route"),
            Map.entry(44, "ipv6-frag"),
            Map.entry(45, "idrp"),
            Map.entry(46, "rsvp"),
            Map.entry(47, "gre"),
            Map.entry(50, "esp"),
            Map.entry(51, "ah"),
            Map.entry(57, "skip"),
            Map.entry(58, "ipv6-icmp"),
            Map.entry(59, "ipv6-nonxt"),
            Map.entry(60, "ipv6-opts"),
            Map.entry(73, "rspf"),
            Map.entry(81, "vmtp"),
            Map.entry(88, "eigrp"),
            Map.entry(89, "ospf"),
            Map.entry(93, "ax.25"),
            Map.entry(94, "ipip"),
            Map.entry(97, "etherip"),
            Map.entry(98, "encap"),
            Map.entry(103, "pim"),
            Map.entry(108, "ipcomp"),
            Map.entry(112, "vrrp"),
            Map.entry(115, "l2tp"),
            Map.entry(124, "isis"),
            Map.entry(132, "sctp"),
            Map.entry(133, "fc"),
            Map.entry(135, "mobility-header"),
            Map.entry(136, "udplite"),
            Map.entry(137, "mpls-in-ip"),
            Map.entry(138, "manet"),
            Map.entry(139, "hip"),
            Map.entry(140, "shim6"),
            Map.entry(141, "wesp"),
            Map.entry(142, "rohc"),
            Map.entry(143, "ethernet"));

    private static final Map<String, Integer> NUMBERS = new HashMap<>();

    static {
        NAMES.forEach((number, name) -> NUMBERS.put(name, number));
        NUMBERS.put("hopopt", 0);
    }

    private IpProtocolNames() {}

    /// The name, or `ipproto-7` where it has none or `-N` wants none.
    public static String name(int number, IpOptions options) {
        String name = options.numeric() ? null : NAMES.get(number);
        return name != null ? name : UNNAMED + number;
    }

    /// The name of a number, where it has one.
    public static Optional<String> find(int number) {
        return Optional.ofNullable(NAMES.get(number));
    }

    /// The number that a word names; numbers are not words.
    public static OptionalInt named(String word) {
        Integer number = NUMBERS.get(word);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /// The number that a word names or writes; empty when it does neither.
    public static OptionalInt number(String word) {
        Integer named = NUMBERS.get(word);
        if (named != null) {
            return OptionalInt.of(named);
        }
        String digits = word.startsWith(UNNAMED) ? word.substring(UNNAMED.length()) : word;
        return Numbers.unsigned(digits, 10, 8).stream()
                .mapToInt(value -> (int) value)
                .findFirst();
    }
}
