package dev.weft.net.netfilter.match.statistic;

import dev.weft.core.packet.Packet;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.Match;
import dev.weft.net.netfilter.table.MatchType;
import dev.weft.net.netfilter.table.RuleCheck;

/// `-m statistic --mode nth`: one packet of so many (kernel: `statistic_mt`).
final class NthMatch implements Match {
    private final long every;
    private final long packet;
    private final boolean inverted;
    private long count;

    /// @param packet which one comes first, from 0 on
    NthMatch(long every, long packet, boolean inverted) {
        this.every = every;
        this.packet = packet;
        this.inverted = inverted;
        restart();
    }

    private void restart() {
        count = every - 1 - packet;
    }

    @Override
    public MatchType type() {
        return StatisticType.TYPE;
    }

    @Override
    public boolean matches(Packet seen, HookState state) {
        boolean turn = count == every - 1;
        count = turn ? 0 : count + 1;
        return turn != inverted;
    }

    @Override
    public void enter(RuleCheck check) {
        restart();
    }

    @Override
    public void save(StringBuilder to) {
        to.append(" --mode nth")
                .append(inverted ? " !" : "")
                .append(" --every ")
                .append(every);
        to.append(" --packet ").append(packet);
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        to.append(" statistic mode nth")
                .append(inverted ? " !" : "")
                .append(" every ")
                .append(every);
        if (packet != 0) {
            to.append(" packet ").append(packet);
        }
    }
}
