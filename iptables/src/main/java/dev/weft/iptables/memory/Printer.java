package dev.weft.iptables.memory;

import dev.weft.iptables.Network;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/// Rules and chains as `iptables -S`, `iptables -L -n` and iptables-save print them.
final class Printer {
    private Printer() {}

    /// `-P INPUT ACCEPT`, `-N web`
    static String head(Chain chain, boolean withCounters) {
        if (!chain.isBuiltIn) {
            return "-N " + chain.name;
        }
        return "-P " + chain.name + " " + chain.policy + (withCounters ? counters(chain.counters) : "");
    }

    /// `-A INPUT -s 10.0.0.0/8 -j DROP`
    static String rule(String chain, RuleSpec rule, boolean withCounters) {
        var line = new StringJoiner(" ").add("-A").add(chain);
        network(line, "-s", rule.source());
        network(line, "-d", rule.destination());
        name(line, "-i", rule.input());
        name(line, "-o", rule.output());
        name(line, "-p", rule.protocol());
        if (!rule.fragment().isEmpty()) {
            line.add(rule.fragment());
        }
        rule.matches().forEach(match -> line.add("-m").add(match.saved()));
        if (withCounters) {
            line.add(counters(rule.counters()).strip());
        }
        if (!rule.target().isEmpty()) {
            line.add(rule.isGoto() ? "-g" : "-j").add(rule.target());
        }
        if (!rule.targetOptions().all().isEmpty()) {
            line.add(rule.targetOptions().toString());
        }
        return line.toString();
    }

    private static String counters(Counters counters) {
        return " -c " + counters.packets() + " " + counters.bytes();
    }

    private static void network(StringJoiner line, String option, Network network) {
        if (!isAny(network)) {
            line.add((network.negated() ? "! " : "") + option).add(positive(network));
        }
    }

    private static boolean isAny(Network network) {
        return !network.negated() && network.prefixLength().orElse(-1) == 0;
    }

    private static String positive(Network network) {
        return new Network(network.address(), network.mask(), false).toString();
    }

    private static void name(StringJoiner line, String option, RuleSpec.Name name) {
        if (!name.isAny() && !name.text().equals("+")) {
            line.add((name.negated() ? "! " : "") + option).add(name.text());
        }
    }

    /// A chain as `iptables -L -n -x` lists it, `-v` or not.
    static String listing(Table table, Chain chain, boolean isVerbose) {
        var text = new StringBuilder("Chain ").append(chain.name).append(' ');
        var seen = isVerbose ? " %d packets, %d bytes".formatted(chain.counters.packets(), chain.counters.bytes()) : "";
        text.append(
                chain.isBuiltIn
                        ? "(policy " + chain.policy + seen + ")\n"
                        : "(" + table.references(chain.name) + " references)\n");
        text.append(isVerbose ? "    pkts      bytes " : "").append("target     prot opt ");
        text.append(isVerbose ? "in     out     " : "").append("source               destination         \n");
        chain.rules.forEach(rule -> text.append(listing(rule, isVerbose)).append('\n'));
        return text.toString();
    }

    private static String listing(RuleSpec rule, boolean isVerbose) {
        var text = new StringBuilder();
        if (isVerbose) {
            text.append("%8d %8d "
                    .formatted(rule.counters().packets(), rule.counters().bytes()));
        }
        text.append("%-9s ".formatted(rule.target()));
        text.append("%s%-4s "
                .formatted(
                        mark(rule.protocol()), Protocols.number(rule.protocol().text())));
        text.append(fragment(rule.fragment())).append(' ');
        if (isVerbose) {
            text.append(" %-6s %-6s ".formatted(device(rule.input()), device(rule.output())));
        }
        text.append(listing(rule.source())).append(listing(rule.destination()));
        text.append(rule.isGoto() ? "[goto] " : "");
        text.append(rule.matches().stream().map(match -> " " + match.listed()).collect(Collectors.joining()));
        if (Extensions.isTarget(rule.target())) {
            var target = Extensions.target(rule.target()).listing(rule.targetOptions());
            text.append(target.isEmpty() ? "" : " " + target);
        }
        return text.toString();
    }

    private static String listing(Network network) {
        var text = positive(network).replaceAll(network.address().getAddress().length == 4 ? "/32$" : "/128$", "");
        return "%s%-19s ".formatted(network.negated() ? "!" : " ", text);
    }

    private static String mark(RuleSpec.Name name) {
        return name.negated() ? "!" : " ";
    }

    private static String device(RuleSpec.Name name) {
        return name.isAny() ? "*" : (name.negated() ? "!" : "") + name.text();
    }

    private static String fragment(String option) {
        return switch (option) {
            case "-f" -> "-f";
            case "! -f" -> "!f";
            default -> "--";
        };
    }

    /// A table as iptables-save writes it, without the lines that tell the time.
    static String saved(Table table, boolean withCounters) {
        var text = new StringBuilder("*" + table.name + "\n");
        for (var chain : table.chains()) {
            text.append(":%s %s %s\n".formatted(chain.name, chain.policy, chain.counters));
        }
        for (var chain : table.chains()) {
            for (var rule : chain.rules) {
                text.append(withCounters ? rule.counters() + " " : "")
                        .append(rule(chain.name, rule, false))
                        .append('\n');
            }
        }
        return text.append("COMMIT\n").toString();
    }
}
