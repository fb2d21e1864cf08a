package dev.weft.net.netfilter.match.hashlimit;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.Packet;
import dev.weft.net.namespace.Network;
import dev.weft.net.netfilter.match.FlowPorts;
import dev.weft.net.netfilter.match.ProcNames;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.Match;
import dev.weft.net.netfilter.table.MatchType;
import dev.weft.net.netfilter.table.RuleCheck;
import org.jspecify.annotations.Nullable;

/// `-m hashlimit`: a token bucket for each group of packets (kernel: `hashlimit_mt_common`).
final class HashlimitMatch implements Match {
    private final HashlimitConfig config;
    private final boolean ip6;
    private @Nullable HashlimitTable table;

    HashlimitMatch(HashlimitConfig config, boolean ip6) {
        this.config = config;
        this.ip6 = ip6;
    }

    @Override
    public MatchType type() {
        return HashlimitType.TYPE;
    }

    @Override
    public boolean matches(Packet packet, HookState state) {
        HashlimitTable groups = table;
        long ports = ports(packet, state);
        if (groups == null || ports == FlowPorts.CUT) {
            state.hotDrop();
            return false;
        }
        int source = (config.mode() & HashlimitConfig.SOURCE) == 0 ? 0 : config.sourceBits();
        int destination = (config.mode() & HashlimitConfig.DESTINATION) == 0 ? 0 : config.destinationBits();
        long a = ip6 ? packet.i64(8) & mask(source) : 0;
        long b = ip6 ? packet.i64(16) & mask(source - 64) : packet.u32(12) & mask(source + 32);
        long c = ip6 ? packet.i64(24) & mask(destination) : 0;
        long d = ip6 ? packet.i64(32) & mask(destination - 64) : packet.u32(16) & mask(destination + 32);
        long now = state.now();
        int at = groups.find(a, b, c, d, ports, now);
        if (at < 0) {
            at = groups.add(a, b, c, d, ports, now);
            if (at < 0) { // the table is full
                state.hotDrop();
                return false;
            }
            fill(groups, at);
        } else {
            recover(groups, at, now);
        }
        return isWithin(groups, at, packet.length()) != config.isAbove();
    }

    /// What a group starts with.
    private void fill(HashlimitTable groups, int at) {
        long period = config.rate().period();
        if (config.isRateMatch()) {
            long rate = config.rate().isBytes() ? config.rate().bytesPerSecond() : HashlimitRate.SCALE / period;
            long burst = config.rate().isBytes() ? Math.max(1, config.burst()) * rate : config.burst() + rate;
            groups.credit[at] = 0;
            groups.cost[at] = rate;
            groups.cap[at] = burst;
            groups.over[at] = false;
        } else if (config.rate().isBytes()) {
            groups.credit[at] = HashlimitTable.SECOND;
            groups.cost[at] = period * HashlimitTable.SECOND >>> 32;
            groups.cap[at] = config.burst();
        } else {
            groups.cost[at] = period * 1000;
            groups.cap[at] = groups.cost[at] * config.burst();
            groups.credit[at] = groups.cap[at];
        }
    }

    /// What time has given back.
    private void recover(HashlimitTable groups, int at, long now) {
        long passed = now - groups.last[at];
        if (config.isRateMatch()) {
            long interval = config.interval() * HashlimitTable.SECOND;
            if (passed >= interval) {
                groups.last[at] = now;
                groups.over[at] = (double) groups.credit[at] * interval > (double) passed * groups.cost[at];
                groups.credit[at] = 0;
            }
            return;
        }
        groups.last[at] = now;
        long most = config.rate().isBytes() ? HashlimitTable.SECOND : groups.cap[at];
        groups.credit[at] = Math.min(most, groups.credit[at] + passed);
    }

    private boolean isWithin(HashlimitTable groups, int at, int length) {
        if (config.isRateMatch()) {
            groups.credit[at] += config.rate().isBytes() ? length : 1;
            return !groups.over[at] && groups.credit[at] <= groups.cap[at];
        }
        long cost = groups.cost[at];
        if (config.rate().isBytes()) {
            cost = Math.min(HashlimitTable.SECOND, cost * ((length >> 4) + 1));
            if (groups.credit[at] < cost && groups.cap[at] > 0) {
                groups.cap[at]--;
                groups.credit[at] = HashlimitTable.SECOND;
            }
        }
        if (groups.credit[at] < cost) {
            return false;
        }
        groups.credit[at] -= cost;
        return true;
    }

    private long ports(Packet packet, HookState state) {
        int wanted = (config.mode() & HashlimitConfig.SOURCE_PORT) == 0 ? 0 : 0xffff_0000;
        wanted |= (config.mode() & HashlimitConfig.DESTINATION_PORT) == 0 ? 0 : 0xffff;
        if (wanted == 0) {
            return 0;
        }
        long ports = FlowPorts.of(packet, state);
        return ports == FlowPorts.CUT ? ports : ports & wanted & 0xffff_ffffL;
    }

    private static long mask(int bits) {
        return bits <= 0 ? 0 : bits >= 64 ? -1 : -1L << 64 - bits;
    }

    @Override
    public void enter(RuleCheck check) {
        int most = ip6 ? 128 : 32;
        boolean sound = config.sourceBits() <= most
                && config.destinationBits() <= most
                && config.table().gcMillis() != 0
                && config.table().expireMillis() != 0
                && ProcNames.isValid(config.table().name());
        if (!sound) {
            throw new KernelError(Errno.EINVAL);
        }
        table = HashlimitTables.of(check.namespace())
                .use(config, ip6, Network.of(check.namespace()).clock().nanos());
    }

    @Override
    public void leave(RuleCheck check) {
        HashlimitTables.of(check.namespace()).leave(config, ip6);
    }

    @Override
    public void save(StringBuilder to) {
        config.save(to, ip6);
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        config.print(to, ip6);
    }
}
