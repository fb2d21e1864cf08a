package dev.weft.net.ip.arp;

import dev.weft.core.packet.NamespaceKey;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.ip.neighbor.NeighborTable;

/// The neighbours of a namespace that ARP finds (kernel: `arp_tbl`).
public final class ArpTable {
    private static final NamespaceKey<NeighborTable> KEY =
            new NamespaceKey<>("arp", ns -> new NeighborTable(ns, new ArpProtocol(ns)));

    private ArpTable() {}

    public static NeighborTable of(NetNamespace namespace) {
        return namespace.get(KEY);
    }
}
