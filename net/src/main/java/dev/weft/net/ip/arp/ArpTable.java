package dev.weft.net.ip.arp;

import dev.weft.core.packet.NamespaceKey;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.ip.neighbor.NeighborParameters;
import dev.weft.net.ip.neighbor.NeighborSysctls;
import dev.weft.net.ip.neighbor.NeighborTable;
import dev.weft.net.namespace.SysctlTable;
import org.jspecify.annotations.Nullable;

/// The neighbours of a namespace that ARP finds (kernel: `arp_tbl`).
public final class ArpTable {
    private static final NamespaceKey<NeighborTable> KEY =
            new NamespaceKey<>("arp", ns -> new NeighborTable(ns, new ArpProtocol(ns)));

    /// `net/ipv4/neigh`
    public static final SysctlTable SYSCTLS = new NeighborSysctls("net/ipv4/neigh", ArpProtocol.PARAMETERS);

    private ArpTable() {}

    public static NeighborTable of(NetNamespace namespace) {
        return namespace.get(KEY);
    }

    /// The table, if the namespace ever had a neighbour.
    static @Nullable NeighborTable peek(NetNamespace namespace) {
        return namespace.peek(KEY);
    }

    /// The settings for the neighbours of a device.
    public static NeighborParameters parameters(NetDevice device) {
        return device.get(ArpProtocol.PARAMETERS);
    }

    /// The device leaves its namespace.
    static void forget(NetDevice device) {
        device.forget(ArpProtocol.PARAMETERS);
    }
}
