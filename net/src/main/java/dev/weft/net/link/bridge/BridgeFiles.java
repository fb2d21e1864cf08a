package dev.weft.net.link.bridge;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.time.Timer;
import dev.weft.core.wire.MacAddress;
import dev.weft.net.link.AttributeGroup;
import dev.weft.net.link.DeviceAttribute;
import dev.weft.net.link.DeviceDirectory;
import dev.weft.net.link.Links;
import dev.weft.net.namespace.Network;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// `/sys/class/net/DEV/bridge` (kernel: br_sysfs_br.c).
final class BridgeFiles {
    static final DeviceDirectory DIRECTORY = new AttributeGroup(
            "bridge",
            Stream.concat(
                            Stream.of(
                                    shown("bridge_id", bridge -> id(bridge.tree.bridgeId())),
                                    DeviceAttribute.writeOnly("flush", (device, any) -> ((Bridge) device).fdb.flush()),
                                    timer("gc_timer", bridge -> bridge.fdb.cleanUpTimer()),
                                    DeviceAttribute.text(
                                            "group_addr",
                                            device -> MacAddress.toString(((Bridge) device).stored.groupAddress),
                                            BridgeFiles::groupAddress),
                                    DeviceAttribute.text(
                                            "group_fwd_mask",
                                            device -> "0x" + Integer.toHexString(((Bridge) device).groupForwardMask),
                                            (device, text) ->
                                                    set(device, BridgeAttribute.GROUP_FWD_MASK, number(text))),
                                    timer("hello_timer", bridge -> bridge.tree.helloTimer()),
                                    shown("root_id", bridge -> id(bridge.tree.designatedRoot())),
                                    shown("root_path_cost", bridge -> "" + bridge.tree.rootPathCost()),
                                    shown("root_port", bridge -> "" + bridge.tree.rootPort()),
                                    timer("tcn_timer", bridge -> bridge.tree.notificationTimer()),
                                    shown("topology_change", bridge -> bit(bridge.tree.isTopologyChanging())),
                                    shown(
                                            "topology_change_detected",
                                            bridge -> bit(bridge.tree.isTopologyChangeDetected())),
                                    timer("topology_change_timer", bridge -> bridge.tree.topologyChangeTimer())),
                            numbers())
                    .toList());

    private BridgeFiles() {}

    private static Stream<DeviceAttribute> numbers() {
        return Stream.of(
                number("ageing_time", BridgeAttribute.AGEING_TIME),
                number("forward_delay", BridgeAttribute.FORWARD_DELAY),
                number("hash_elasticity", BridgeAttribute.MCAST_HASH_ELASTICITY),
                number("hash_max", BridgeAttribute.MCAST_HASH_MAX),
                number("hello_time", BridgeAttribute.HELLO_TIME),
                number("max_age", BridgeAttribute.MAX_AGE),
                number("multicast_igmp_version", BridgeAttribute.MCAST_IGMP_VERSION),
                number("multicast_last_member_count", BridgeAttribute.MCAST_LAST_MEMBER_COUNT),
                number("multicast_last_member_interval", BridgeAttribute.MCAST_LAST_MEMBER_INTERVAL),
                number("multicast_membership_interval", BridgeAttribute.MCAST_MEMBERSHIP_INTERVAL),
                number("multicast_mld_version", BridgeAttribute.MCAST_MLD_VERSION),
                number("multicast_querier", BridgeAttribute.MCAST_QUERIER),
                number("multicast_querier_interval", BridgeAttribute.MCAST_QUERIER_INTERVAL),
                number("multicast_query_interval", BridgeAttribute.MCAST_QUERY_INTERVAL),
                number("multicast_query_response_interval", BridgeAttribute.MCAST_QUERY_RESPONSE_INTERVAL),
                number("multicast_query_use_ifaddr", BridgeAttribute.MCAST_QUERY_USE_IFADDR),
                number("multicast_router", BridgeAttribute.MCAST_ROUTER),
                number("multicast_snooping", BridgeAttribute.MCAST_SNOOPING),
                number("multicast_startup_query_count", BridgeAttribute.MCAST_STARTUP_QUERY_COUNT),
                number("multicast_startup_query_interval", BridgeAttribute.MCAST_STARTUP_QUERY_INTERVAL),
                number("multicast_stats_enabled", BridgeAttribute.MCAST_STATS_ENABLED),
                number("nf_call_arptables", BridgeAttribute.NF_CALL_ARPTABLES),
                number("nf_call_ip6tables", BridgeAttribute.NF_CALL_IP6TABLES),
                number("nf_call_iptables", BridgeAttribute.NF_CALL_IPTABLES),
                number("no_linklocal_learn", BridgeAttribute.NO_LINKLOCAL_LEARN),
                number("priority", BridgeAttribute.PRIORITY),
                number("stp_state", BridgeAttribute.STP_STATE));
    }

    private static DeviceAttribute number(String name, BridgeAttribute attribute) {
        return DeviceAttribute.number(
                name, device -> attribute.get((Bridge) device), (device, value) -> set(device, attribute, value));
    }

    private static long number(String text) {
        return DeviceAttribute.number(text);
    }

    private static void set(NetDevice device, BridgeAttribute attribute, long value) {
        attribute.set((Bridge) device, value);
        Links.stateChanged(device);
    }

    private static DeviceAttribute shown(String name, Function<Bridge, String> show) {
        return DeviceAttribute.readOnly(name, device -> show.apply((Bridge) device));
    }

    private static DeviceAttribute timer(String name, Function<Bridge, Timer> timer) {
        return DeviceAttribute.readOnly(name, device -> "" + left(timer.apply((Bridge) device), device));
    }

    private static void groupAddress(NetDevice device, String text) {
        String address = text.strip();
        if (!address.matches("[0-9a-fA-F]{1,2}(:[0-9a-fA-F]{1,2}){5}")) {
            throw new KernelError(Errno.EINVAL);
        }
        ((Bridge) device).stored.groupAddress = BridgeOptions.groupAddress(List.of(address.split(":")).stream()
                .mapToLong(part -> Long.parseLong(part, 16))
                .reduce(0, (bits, octet) -> bits << 8 | octet));
        Links.stateChanged(device);
    }

    // ---- for ports too

    /// `8000.020000000010`
    static String id(long bits) {
        return "%04x.%012x".formatted(bits >>> 48, bits & 0xffff_ffff_ffffL);
    }

    static String bit(boolean value) {
        return value ? "1" : "0";
    }

    /// Hundredths of a second until a timer fires; 0 when it is not set.
    static long left(Timer timer, NetDevice bridge) {
        long now = Network.of(bridge.namespace()).clock().nanos();
        return timer.isSet() ? Math.max(0, timer.deadlineNanos() - now) / StpTimes.CENTISECOND : 0;
    }
}
