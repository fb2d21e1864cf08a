package dev.weft.net.link.bridge;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import java.util.Locale;
import java.util.function.ObjLongConsumer;
import java.util.function.ToLongFunction;

/// The numbers that `ip link set DEV type bridge` sets and `ip -d link` shows, in the order in which the kernel sets
/// them; times in hundredths of a second.
enum BridgeAttribute {
    FORWARD_DELAY(32, b -> centi(b.tree.current().forwardDelay), (b, v) -> {
        b.tree.own().forwardDelay = StpTimes.forwardDelay(v, b.tree.isEnabled());
        b.tree.takeOwnTimesIfRoot();
    }),
    HELLO_TIME(32, b -> centi(b.tree.current().helloTime), (b, v) -> {
        b.tree.own().helloTime = StpTimes.helloTime(v);
        b.tree.takeOwnTimesIfRoot();
    }),
    MAX_AGE(32, b -> centi(b.tree.current().maxAge), (b, v) -> {
        b.tree.own().maxAge = StpTimes.maxAge(v);
        b.tree.takeOwnTimesIfRoot();
    }),
    AGEING_TIME(32, b -> centi(b.tree.ageingTime()), (b, v) -> b.tree.ageingTime(v * StpTimes.CENTISECOND)),
    STP_STATE(32, b -> bit(b.tree.isEnabled()), (b, v) -> b.tree.enable(v != 0)),
    PRIORITY(16, b -> b.tree.priority(), (b, v) -> b.tree.priority((int) v)),
    VLAN_FILTERING(8, b -> 0, (b, v) -> {
        throw new KernelError(Errno.EOPNOTSUPP);
    }),
    VLAN_DEFAULT_PVID(16, b -> 0, (b, v) -> {}),
    VLAN_STATS_ENABLED(8, b -> 0, (b, v) -> {}),
    VLAN_STATS_PER_PORT(8, b -> 0, (b, v) -> {}),
    GROUP_FWD_MASK(16, b -> b.groupForwardMask, (b, v) -> b.groupForwardMask = forwardMask(v)),
    MCAST_ROUTER(8, b -> b.stored.multicastRouter, (b, v) -> b.stored.multicastRouter = upTo(v, 0, 2)),
    MCAST_SNOOPING(8, b -> bit(b.stored.multicastSnooping), (b, v) -> b.stored.multicastSnooping = v != 0),
    MCAST_VLAN_SNOOPING(8, b -> 0, (b, v) -> refuseVlanSnooping(v)),
    MCAST_QUERY_USE_IFADDR(
            8, b -> bit(b.stored.multicastQueryUseIfaddr), (b, v) -> b.stored.multicastQueryUseIfaddr = v != 0),
    MCAST_QUERIER(8, b -> bit(b.stored.multicastQuerier), (b, v) -> b.stored.multicastQuerier = v != 0),
    MCAST_HASH_ELASTICITY(32, b -> 16, (b, v) -> {}),
    MCAST_HASH_MAX(32, b -> b.stored.multicastHashMax, (b, v) -> b.stored.multicastHashMax = v),
    MCAST_LAST_MEMBER_COUNT(
            32,
            "mcast_last_member_cnt",
            b -> b.stored.multicastLastMemberCount,
            (b, v) -> b.stored.multicastLastMemberCount = v),
    MCAST_STARTUP_QUERY_COUNT(
            32,
            "mcast_startup_query_cnt",
            b -> b.stored.multicastStartupQueryCount,
            (b, v) -> b.stored.multicastStartupQueryCount = v),
    MCAST_LAST_MEMBER_INTERVAL(
            64,
            "mcast_last_member_intvl",
            b -> b.stored.multicastLastMemberInterval,
            (b, v) -> b.stored.multicastLastMemberInterval = v),
    MCAST_MEMBERSHIP_INTERVAL(
            64,
            "mcast_membership_intvl",
            b -> b.stored.multicastMembershipInterval,
            (b, v) -> b.stored.multicastMembershipInterval = v),
    MCAST_QUERIER_INTERVAL(
            64,
            "mcast_querier_intvl",
            b -> b.stored.multicastQuerierInterval,
            (b, v) -> b.stored.multicastQuerierInterval = v),
    MCAST_QUERY_INTERVAL(
            64,
            "mcast_query_intvl",
            b -> b.stored.multicastQueryInterval,
            (b, v) -> b.stored.multicastQueryInterval = Math.max(v, 100)),
    MCAST_QUERY_RESPONSE_INTERVAL(
            64,
            "mcast_query_response_intvl",
            b -> b.stored.multicastQueryResponseInterval,
            (b, v) -> b.stored.multicastQueryResponseInterval = v),
    MCAST_STARTUP_QUERY_INTERVAL(
            64,
            "mcast_startup_query_intvl",
            b -> b.stored.multicastStartupQueryInterval,
            (b, v) -> b.stored.multicastStartupQueryInterval = Math.max(v, 100)),
    MCAST_STATS_ENABLED(8, b -> bit(b.stored.multicastStatistics), (b, v) -> b.stored.multicastStatistics = v != 0),
    MCAST_IGMP_VERSION(8, b -> b.stored.igmpVersion, (b, v) -> b.stored.igmpVersion = upTo(v, 2, 3)),
    MCAST_MLD_VERSION(8, b -> b.stored.mldVersion, (b, v) -> b.stored.mldVersion = upTo(v, 1, 2)),
    NF_CALL_IPTABLES(8, b -> bit(b.stored.callsIptables), (b, v) -> b.stored.callsIptables = v != 0),
    NF_CALL_IP6TABLES(8, b -> bit(b.stored.callsIp6tables), (b, v) -> b.stored.callsIp6tables = v != 0),
    NF_CALL_ARPTABLES(8, b -> bit(b.stored.callsArptables), (b, v) -> b.stored.callsArptables = v != 0),
    NO_LINKLOCAL_LEARN(8, b -> bit(b.noLinkLocalLearn), (b, v) -> b.noLinkLocalLearn = v != 0);

