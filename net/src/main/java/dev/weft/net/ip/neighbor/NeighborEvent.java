package dev.weft.net.ip.neighbor;

import dev.weft.core.packet.NetNamespace;
import dev.weft.net.namespace.NetEvent;

/// A neighbour has changed or is gone, as `ip monitor neigh` tells it (kernel: `RTM_NEWNEIGH`, `RTM_DELNEIGH`).
public record NeighborEvent(NetNamespace namespace, Neighbor neighbor, boolean deleted) implements NetEvent {}
