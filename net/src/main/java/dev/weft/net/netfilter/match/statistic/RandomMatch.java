package dev.weft.net.netfilter.match.statistic;

import dev.weft.core.packet.Packet;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.Match;
import dev.weft.net.netfilter.table.MatchType;
import java.util.Locale;

/// `-m statistic --mode random`: some packets by chance (kernel: `statistic_mt`).
record RandomMatch(long probability, boolean isInverted) implements Match {
    private static final long CERTAIN = 0x8000_0000L;

    /// @param part from 0 to 1
    static RandomMatch of(double part, boolean inverted) {
        return new RandomMatch((long) Math.rint(CERTAIN * part), inverted);
    }

    @Override
    public MatchType type() {
        return StatisticType.TYPE;
    }

    @Override
    public boolean matches(Packet packet, HookState state) {
        long drawn = state.namespace().random().nextInt() & CERTAIN - 1;
        return drawn < probability != isInverted;
    }

    @Override
    public void save(StringBuilder to) {
        to.append(" --mode random")
                .append(isInverted ? " !" : "")
                .append(" --probability ")
                .append(text());
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        to.append(" statistic mode random")
                .append(isInverted ? " !" : "")
                .append(" probability ")
                .append(text());
    }

    private String text() {
        return String.format(Locale.ROOT, "%.11f", (double) probability / CERTAIN);
    }
}