    /// 802.3's own groups, which no mask lets pass: STP, pause, LACP.
    private static final int RESTRICTED_GROUPS = 0x7;

    private final int bits;
    private final String key;
    private final ToLongFunction<Bridge> reader;
    private final ObjLongConsumer<Bridge> writer;

    BridgeAttribute(int bits, ToLongFunction<Bridge> reader, ObjLongConsumer<Bridge> writer) {
        this(bits, "", reader, writer);
    }

    BridgeAttribute(int bits, String key, ToLongFunction<Bridge> reader, ObjLongConsumer<Bridge> writer) {
        this.bits = bits;
        this.key = key.isEmpty() ? word() : key;
        this.reader = reader;
        this.writer = writer;
    }

    /// As people write it.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// As JSON has it.
    String key() {
        return key;
    }

    int bits() {
        return bits;
    }

    long get(Bridge bridge) {
        return reader.applyAsLong(bridge);
    }

    /// What a person gave this bridge, where it shows what the root of the tree says.
    long own(Bridge bridge) {
        return switch (this) {
            case FORWARD_DELAY -> centi(bridge.tree.own().forwardDelay);
            case HELLO_TIME -> centi(bridge.tree.own().helloTime);
            case MAX_AGE -> centi(bridge.tree.own().maxAge);
            default -> get(bridge);
        };
    }

    /// @throws KernelError when the kernel would not take the value
    void set(Bridge bridge, long value) {
        writer.accept(bridge, value);
    }

    static int forwardMask(long mask) {
        if ((mask & RESTRICTED_GROUPS) != 0) {
            throw new KernelError(Errno.EINVAL);
        }
        return (int) mask;
    }

    private static void refuseVlanSnooping(long value) {
        if (value != 0) {
            throw new KernelError(
                    Errno.EINVAL, "bridge: Cannot enable multicast vlan snooping with vlan filtering disabled");
        }
    }

    private static int upTo(long value, int least, int most) {
        if (value < least || value > most) {
            throw new KernelError(Errno.EINVAL);
        }
        return (int) value;
    }

    private static long bit(boolean value) {
        return value ? 1 : 0;
    }

    private static long centi(long nanos) {
        return nanos / StpTimes.CENTISECOND;
    }
}
