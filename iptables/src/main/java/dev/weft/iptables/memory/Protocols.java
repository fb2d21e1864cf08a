package dev.weft.iptables.memory;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Names and numbers that iptables takes for each other: protocols and services.
final class Protocols {
    private static final Map<String, Integer> NUMBERS = new TreeMap<>(Map.ofEntries(
            Map.entry("icmp", 1),
            Map.entry("igmp", 2),
            Map.entry("tcp", 6),
            Map.entry("udp", 17),
            Map.entry("dccp", 33),
            Map.entry("gre", 47),
            Map.entry("esp", 50),
            Map.entry("ah", 51),
            Map.entry("ipv6-icmp", 58),
            Map.entry("sctp", 132),
            Map.entry("udplite", 136)));
    private static final Map<Integer, String> NAMES =
            NUMBERS.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
    private static final Map<String, Integer> SERVICES =
            Map.of("ftp", 21, "ssh", 22, "telnet", 23, "smtp", 25, "domain", 53, "http", 80, "ntp", 123, "https", 443);

    private static final int LAST = 255;
    private static final int LAST_PORT = 65535;

    private Protocols() {}

    /// The name that saved rules have: `tcp` for `tcp`, `TCP` and `6`; empty for all.
    static String saved(String text) {
        var word = text.toLowerCase(Locale.ROOT);
        if (word.equals("all") || word.equals("0")) {
            return "";
        }
        if (word.equals("icmpv6")) {
            return "ipv6-icmp";
        }
        if (NUMBERS.containsKey(word)) {
            return word;
        }
        if (!word.matches("\\d{1,3}") || Integer.parseInt(word) > LAST) {
            throw Failure.usage("unknown protocol \"%s\" specified", text);
        }
        return NAMES.getOrDefault(Integer.parseInt(word), word);
    }

    /// The number, as listings print it.
    static String number(String saved) {
        return saved.isEmpty() ? "0" : Objects.toString(NUMBERS.get(saved), saved);
    }

    /// A port or a range, in numbers.
    static String ports(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return port(text, text);
        }
        var from = text.substring(0, colon);
        var to = text.substring(colon + 1);
        var range = port(from.isEmpty() ? "0" : from, from) + ":" + port(to.isEmpty() ? "65535" : to, to);
        var ends = range.split(":", 2);
        if (Integer.parseInt(ends[0]) > Integer.parseInt(ends[1])) {
            throw Failure.usage("invalid portrange (min > max)");
        }
        return ends[0].equals(ends[1]) ? ends[0] : range;
    }

    /// A list of ports and ranges, in numbers.
    static String portList(String text) {
        return list(text, Protocols::ports);
    }

    static String list(String text, Function<String, String> each) {
        return Arrays.stream(text.split(",")).map(each).collect(Collectors.joining(","));
    }

    private static String port(String text, String written) {
        int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : SERVICES.getOrDefault(text, LAST_PORT + 1);
        if (port > LAST_PORT) {
            throw Failure.usage("invalid port/service `%s' specified", written);
        }
        return Integer.toString(port);
    }
}
