package dev.weft.net.netfilter.match.recent;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.Packet;
import dev.weft.net.netfilter.match.ProcNames;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.Match;
import dev.weft.net.netfilter.table.MatchType;
import dev.weft.net.netfilter.table.RuleCheck;
import java.util.Locale;

/// `-m recent`: was the address seen before (kernel: `recent_mt`)?
final class RecentMatch implements Match {
    private static final int MOST_HITS = 0xffff;
    private static final long NANOS = 1_000_000_000;
    private static final int TTL = 8;
    private static final int HOP_LIMIT = 7;

    /// What it does with the list.
    enum Action {
        SET("SET"),
        RCHECK("CHECK"),
        UPDATE("UPDATE"),
        REMOVE("REMOVE");

        private final String listed;

        Action(String listed) {
            this.listed = listed;
        }

        String option() {
            return " --" + name().toLowerCase(Locale.ROOT);
        }
    }

    /// What it asks of the list's entries; 0 seconds and 0 hits stand for no limit.
    record Limits(long seconds, long hits, boolean isReaping, boolean isTtlCompared) {
        static final Limits NONE = new Limits(0, 0, false, false);
    }

    private final Action action;
    private final boolean inverted;
    private final Limits limits;
    private final String name;
    private final boolean destination;
    private final RecentMask mask;
    private final boolean ip6;
    private RecentList list = new RecentList(RecentMask.WHOLE, 1);

    RecentMatch(
            Action action,
            boolean inverted,
            Limits limits,
            String name,
            boolean destination,
            RecentMask mask,
            boolean ip6) {
        this.action = action;
        this.inverted = inverted;
        this.limits = limits;
        this.name = name;
        this.destination = destination;
        this.mask = mask;
        this.ip6 = ip6;
    }

    @Override
    public MatchType type() {
        return RecentType.TYPE;
    }

    @Override
    public boolean matches(Packet packet, HookState state) {
        long high = 0;
        long low;
        int hops;
        if (ip6) {
            int at = destination ? 24 : 8;
            high = packet.i64(at) & list.mask().high();
            low = packet.i64(at + 8) & list.mask().low();
            hops = packet.u8(HOP_LIMIT);
        } else {
            low = packet.u32(destination ? 16 : 12) & list.mask().low();
            hops = packet.u8(TTL);
        }
        if (state.out() != null && packet.socket() == null) {
            hops++; // as it was before it was forwarded
        }
        int family = ip6 ? 6 : 4;
        int at = list.find(family, high, low, limits.isTtlCompared ? hops : 0);
        if (at < 0) {
            if (action != Action.SET) {
                return inverted;
            }
            list.add(family, high, low, hops, state.now());
            return !inverted;
        }
        return meet(at, hops, state.now()) != inverted;
    }

    /// Does with an entry what is to be done, and says whether that fulfils the match before `!`.
    private boolean meet(int at, int hops, long now) {
        if (action == Action.REMOVE) {
            list.remove(at);
            return true;
        }
        if (action == Action.SET) {
            list.update(at, hops, now);
            return true;
        }
        long since = limits.seconds == 0 ? Long.MIN_VALUE : now - limits.seconds * NANOS;
        boolean seen = list.wasSeen(at, since, (int) limits.hits);
        if (action == Action.UPDATE && seen != inverted) {
            list.update(at, hops, now);
        }
        if (limits.isReaping) {
            list.reap(since);
        }
        return seen;
    }

    @Override
    public void enter(RuleCheck check) {
        boolean changes = action == Action.SET || action == Action.REMOVE;
        boolean limited = limits.seconds != 0 || limits.hits != 0 || limits.isReaping || limits.isTtlCompared;
        if (changes && limited || limits.hits > MOST_HITS || !ProcNames.isValid(name)) {
            throw new KernelError(Errno.EINVAL);
        }
        int stamps = limits.hits == 0 ? 32 : Math.max(1, Integer.highestOneBit((int) limits.hits * 2 - 1));
        list = RecentLists.of(check.namespace()).use(name, mask, stamps);
    }

    @Override
    public void leave(RuleCheck check) {
        RecentLists.of(check.namespace()).leave(name);
    }

    @Override
    public void save(StringBuilder to) {
        to.append(inverted ? " !" : "").append(action.option());
        limits(to, " --seconds ", " --hitcount ", " --reap", " --rttl");
        to.append(" --name ").append(name).append(" --mask ").append(mask.text(ip6));
        to.append(destination ? " --rdest" : " --rsource");
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        to.append(inverted ? " !" : "").append(" recent: ").append(action.listed);
        limits(to, " seconds: ", " hit_count: ", " reap", " TTL-Match");
        to.append(" name: ").append(name).append(destination ? " side: dest" : " side: source");
        to.append(" mask: ").append(mask.text(ip6));
    }

    private void limits(StringBuilder to, String seconds, String hits, String reap, String ttl) {
        if (limits.seconds != 0) {
            to.append(seconds).append(limits.seconds);
        }
        to.append(limits.isReaping ? reap : "");
        if (limits.hits != 0) {
            to.append(hits).append(limits.hits);
        }
        to.append(limits.isTtlCompared ? ttl : "");
    }
}
