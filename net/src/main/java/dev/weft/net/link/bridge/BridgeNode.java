package dev.weft.net.link.bridge;

import dev.weft.core.graph.Arcs;
import dev.weft.core.graph.DeviceOutput;
import dev.weft.core.graph.Drop;
import dev.weft.core.graph.DropReason;
import dev.weft.core.graph.Frame;
import dev.weft.core.graph.Next;
import dev.weft.core.graph.Node;
import dev.weft.core.packet.Packet;
import dev.weft.core.packet.PacketFlag;
import org.jspecify.annotations.Nullable;

/// What the way in and the way out of a bridge share: out of one port, out of all, up to the bridge's own host (kernel:
/// `br_forward`, `br_flood`, `br_pass_frame_up`).
abstract class BridgeNode extends Node {
    static final int HEADER_BYTES = 14;
    static final long GROUP_BIT = 0x0100_0000_0000L;
    static final long BROADCAST = 0xffff_ffff_ffffL;

    static final DropReason NO_TX_TARGET = new DropReason("NO_TX_TARGET", "there is no port to send it to");
    static final DropReason STP_STATE =
            new DropReason("BRIDGE_INGRESS_STP_STATE", "the port's spanning tree state forbids it");

    final Arcs arcs = arcs();
    private final Next deviceOutput = next(DeviceOutput.NAME);
    private final Drop tooLong = drop(DropReason.PKT_TOO_BIG);
    private final Drop noTarget = drop(NO_TX_TARGET);
    private final Drop noMemory = drop(DropReason.NOMEM);

    /// Sends the packet out by a port that has been found to take it.
    final void forward(Packet packet, BridgePort to) {
        if (!to.fits(packet)) {
            tooLong.send(packet);
            return;
        }
        packet.txDevice(to.device);
        deviceOutput.send(packet);
    }

    /// Sends packets of the frame at work on to the devices that they have been given.
    final void send(Frame frame, int from, int to) {
        if (from < to) {
            deviceOutput.send(frame, from, to);
        }
    }

    /// Sends the packet out by a port, if that takes it.
    final void forwardIfTaken(Packet packet, BridgePort to, BridgePort from) {
        if (to.takes(from)) {
            forward(packet, to);
        } else {
            noTarget.send(packet);
        }
    }

    /// A second packet for the bridge's own host; when memory is used up there is none, and that is counted.
    final @Nullable Packet copyFor(Packet packet, Bridge bridge) {
        Packet copy = copy(packet);
        if (copy == null) {
            bridge.statistics().rxDropped();
        }
        return copy;
    }

    /// Sends the packet out by every port that takes such frames: a copy for each but the last.
    ///
    /// @param from the port by which it came; null for the bridge's own, which no port refuses by kind
    /// @param kind the port flag that lets such frames out
    final void flood(Packet packet, Bridge bridge, @Nullable BridgePort from, int kind) {
        BridgePort[] ports = bridge.floodOrder();
        BridgePort last = null;
        int sent = 0;
        for (BridgePort to : ports) {
            if (!takesFlood(to, from, kind)) {
                continue;
            }
            if (last != null) {
                sendCopy(packet, last);
            }
            last = to;
            sent++;
        }
        if (packet.isTraced()) {
            packet.trace(new Flooded(bridge.label(), sent));
        }
        if (last == null) {
            noTarget.send(packet);
        } else {
            forward(packet, last);
        }
    }

    private static boolean takesFlood(BridgePort to, @Nullable BridgePort from, int kind) {
        if (to.has(PortFlag.PROXY_ARP)) {
            return false;
        }
        if (from == null) {
            return to.state == PortState.FORWARDING && (to.has(kind) || kind != PortFlag.FLOOD);
        }
        return to.has(kind) && to.takes(from);
    }

    private void sendCopy(Packet packet, BridgePort to) {
        Packet copy = copy(packet);
        if (copy == null) {
            to.device.statistics().txDropped();
        } else {
            forward(copy, to);
        }
    }

    /// Gives the packet to the bridge's own host (kernel: `br_pass_frame_up`).
    final void passUp(Packet packet, Bridge bridge, BridgePort from, long destination) {
        if (packet.isTraced()) {
            packet.trace(new PassedUp(bridge.label()));
        }
        bridge.statistics().received(packet.length() - HEADER_BYTES);
        if (destination == from.device.address()) {
            packet.set(PacketFlag.TO_HOST);
        }
        packet.rxDevice(bridge);
        packet.macOffset(0);
        arcs.enter(packet, bridge.inputProgram(), bridge.inputNode());
    }

    final void drop(Packet packet) {
        noMemory.send(packet);
    }

    /// The frame went out by so many ports.
    public record Flooded(String bridge, int ports) {}

    /// The frame was for the bridge's own host.
    public record PassedUp(String bridge) {}
}
