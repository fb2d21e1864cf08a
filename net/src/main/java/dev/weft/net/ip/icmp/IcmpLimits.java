package dev.weft.net.ip.icmp;

import dev.weft.core.packet.NamespaceKey;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.wire.Icmp;
import dev.weft.net.ip.v4.Ip4Config;
import dev.weft.net.ip.v4.Ip4Global;
import dev.weft.net.namespace.Jiffies;
import java.util.random.RandomGenerator;

/// How many ICMP messages of the kinds in `icmp_ratemask` a namespace sends: to all together, and to each host
/// (kernel: `icmp_global_allow`, `icmpv4_xrlim_allow`).
public final class IcmpLimits {
    private static final NamespaceKey<IcmpLimits> KEY = new NamespaceKey<>("icmp limits", IcmpLimits::new);

    private static final long SECOND = 1_000_000_000L;
    private static final long REFILL_NANOS = SECOND / 50;

    /// Messages that a host gets at once before the limit is felt.
    private static final int BURST = 6;

    /// Times that a host is told at once that there is no way (kernel: `ip_rt_error_burst`), then every second.
    private static final int NO_WAY_BURST = 5;

    private final RandomGenerator random;
    private long credit;
    private long refilledAt = -SECOND;

    private IcmpLimits(NetNamespace namespace) {
        random = namespace.random();
    }

    public static IcmpLimits of(NetNamespace namespace) {
        return namespace.get(KEY);
    }

    /// Are such messages counted at all? The discovery of path MTUs never is.
    static boolean isLimited(Ip4Config config, int type, int code) {
        boolean pathMtu = type == Icmp.DESTINATION_UNREACHABLE && code == Icmp.FRAGMENTATION_NEEDED;
        return type < 32 && !pathMtu && (config.get(Ip4Global.ICMP_RATEMASK) & 1 << type) != 0;
    }

    /// May one more be sent to anybody (`icmp_msgs_per_sec`, `icmp_msgs_burst`)? One message costs one credit on
    /// average, so that nobody can count them exactly.
    boolean takeOne(Ip4Config config, long now) {
        long elapsed = Math.min(now - refilledAt, SECOND);
        if (elapsed >= REFILL_NANOS) {
            long more = config.get(Ip4Global.ICMP_MSGS_PER_SEC) * elapsed / SECOND;
            if (more > 0) {
                refilledAt = now;
                credit = Math.min(credit + more, config.get(Ip4Global.ICMP_MSGS_BURST));
            }
        }
        if (credit == 0) {
            return false;
        }
        credit = Math.max(0, credit - random.nextInt(3));
        return true;
    }

    /// May a host be told once more that there is no way for its packets (kernel: `ip_error`)? Such messages count
    /// twice,
    /// here and as all others do.
    public static boolean mayTellOfNoWay(NetNamespace namespace, int address, long now) {
        return Peers.of(namespace).get(address, now).spend(SECOND, NO_WAY_BURST * SECOND, now);
    }

    /// May one more be sent to this host (`icmp_ratelimit`)?
    static boolean mayGoTo(Peer peer, Ip4Config config, long now) {
        long interval = Jiffies.toNanos(config.get(Ip4Global.ICMP_RATELIMIT));
        return interval == 0 || peer.spend(interval, BURST * interval, now);
    }
}
