package dev.weft.net.netfilter.iptables;

import dev.weft.net.netfilter.table.Chain;
import dev.weft.net.netfilter.table.Policy;
import dev.weft.net.netfilter.table.Rule;
import dev.weft.net.netfilter.table.RuleText;
import dev.weft.net.netfilter.table.TableRules;
import java.util.Collection;
import java.util.List;

/// Rules as commands: `iptables -S` and the body of `iptables-save`.
final class RuleListing {
    private RuleListing() {}

    /// `-P`, `-N` and `-A` lines.
    ///
    /// @param number of the only rule that is wanted; 0 for all
    static String commands(Collection<Chain> chains, int number, boolean counters) {
        StringBuilder text = new StringBuilder();
        for (Chain chain : number == 0 ? chains : List.<Chain>of()) {
            Policy policy = chain.policy();
            if (policy == null) {
                text.append("-N ").append(chain.name());
            } else {
                text.append("-P ").append(chain.name()).append(' ').append(policy.verdict());
                if (counters) {
                    text.append(" -c ").append(policy.packets()).append(' ').append(policy.bytes());
                }
            }
            text.append('\n');
        }
        for (Chain chain : chains) {
            int at = 0;
            for (Rule rule : chain.rules()) {
                at++;
                if (number == 0 || number == at) {
                    text.append("-A ").append(chain.name());
                    RuleText.append(text, rule, counters);
                    text.append('\n');
                }
            }
        }
        return text.toString();
    }

    /// One table as `iptables-save` writes it, between its two comments.
    static String save(TableRules table, boolean counters) {
        StringBuilder text = new StringBuilder("*").append(table.kind().text()).append('\n');
        for (Chain chain : table.all()) {
            Policy policy = chain.policy();
            text.append(':').append(chain.name()).append(' ');
            text.append(policy == null ? "-" : policy.verdict().name());
            text.append(" [").append(policy == null ? 0 : policy.packets());
            text.append(':').append(policy == null ? 0 : policy.bytes()).append("]\n");
        }
        for (Chain chain : table.all()) {
            for (Rule rule : chain.rules()) {
                if (counters) {
                    text.append('[')
                            .append(rule.packets())
                            .append(':')
                            .append(rule.bytes())
                            .append("] ");
                }
                text.append("-A ").append(chain.name());
                RuleText.append(text, rule, false);
                text.append('\n');
            }
        }
        return text.append("COMMIT\n").toString();
    }
}
