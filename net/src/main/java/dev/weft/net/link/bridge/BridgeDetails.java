package dev.weft.net.link.bridge;

import dev.weft.core.time.Timer;
import dev.weft.core.wire.MacAddress;
import dev.weft.net.iproute.IpPrinter;
import dev.weft.net.namespace.Network;
import java.util.List;

/// What `ip -d link show` says of a bridge and of a port (iproute2: `bridge_print_opt`, `bridge_slave_print_opt`).
final class BridgeDetails {
    private static final List<BridgeAttribute> BEFORE_IDS = List.of(
            BridgeAttribute.FORWARD_DELAY,
            BridgeAttribute.HELLO_TIME,
            BridgeAttribute.MAX_AGE,
            BridgeAttribute.AGEING_TIME,
            BridgeAttribute.STP_STATE,
            BridgeAttribute.PRIORITY,
            BridgeAttribute.VLAN_FILTERING);

    private static final List<BridgeAttribute> AFTER_IDS = List.of(
            BridgeAttribute.MCAST_SNOOPING,
            BridgeAttribute.NO_LINKLOCAL_LEARN,
            BridgeAttribute.MCAST_VLAN_SNOOPING,
            BridgeAttribute.MCAST_ROUTER,
            BridgeAttribute.MCAST_QUERY_USE_IFADDR,
            BridgeAttribute.MCAST_QUERIER,
            BridgeAttribute.MCAST_HASH_ELASTICITY,
            BridgeAttribute.MCAST_HASH_MAX,
            BridgeAttribute.MCAST_LAST_MEMBER_COUNT,
            BridgeAttribute.MCAST_STARTUP_QUERY_COUNT,
            BridgeAttribute.MCAST_LAST_MEMBER_INTERVAL,
            BridgeAttribute.MCAST_MEMBERSHIP_INTERVAL,
            BridgeAttribute.MCAST_QUERIER_INTERVAL,
            BridgeAttribute.MCAST_QUERY_INTERVAL,
            BridgeAttribute.MCAST_QUERY_RESPONSE_INTERVAL,
            BridgeAttribute.MCAST_STARTUP_QUERY_INTERVAL,
            BridgeAttribute.MCAST_STATS_ENABLED,
            BridgeAttribute.MCAST_IGMP_VERSION,
            BridgeAttribute.MCAST_MLD_VERSION,
            BridgeAttribute.NF_CALL_IPTABLES,
            BridgeAttribute.NF_CALL_IP6TABLES,
            BridgeAttribute.NF_CALL_ARPTABLES);

    private final IpPrinter out;
    private final long now;

    BridgeDetails(IpPrinter out, Bridge bridge) {
        this.out = out;
        this.now = Network.of(bridge.namespace()).clock().nanos();
    }

    void print(Bridge bridge) {
        SpanningTree tree = bridge.tree;
        out.openObject("info_data");
        numbers(bridge, BEFORE_IDS);
        out.print("bridge_id", "bridge_id %s ", id(tree.bridgeId()));
        out.print("root_id", "designated_root %s ", id(tree.designatedRoot()));
        number("root_port", tree.rootPort());
        number("root_path_cost", tree.rootPathCost());
        number("topology_change", tree.isTopologyChanging() ? 1 : 0);
        number("topology_change_detected", tree.isTopologyChangeDetected() ? 1 : 0);
        timer("hello_timer", tree.helloTimer());
        timer("tcn_timer", tree.notificationTimer());
        timer("topology_change_timer", tree.topologyChangeTimer());
        timer("gc_timer", bridge.fdb.cleanUpTimer());
        out.print0xHex("group_fwd_mask", "group_fwd_mask %s ", bridge.groupForwardMask);
        out.print("group_addr", "group_address %s ", MacAddress.toString(bridge.stored.groupAddress));
        numbers(bridge, AFTER_IDS);
        out.closeObject();
    }

