package dev.weft.iptables.memory;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The matches that the model saves and lists as iptables does.
final class KnownMatches {
    private static final List<String> STATES =
            List.of("INVALID", "NEW", "RELATED", "ESTABLISHED", "UNTRACKED", "SNAT", "DNAT");
    private static final List<String> FLAGS = List.of("FIN", "SYN", "RST", "PSH", "ACK", "URG");
    private static final Map<String, String> ICMP_TYPES = Map.of(
            "echo-reply", "0",
            "destination-unreachable", "3",
            "network-unreachable", "3/0",
            "host-unreachable", "3/1",
            "port-unreachable", "3/3",
            "fragmentation-needed", "3/4",
            "echo-request", "8",
            "time-exceeded", "11");
    private static final Map<String, String> ICMPV6_TYPES = Map.of(
            "destination-unreachable", "1",
            "packet-too-big", "2",
            "time-exceeded", "3",
            "echo-request", "128",
            "echo-reply", "129",
            "router-solicitation", "133",
            "router-advertisement", "134",
            "neighbour-solicitation", "135",
            "neighbour-advertisement", "136");

    private KnownMatches() {}

    static List<Extension> all() {
        return List.of(
                ports("tcp")
                        .option("--tcp-flags", 2, values -> List.of(flags(values.getFirst()), flags(values.getLast())))
                        .option("--syn", 0, values -> values)
                        .finished((options, rule) -> syn(options))
                        .listed(options ->
                                portTexts("tcp", options) + options.text("--tcp-flags", KnownMatches::flagText)),
                ports("udp").listed(options -> portTexts("udp", options)),
                Extension.of("icmp")
                        .option("--icmp-type", type -> ICMP_TYPES.getOrDefault(type, type))
                        .listed(options -> options.text("--icmp-type", type -> icmp("icmptype", type))),
                Extension.of("icmp6")
                        .option("--icmpv6-type", type -> ICMPV6_TYPES.getOrDefault(type, type))
                        .listed(options -> options.text("--icmpv6-type", type -> icmp("ipv6-icmptype", type))),
                Extension.of("comment")
                        .option("--comment", text -> text)
                        .listed(options -> options.text("--comment", text -> "/* " + text.value() + " */")),
                Extension.of("conntrack")
                        .option("--ctstate", states -> ordered(states, STATES, "ctstate"))
                        .finished((options, rule) -> required(options, "conntrack"))
                        .listed(options -> options.text("--ctstate", states -> plain("ctstate", states))),
                Extension.of("state")
                        .option("--state", states -> ordered(states, STATES.subList(0, 5), "state"))
                        .finished((options, rule) -> required(options, "state"))
                        .listed(options -> options.text("--state", states -> plain("state", states))),
                Extension.of("multiport")
                        .option("--sports", Protocols::portList, "--source-ports")
                        .option("--dports", Protocols::portList, "--destination-ports")
                        .option("--ports", Protocols::portList)
                        .finished(KnownMatches::multiport)
                        .listed(options -> "multiport "
                                + options.all().stream()
                                        .map(option -> option.name().substring(2) + " " + (option.negated() ? " !" : "")
                                                + option.value())
                                        .collect(Collectors.joining())),
                Extension.of("mark")
                        .option("--mark", Extensions::mark)
                        .listed(options -> options.text(
                                "--mark", mark -> "mark match " + (mark.negated() ? "! " : "") + mark.value())),
                Extension.of("limit")
                        .option("--limit", KnownMatches::rate)
                        .option("--limit-burst", burst -> burst)
                        .finished((options, rule) -> limit(options))
                        .listed(options -> "limit: avg " + options.text("--limit", Option::value) + " burst "
                                + options.get("--limit-burst")
                                        .map(Option::value)
                                        .orElse("5")),
                Extension.of("addrtype")
                        .option("--src-type", types -> types)
                        .option("--dst-type", types -> types)
                        .flag("--limit-iface-in")
                        .flag("--limit-iface-out")
                        .listed(options -> "ADDRTYPE match"
                                + options.text("--src-type", type -> " src-type " + type.mark() + type.value())
                                + options.text("--dst-type", type -> " dst-type " + type.mark() + type.value())
                                + options.text("--limit-iface-in", in -> " limit-in")
                                + options.text("--limit-iface-out", out -> " limit-out")));
    }

