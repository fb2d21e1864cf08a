package dev.weft.net.link.bridge;

import java.util.Locale;

/// A port's switches by the words of `ip link … type bridge_slave`, in the order in which iproute2 asks for them.
enum PortSwitch {
    HAIRPIN(PortFlag.HAIRPIN),
    GUARD(PortFlag.BPDU_GUARD),
    ROOT_BLOCK(PortFlag.ROOT_BLOCK),
    FASTLEAVE(PortFlag.FAST_LEAVE),
    LEARNING(PortFlag.LEARNING),
    FLOOD(PortFlag.FLOOD),
    PROXY_ARP(PortFlag.PROXY_ARP),
    PROXY_ARP_WIFI(PortFlag.PROXY_ARP_WIFI),
    MCAST_FAST_LEAVE(PortFlag.FAST_LEAVE),
    MCAST_FLOOD(PortFlag.MULTICAST_FLOOD),
    BCAST_FLOOD(PortFlag.BROADCAST_FLOOD),
    MCAST_TO_UNICAST(PortFlag.MULTICAST_TO_UNICAST),
    NEIGH_SUPPRESS(PortFlag.NEIGHBOR_SUPPRESS),
    VLAN_TUNNEL(PortFlag.VLAN_TUNNEL),
    ISOLATED(PortFlag.ISOLATED),
    LOCKED(PortFlag.LOCKED);

    private final int flag;

    PortSwitch(int flag) {
        this.flag = flag;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    int flag() {
        return flag;
    }

    boolean isOn(BridgePort port) {
        return port.has(flag);
    }
}