    private void numbers(Bridge bridge, List<BridgeAttribute> attributes) {
        for (BridgeAttribute attribute : attributes) {
            out.print(attribute.key(), attribute.word() + " %d ", attribute.get(bridge));
        }
    }

    void printPort(BridgePort port) {
        out.openObject("info_slave_data");
        out.print("state", "state %s ", port.state.word());
        number("priority", port.priority);
        number("cost", port.pathCost);
        onOff("hairpin", port, PortFlag.HAIRPIN);
        onOff("guard", port, PortFlag.BPDU_GUARD);
        onOff("root_block", port, PortFlag.ROOT_BLOCK);
        onOff("fastleave", port, PortFlag.FAST_LEAVE);
        onOff("learning", port, PortFlag.LEARNING);
        onOff("flood", port, PortFlag.FLOOD);
        out.print0xHex("id", "port_id %s ", port.id());
        out.print0xHex("no", "port_no %s ", port.number);
        number("designated_port", port.designatedPort);
        number("designated_cost", port.designatedCost);
        out.print("bridge_id", "designated_bridge %s ", id(port.designatedBridge));
        out.print("root_id", "designated_root %s ", id(port.designatedRoot));
        timer("hold_timer", port.holdTimer);
        timer("message_age_timer", port.messageAgeTimer);
        timer("forward_delay_timer", port.forwardDelayTimer);
        number("topology_change_ack", port.topologyChangeAcknowledge ? 1 : 0);
        number("config_pending", port.configPending ? 1 : 0);
        onOff("proxy_arp", port, PortFlag.PROXY_ARP);
        onOff("proxy_arp_wifi", port, PortFlag.PROXY_ARP_WIFI);
        out.print("multicast_router", "mcast_router %d ", port.multicastRouter);
        out.onOff("mcast_flood_fast_leave", "mcast_fast_leave %s ", port.has(PortFlag.FAST_LEAVE));
        onOff("mcast_flood", port, PortFlag.MULTICAST_FLOOD);
        onOff("bcast_flood", port, PortFlag.BROADCAST_FLOOD);
        onOff("mcast_to_unicast", port, PortFlag.MULTICAST_TO_UNICAST);
        onOff("neigh_suppress", port, PortFlag.NEIGHBOR_SUPPRESS);
        out.print0xHex("group_fwd_mask", "group_fwd_mask %s ", port.groupForwardMask);
        out.print("group_fwd_mask_str", "group_fwd_mask_str %s ", GroupMask.text(port.groupForwardMask));
        onOff("vlan_tunnel", port, PortFlag.VLAN_TUNNEL);
        onOff("isolated", port, PortFlag.ISOLATED);
        onOff("locked", port, PortFlag.LOCKED);
        if (port.backup != null) {
            out.print("backup_port", "backup_port %s ", port.backup.name());
        }
        out.closeObject();
    }

    private void number(String word, long value) {
        out.print(word, word + " %d ", value);
    }

    private void onOff(String word, BridgePort port, int flag) {
        out.onOff(word, word + " %s ", port.has(flag));
    }

    private void timer(String word, Timer timer) {
        out.printDecimal(word, word + " %7s ", centiseconds(timer, now));
    }

    /// How long until a timer fires, as `12.34`; `0.00` when it is not set.
    static String centiseconds(Timer timer, long now) {
        long left = timer.isSet() ? Math.max(0, timer.deadlineNanos() - now) / StpTimes.CENTISECOND : 0;
        return "%d.%02d".formatted(left / 100, left % 100);
    }

    /// `8000.6e:79:ea:f2:2a:b`, as iproute2 shows it.
    private static String id(long bits) {
        StringBuilder text = new StringBuilder("%04x.".formatted(bits >>> 48));
        for (int shift = 40; shift >= 0; shift -= 8) {
            text.append(Long.toHexString(bits >>> shift & 0xff)).append(shift > 0 ? ":" : "");
        }
        return text.toString();
    }
}
