package dev.weft.net.netfilter.conntrack.tool;

import dev.weft.net.netfilter.conntrack.Conntrack;
import dev.weft.net.netfilter.conntrack.Statistic;
import java.util.Locale;

/// `conntrack -S`: one line, for one worker alone has to do with a namespace.
final class StatisticsText {
    private static final Statistic[] OF_CONNECTIONS = {
        Statistic.FOUND,
        Statistic.INVALID,
        Statistic.INSERT,
        Statistic.INSERT_FAILED,
        Statistic.DROP,
        Statistic.EARLY_DROP,
        Statistic.ERROR,
        Statistic.SEARCH_RESTART,
        Statistic.CLASH_RESOLVE,
        Statistic.CHAIN_TOO_LONG
    };
    private static final Statistic[] OF_EXPECTATIONS = {
        Statistic.EXPECT_NEW, Statistic.EXPECT_CREATE, Statistic.EXPECT_DELETE
    };

    private StatisticsText() {}

    static String of(Conntrack conntrack, boolean expectations) {
        StringBuilder to = new StringBuilder("cpu=0   \t");
        for (Statistic statistic : expectations ? OF_EXPECTATIONS : OF_CONNECTIONS) {
            String name = statistic == Statistic.CHAIN_TOO_LONG
                    ? "chaintoolong"
                    : statistic.name().toLowerCase(Locale.ROOT);
            // Linux counts insertions of its own in events only
            long count = statistic == Statistic.INSERT ? 0 : conntrack.statistic(statistic);
            to.append(name).append('=').append(count).append(' ');
        }
        return to.append('\n').toString();
    }
}
