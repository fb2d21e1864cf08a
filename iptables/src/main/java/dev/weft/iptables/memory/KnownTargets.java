package dev.weft.iptables.memory;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The targets that the model saves and lists as iptables does.
final class KnownTargets {
    private static final List<String> WITH_PORTS = List.of("tcp", "udp", "sctp", "dccp");
    private static final Map<String, String> LEVELS = Map.of(
            "emerg", "0", "alert", "1", "crit", "2", "error", "3", "warning", "4", "notice", "5", "info", "6", "debug",
            "7");
    private static final String WARNING = "4";
    private static final long ALL_BITS = 0xffffffffL;

    private KnownTargets() {}

    static List<Extension> all() {
        return List.of(
                Extension.of("MARK")
                        .option("--set-xmark", KnownTargets::fullMark)
                        .option("--set-mark", mark -> mark)
                        .option("--or-mark", mark -> mark)
                        .option("--and-mark", mark -> mark)
                        .option("--xor-mark", mark -> mark)
                        .finished((options, rule) -> setMark(options))
                        .listed(options -> options.text("--set-xmark", KnownTargets::markText)),
                Extension.of("REJECT")
                        .option("--reject-with", type -> type)
                        .finished(KnownTargets::reject)
                        .listed(options -> options.text("--reject-with", type -> "reject-with " + type.value())),
                Extension.of("LOG")
                        .option("--log-prefix", text -> text)
                        .option("--log-level", level -> LEVELS.getOrDefault(level, level))
                        .flag("--log-tcp-sequence")
                        .flag("--log-tcp-options")
                        .flag("--log-ip-options")
                        .flag("--log-uid")
                        .finished((options, rule) -> log(options))
                        .listed(KnownTargets::logText),
                translation("DNAT", "--to-destination", "--to"),
                translation("SNAT", "--to-source", "--to"),
                ports("MASQUERADE", "masq ports: "),
                ports("REDIRECT", "redir ports "));
    }

    private static String fullMark(String text) {
        var mark = Extensions.mark(text);
        return mark.contains("/") ? mark : mark + "/0xffffffff";
    }

    /// `--set-mark V/M` clears M and V, `--set-xmark V/M` clears M: saved is the latter.
    /// `--set-xmark V/M` clears the bits of M and flips those of V; it is what all others are saved as.
    private static Options setMark(Options options) {
        if (options.all().isEmpty()) {
            throw Failure.usage("MARK: One of the --set-xmark, --{and,or,xor,set}-mark options is required");
        }
        var given = options.all().getFirst();
        var parts = fullMark(given.value()).split("/", 2);
        long value = Long.decode(parts[0]);
        long mask = Long.decode(parts[1]);
        var saved = switch (given.name()) {
            case "--set-mark" -> marks(value, mask | value);
            case "--or-mark" -> marks(value, value);
            case "--and-mark" -> marks(0, ~value & ALL_BITS);
            case "--xor-mark" -> marks(value, 0);
            default -> marks(value, mask);
        };
        return new Options(List.of(new Option(false, "--set-xmark", List.of(saved))));
    }

    private static String marks(long value, long mask) {
        return "0x" + Long.toHexString(value) + "/0x" + Long.toHexString(mask);
    }

    private static String markText(Option option) {
        var parts = option.value().split("/", 2);
        long value = Long.decode(parts[0]);
        long mask = Long.decode(parts[1]);
        if (value == 0) {
            return "MARK and 0x" + Long.toHexString(~mask & ALL_BITS);
        }
        if (value == mask) {
            return "MARK or " + parts[0];
        }
        if (mask == 0) {
            return "MARK xor " + parts[0];
        }
        return mask == ALL_BITS ? "MARK set " + parts[0] : "MARK xset " + option.value();
    }

    private static Options reject(Options options, RuleSpec rule) {
        boolean isV6 = rule.source().address().getAddress().length > 4;
        var usual = isV6 ? "icmp6-port-unreachable" : "icmp-port-unreachable";
        return options.has("--reject-with")
                ? options
                : options.with(new Option(false, "--reject-with", List.of(usual)));
    }

    private static Options log(Options options) {
        return options.get("--log-level")
                        .filter(level -> level.value().equals(WARNING))
                        .isPresent()
                ? options.without("--log-level")
                : options;
    }

    private static String logText(Options options) {
        var flags = List.of("--log-tcp-sequence", "--log-tcp-options", "--log-ip-options", "--log-uid");
        int bits = flags.stream()
                .filter(options::has)
                .mapToInt(flag -> 1 << flags.indexOf(flag))
                .sum();
        return "LOG flags " + bits + " level "
                + options.get("--log-level").map(Option::value).orElse(WARNING)
                + options.text("--log-prefix", text -> " prefix \"" + text.value() + "\"");
    }

    private static Extension translation(String name, String option, String alias) {
        return Extension.of(name)
                .option(option, to -> to, alias)
                .flag("--random")
                .flag("--random-fully")
                .flag("--persistent")
                .finished((options, rule) -> translated(name, option, options, rule))
                .listed(options -> options.text(option, to -> "to:" + to.value()) + flags(options));
    }

    private static Options translated(String name, String option, Options options, RuleSpec rule) {
        var to = options.get(option);
        if (to.isEmpty()) {
            throw Failure.usage("%s: option \"%s\" must be specified\n", name, option);
        }
        boolean isV6 = rule.source().address().getAddress().length > 4;
        needPorts(to.get().value().contains(isV6 ? "]:" : ":"), rule);
        return options;
    }

    private static Extension ports(String name, String text) {
        return Extension.of(name)
                .option("--to-ports", ports -> ports)
                .flag("--random")
                .flag("--random-fully")
                .finished((options, rule) -> {
                    needPorts(options.has("--to-ports"), rule);
                    return options;
                })
                .listed(options ->
                        (options.text("--to-ports", ports -> text + ports.value()) + flags(options)).strip());
    }

    private static void needPorts(boolean hasPorts, RuleSpec rule) {
        var protocol = rule.protocol();
        if (hasPorts && (protocol.negated() || !WITH_PORTS.contains(protocol.text()))) {
            throw Failure.usage("Need TCP, UDP, SCTP or DCCP with port specification");
        }
    }

    private static String flags(Options options) {
        return Stream.of("--random", "--random-fully", "--persistent")
                .filter(options::has)
                .map(flag -> " " + flag.substring(2))
                .collect(Collectors.joining());
    }
}
