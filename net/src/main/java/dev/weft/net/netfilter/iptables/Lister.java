package dev.weft.net.netfilter.iptables;

import dev.weft.core.errno.Errno;
import dev.weft.net.names.HostNames;
import dev.weft.net.netfilter.table.Chain;
import dev.weft.net.netfilter.table.TableRules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Prints what `-L` and `-S` ask for.
///
/// @param hosts names for addresses; null when none are wanted
record Lister(Tool tool, @Nullable HostNames hosts, Output output) {
    static boolean wants(Order order) {
        return order.verbs().contains(Verb.LIST) || order.verbs().contains(Verb.LIST_RULES);
    }

    /// @return why it cannot be printed
    @Nullable
    Refusal list(Order order, TableRules table) {
        List<Chain> chains = table.all();
        String named = order.chain();
        if (named != null) {
            Chain chain = table.find(named);
            if (chain == null) {
                return tool.isLegacy()
                        ? Refusal.of(Errno.ENOENT)
                        : Refusal.of("chain `" + named + "' in table `"
                                + table.kind().text() + "' is incompatible, use 'nft' tool.");
            }
            chains = List.of(chain);
        }
        if (order.verbs().contains(Verb.LIST_RULES)) {
            output.out(RuleListing.commands(chains, order.number(), order.isVerbose()));
            return null;
        }
        Listing listing = Listing.of(order, tool, hosts);
        StringBuilder text = new StringBuilder();
        for (Chain chain : chains) {
            text.append(chain == chains.getFirst() ? "" : "\n");
            listing.chain(text, table, chain, order.number());
        }
        output.out(text.toString());
        return null;
    }
}
