package dev.weft.net.netfilter.target.ttl;

import dev.weft.core.packet.Checksum;
import dev.weft.core.packet.Packet;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.Target;
import dev.weft.net.netfilter.table.TargetType;
import dev.weft.net.netfilter.table.Verdict;

/// `-j TTL`, `-j HL`: sets, raises or lowers the time to live or hop limit (kernel: `ttl_tg`, `hl_tg6`).
public record TtlTarget(TargetType type, Mode mode, int hops) implements Target {
    /// `-j TTL`, of IPv4.
    public static final TargetType TTL = new TtlType("TTL", false);

    /// `-j HL`, of IPv6.
    public static final TargetType HL = new TtlType("HL", true);

    private static final int TTL_WORD = 8;
    private static final int CHECKSUM = 10;
    private static final int HOP_LIMIT = 7;
    private static final int MOST = 255;

    /// What is done.
    public enum Mode {
        SET("set", "set to"),
        DECREMENT("dec", "decrement by"),
        INCREMENT("inc", "increment by");

        private final String option;
        private final String words;

        Mode(String option, String words) {
            this.option = option;
            this.words = words;
        }

        String option() {
            return option;
        }
    }

    @Override
    public Verdict apply(Packet packet, HookState state) {
        if (state.isIp6()) {
            packet.put8(HOP_LIMIT, changed(packet.u8(HOP_LIMIT)));
            return Verdict.CONTINUE;
        }
        int before = packet.u16(TTL_WORD);
        int after = changed(before >>> 8) << 8 | before & 0xff;
        if (after != before) {
            packet.put16(TTL_WORD, after);
            packet.put16(CHECKSUM, Checksum.update16(packet.u16(CHECKSUM), before, after));
        }
        return Verdict.CONTINUE;
    }

    private int changed(int now) {
        return switch (mode) {
            case SET -> hops;
            case DECREMENT -> Math.max(0, now - hops);
            case INCREMENT -> Math.min(MOST, now + hops);
        };
    }

    @Override
    public void save(StringBuilder to) {
        to.append(type == TTL ? " --ttl-" : " --hl-")
                .append(mode.option)
                .append(' ')
                .append(hops);
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        to.append(' ')
                .append(type.name())
                .append(' ')
                .append(mode.words)
                .append(' ')
                .append(hops);
    }
}
