package dev.weft.net.ip.neighbor;

import dev.weft.core.graph.DeviceOutput;
import dev.weft.core.graph.Drop;
import dev.weft.core.graph.DropReason;
import dev.weft.core.graph.Next;
import dev.weft.core.graph.Node;
import dev.weft.core.packet.Packet;

/// The node at which packets wait for their neighbour's address: what becomes of them when it is found, or not.
/// Each protocol has its own.
public abstract class NeighborNode extends Node {
    private final Next deviceOutput = next(DeviceOutput.NAME);
    private final Drop failed = drop(DropReason.NEIGH_FAILED);
    private final Drop queueFull = drop(DropReason.NEIGH_QUEUEFULL);
    private final Drop dead = drop(DropReason.NEIGH_DEAD);

    /// The packet has its header.
    protected final void transmit(Packet packet) {
        deviceOutput.send(packet);
    }

    final void queueFull(Packet packet) {
        queueFull.send(packet);
    }

    final void dead(Packet packet) {
        dead.send(packet);
    }

    final void failed(Packet packet) {
        failed.send(packet);
    }

    /// The neighbour that the packet waited for does not answer: whoever sent it is told, and it is dropped (kernel:
    /// `arp_error_report`).
    final void unreachable(Packet packet) {
        reportUnreachable(packet);
        failed.send(packet);
    }

    /// Tells the sender; the packet stays the caller's.
    protected abstract void reportUnreachable(Packet packet);
}
