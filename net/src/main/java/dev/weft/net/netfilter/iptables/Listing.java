package dev.weft.net.netfilter.iptables;

import dev.weft.core.wire.Ip4Address;
import dev.weft.net.names.HostNames;
import dev.weft.net.netfilter.hook.HookFamily;
import dev.weft.net.netfilter.table.Action;
import dev.weft.net.netfilter.table.AddressMask;
import dev.weft.net.netfilter.table.Basics;
import dev.weft.net.netfilter.table.Chain;
import dev.weft.net.netfilter.table.DeviceMask;
import dev.weft.net.netfilter.table.Match;
import dev.weft.net.netfilter.table.Policy;
import dev.weft.net.netfilter.table.ProtocolNames;
import dev.weft.net.netfilter.table.Rule;
import dev.weft.net.netfilter.table.RuleText;
import dev.weft.net.netfilter.table.TableRules;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The tables that `iptables -L` prints (iptables: `list_entries`, `print_firewall`).
///
/// @param hosts names for addresses; null when none are wanted
record Listing(
        boolean counters,
        boolean numeric,
        boolean exact,
        boolean lineNumbers,
        boolean isTable,
        boolean prefixAsAny,
        @Nullable HostNames hosts) {
    private static final long EXACT_UP_TO = 99_999;

    static Listing of(Order order, Tool tool, @Nullable HostNames hosts) {
        return new Listing(
                order.isVerbose(),
                order.has(Flag.NUMERIC),
                order.has(Flag.EXPANDED),
                order.has(Flag.LINE_NUMBERS),
                true,
                !tool.isLegacy(),
                hosts);
    }

    /// The line that `-v` prints of a rule that is added or looked for.
    static String verboseLine(Rule rule) {
        StringBuilder line = new StringBuilder();
        new Listing(false, true, true, false, false, false, null).rule(line, rule, 0);
        return line.toString();
    }

    /// One chain, or one rule of it.
    ///
    /// @param number of the rule; 0 for all, with their heading
    void chain(StringBuilder to, TableRules table, Chain chain, int number) {
        if (number == 0) {
            heading(to, table, chain);
        }
        int at = 0;
        for (Rule rule : chain.rules()) {
            at++;
            if (number == 0 || number == at) {
                rule(to, rule, at);
            }
        }
    }

    private void heading(StringBuilder to, TableRules table, Chain chain) {
        to.append("Chain ").append(chain.name());
        Policy policy = chain.policy();
        if (policy == null) {
            to.append(" (").append(table.references(chain.name())).append(" references)\n");
        } else {
            to.append(" (policy ").append(policy.verdict());
            if (counters) {
                to.append(' ').append(number(policy.packets(), false)).append("packets, ");
                to.append(number(policy.bytes(), false)).append("bytes");
            }
            to.append(")\n");
        }
        if (lineNumbers) {
            to.append("num  ");
        }
        if (counters) {
            to.append(exact ? "    pkts      bytes " : " pkts bytes ");
        }
        to.append("target     prot opt");
        to.append(counters ? " in     out     " : " ");
        to.append("source               destination         \n");
    }

    private void rule(StringBuilder to, Rule rule, int number) {
        Basics basics = rule.basics();
        if (lineNumbers) {
            to.append(padded(Integer.toString(number), 4)).append(' ');
        }
        if (counters) {
            to.append(number(rule.packets(), true)).append(number(rule.bytes(), true));
        }
        to.append(word(rule.action().name(), 9)).append(' ');
        to.append(basics.isProtocolInverted() ? '!' : ' ');
        to.append(word(protocol(basics.protocol()), 4)).append(' ');
        to.append(isTable ? "" : "opt ");
        to.append(basics.isNotFragments() ? '!' : '-')
                .append(basics.fragments() ? 'f' : '-')
                .append(' ');
        if (counters || !isTable) {
            to.append(isTable ? " " : "in ")
                    .append(word(device(basics.in()), 6))
                    .append(' ');
            to.append(isTable ? "" : "out ")
                    .append(word(device(basics.out()), 6))
                    .append(' ');
        }
        addresses(to, basics);
        extensions(to, rule);
        to.append('\n');
    }

    private void addresses(StringBuilder to, Basics basics) {
        to.append(basics.source().isInverted() ? '!' : ' ');
        to.append(word(address(basics.source(), basics.family()), 19)).append(' ');
        to.append(basics.destination().isInverted() ? '!' : ' ');
        String destination = address(basics.destination(), basics.family());
        to.append(isTable ? padded(destination, 19) + " " : "-> " + destination + "  ");
    }

    private void extensions(StringBuilder to, Rule rule) {
        if (rule.action() instanceof Action.Jump jump && jump.isGoto()) {
            to.append("[goto] ");
        }
        for (Match match : rule.matches()) {
            match.print(to, numeric);
        }
        if (rule.action() instanceof Action.Run run) {
            run.target().print(to, numeric);
        }
    }

    private String protocol(int number) {
        return numeric && isTable ? Integer.toString(number) : ProtocolNames.nameOrNumber(number);
    }

    private String device(DeviceMask mask) {
        boolean any = mask.isAny() || prefixAsAny && mask.name().equals("+");
        return (mask.isInverted() ? "!" : "") + (any ? numeric ? "*" : "any" : mask.name());
    }

    private String address(AddressMask mask, HookFamily family) {
        boolean empty = mask.maskHigh() == 0 && mask.maskLow() == 0;
        if (empty && !numeric) {
            return "anywhere";
        }
        String bits = RuleText.mask(mask, family);
        boolean host = bits.equals(family == HookFamily.IPV4 ? "32" : "128");
        return name(mask, family) + (host ? "" : "/" + bits);
    }

    private String name(AddressMask mask, HookFamily family) {
        HostNames known = hosts;
        if (numeric || known == null || family != HookFamily.IPV4) {
            return RuleText.address(mask, family);
        }
        String name = known.name(mask.address4());
        if (name.equals(Ip4Address.toString(mask.address4()))) {
            for (Map.Entry<String, Integer> network : Addresses.NETWORKS.entrySet()) {
                if (network.getValue() == mask.address4()) {
                    return network.getKey();
                }
            }
        }
        return name;
    }

    // ---- columns

    private String word(String text, int width) {
        return isTable ? padded(text, width) : text;
    }

    private static String padded(String text, int width) {
        return text.length() >= width ? text : text + " ".repeat(width - text.length());
    }

    /// A counter, in K, M, G or T when it is large (iptables: `xtables_print_num`).
    private String number(long count, boolean column) {
        if (exact) {
            return column ? String.format("%8d ", count) : count + " ";
        }
        if (count <= EXACT_UP_TO) {
            return column ? String.format("%5d ", count) : count + " ";
        }
        long rounded = count;
        String unit = "";
        for (String next : new String[] {"K", "M", "G", "T"}) {
            rounded = (rounded + 500) / 1000;
            unit = next;
            if (rounded <= 9999) {
                break;
            }
        }
        return (column ? String.format("%4d", rounded) : Long.toString(rounded)) + unit + " ";
    }
}