    private static Extension ports(String protocol) {
        return Extension.of(protocol)
                .option("--sport", Protocols::ports, "--source-port")
                .option("--dport", Protocols::ports, "--destination-port");
    }

    private static String portTexts(String protocol, Options options) {
        return Stream.of(
                        protocol,
                        options.text("--sport", port -> port("spt", port)),
                        options.text("--dport", port -> port("dpt", port)))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String port(String name, Option port) {
        return name + (port.value().contains(":") ? "s:" : ":") + port.mark() + port.value();
    }

    private static String plain(String name, Option option) {
        return (option.negated() ? "! " : "") + name + " " + option.value();
    }

    private static Options syn(Options options) {
        return options.get("--syn")
                .map(syn -> options.without("--syn")
                        .with(new Option(syn.negated(), "--tcp-flags", List.of("FIN,SYN,RST,ACK", "SYN"))))
                .orElse(options);
    }

    private static String flags(String text) {
        return switch (text) {
            case "ALL" -> String.join(",", FLAGS);
            case "NONE" -> "NONE";
            default -> ordered(text, FLAGS, "TCP flag");
        };
    }

    private static String flagText(Option flags) {
        return " flags:" + flags.mark() + bits(flags.values().getFirst()) + "/"
                + bits(flags.values().getLast());
    }

    private static String bits(String flags) {
        int bits = Arrays.stream(flags.split(","))
                .mapToInt(FLAGS::indexOf)
                .filter(i -> i >= 0)
                .map(i -> 1 << i)
                .sum();
        return "0x%02X".formatted(bits);
    }

    private static String ordered(String text, List<String> order, String what) {
        var given = Arrays.asList(text.split(","));
        given.stream().filter(word -> !order.contains(word)).findFirst().ifPresent(word -> {
            throw Failure.usage("Bad %s \"%s\"", what, word);
        });
        return order.stream().filter(given::contains).collect(Collectors.joining(","));
    }

    private static String icmp(String name, Option type) {
        var text = type.value().replace("/", " code ");
        return type.value().equals("any") ? name + " 255" : type.mark() + name + " " + text;
    }

    private static Options required(Options options, String name) {
        if (options.all().isEmpty()) {
            throw Failure.usage("%s: At least one option is required", name);
        }
        return options;
    }

    private static Options multiport(Options options, RuleSpec rule) {
        var protocols = List.of("tcp", "udp", "udplite", "sctp", "dccp");
        if (!protocols.contains(rule.protocol().text()) || rule.protocol().negated()) {
            throw Failure.usage("multiport needs `-p tcp', `-p udp', `-p udplite', `-p sctp' or `-p dccp'");
        }
        return options;
    }

    private static String rate(String text) {
        var parts = text.split("/", 2);
        var unit = parts.length == 1 ? "second" : parts[1];
        for (var saved : List.of("second", "minute", "hour", "day")) {
            if (!unit.isEmpty() && saved.startsWith(unit) && parts[0].matches("\\d+")) {
                return parts[0] + "/" + (saved.length() > 4 ? saved.substring(0, 3) : saved);
            }
        }
        throw Failure.usage("bad rate \"%s\"'", text);
    }

    /// What iptables takes for granted is not saved.
    private static Options limit(Options options) {
        var known = options.has("--limit") ? options : options.with(new Option(false, "--limit", List.of("3/hour")));
        return known.get("--limit-burst")
                        .filter(burst -> burst.value().equals("5"))
                        .isPresent()
                ? known.without("--limit-burst")
                : known;
    }
}
