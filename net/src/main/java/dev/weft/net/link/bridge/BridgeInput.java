package dev.weft.net.link.bridge;

import dev.weft.core.graph.Drop;
import dev.weft.core.graph.DropReason;
import dev.weft.core.graph.Frame;
import dev.weft.core.graph.Next;
import dev.weft.core.graph.NodeType;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.Packet;
import dev.weft.core.wire.MacAddress;
import dev.weft.net.link.MacTable;
import org.jspecify.annotations.Nullable;

/// Takes over what a bridge's ports receive: learns where it came from, finds out where it goes, and sends it there
/// (kernel: `br_handle_frame`, `br_handle_frame_finish`).
///
/// Neighbours in a frame mostly belong to one flow, so the last answer is kept; where there are many addresses, their
/// lines in the table are all asked for before the first is needed.
public final class BridgeInput extends BridgeNode {
    public static final String NAME = "bridge-input";
    public static final NodeType TYPE = NodeType.of(
            NAME,
            BridgeInput::new,
            "br_handle_frame",
            "br_handle_frame_finish",
            "br_fdb_update",
            "br_forward",
            "__br_forward",
            "br_dev_queue_push_xmit");

    /// Tables of fewer slots than this lie in the nearest cache anyway.
    private static final int LARGE_TABLE = 1024;

    /// 01:80:c2:00:00:00 to 01:80:c2:00:00:0f, without the last four bits.
    private static final long LINK_LOCAL = 0x0180_c200_0000L >>> 4;

    private static final int PAUSE = 1;
    private static final int BRIDGE_GROUP = 0;

    private final Next spanningTree = next(BpduInput.NAME);
    private final Drop tooShort = drop(DropReason.PKT_TOO_SMALL);
    private final Drop invalidSource =
            drop(new DropReason("MAC_INVALID_SOURCE", "the source address is a group's, or zero"));
    private final Drop control =
            drop(new DropReason("MAC_IEEE_MAC_CONTROL", "it is a pause frame, which bridges do not forward"));
    private final Drop state = drop(STP_STATE);
    private final Drop locked = drop(new DropReason("BRIDGE_LOCKED", "the port is locked and the source is unknown"));

    /// Keeps loads alive that nobody needs the answer of.
    long touched;

    @Override
    public void process(Frame frame) {
        warm(frame);
        int tick = MacTable.tick(now());
        BridgePort lastPort = null;
        BridgePort lastTo = null;
        long lastSource = 0;
        long lastDestination = 0;
        for (int i = 0; i < frame.size(); i++) {
            Packet packet = frame.get(i);
            BridgePort port = portOf(packet);
            if (port == null) { // released while the packet was on its way
                arcs.proceed(packet);
                continue;
            }
            if (packet.length() < HEADER_BYTES) {
                packet.leaveArc();
                tooShort.send(packet);
                continue;
            }
            long destination = packet.i64(0) >>> 16;
            long source = packet.i64(6) >>> 16;
            if (lastTo != null
                    && port == lastPort
                    && source == lastSource
                    && destination == lastDestination
                    && !packet.isTraced()) {
                packet.leaveArc();
                forward(packet, lastTo);
                continue;
            }
            lastTo = handle(packet, port, source, destination, tick);
            lastPort = port;
            lastSource = source;
            lastDestination = destination;
            if (lastTo != null) {
                forward(packet, lastTo);
            }
        }
    }

    private static @Nullable BridgePort portOf(Packet packet) {
        return packet.rxDevice().masterPort() instanceof BridgePort port ? port : null;
    }

    /// Brings in the lines of all addresses of a frame, so that misses overlap.
    private void warm(Frame frame) {
        BridgePort first = portOf(frame.get(0));
        if (first == null || frame.size() < 4 || first.bridge.fdb.table.capacity() < LARGE_TABLE) {
            return;
        }
        MacTable table = first.bridge.fdb.table;
        long sum = 0;
        for (int i = 0; i < frame.size(); i++) {
            Packet packet = frame.get(i);
            sum += table.touch(MacTable.key(packet.i64(0) >>> 16, 0));
            sum += table.touch(MacTable.key(packet.i64(6) >>> 16, 0));
        }
        touched = sum;
    }

    /// Decides for one packet, which leaves the arc of its port.
    ///
    /// @return the port to send it to; null when it has been sent already
    private @Nullable BridgePort handle(Packet packet, BridgePort port, long source, long destination, int tick) {
        if ((source & GROUP_BIT) != 0 || source == 0) {
            packet.leaveArc();
            invalidSource.send(packet);
            return null;
        }
        if (destination >>> 4 == LINK_LOCAL && handleLinkLocal(packet, port, source, (int) destination & 0xf, tick)) {
            return null;
        }
        packet.leaveArc();
        if (port.state != PortState.FORWARDING && port.state != PortState.LEARNING) {
            state.send(packet);
            return null;
        }
        Bridge bridge = port.bridge;
        if (port.has(PortFlag.LOCKED) && !bridge.fdb.isLearnedAt(source, port)) {
            locked.send(packet);
            return null;
        }
        learn(packet, port, source, tick);
        if (port.state == PortState.LEARNING) {
            state.send(packet);
            return null;
        }
        if ((destination & GROUP_BIT) != 0) {
            handleGroup(packet, port, destination);
            return null;
        }
        return find(packet, port, destination, tick);
    }

    private static void learn(Packet packet, BridgePort port, long source, int tick) {
        if (port.has(PortFlag.LEARNING) && port.bridge.fdb.update(port, source, tick) && packet.isTraced()) {
            packet.trace(new Learned(MacAddress.toString(source), port.name()));
        }
    }

    private @Nullable BridgePort find(Packet packet, BridgePort port, long destination, int tick) {
        Bridge bridge = port.bridge;
        boolean promiscuous = bridge.has(NetDevice.IFF_PROMISC);
        MacTable table = bridge.fdb.table;
        int slot = table.find(MacTable.key(destination, 0));
        if (slot == MacTable.ABSENT) {
            if (promiscuous) {
                passCopyUp(packet, port, destination);
            }
            flood(packet, bridge, port, PortFlag.FLOOD);
            return null;
        }
        if ((table.flags(slot) & FdbFlag.LOCAL) != 0) {
            passUp(packet, bridge, port, destination);
            return null;
        }
        table.markUsed(slot, tick);
        BridgePort to = bridge.port(table.port(slot));
        if (to.backup != null && !to.device.isRunning()) {
            to = to.backup;
        }
        if (packet.isTraced()) {
            packet.trace(new Found(MacAddress.toString(destination), to.name()));
        }
        if (promiscuous || !to.takes(port)) {
            if (promiscuous) {
                passCopyUp(packet, port, destination);
            }
            forwardIfTaken(packet, to, port);
            return null;
        }
        return to;
    }

    /// Broadcast and multicast go everywhere, and up.
    private void handleGroup(Packet packet, BridgePort port, long destination) {
        boolean broadcast = destination == BROADCAST;
        if (!broadcast) {
            port.bridge.statistics().receivedMulticast();
        }
        passCopyUp(packet, port, destination);
        flood(packet, port.bridge, port, broadcast ? PortFlag.BROADCAST_FLOOD : PortFlag.MULTICAST_FLOOD);
    }

    private void passCopyUp(Packet packet, BridgePort port, long destination) {
        Packet copy = copyFor(packet, port.bridge);
        if (copy != null) {
            passUp(copy, port.bridge, port, destination);
        }
    }

    /// Frames to 01:80:c2:00:00:0X are for the next bridge only (IEEE 802.1D §7.12.6), unless a person wants otherwise.
    ///
    /// @return has the packet been sent on?
    private boolean handleLinkLocal(Packet packet, BridgePort port, long source, int group, int tick) {
        Bridge bridge = port.bridge;
        int mask = port.groupForwardMask | bridge.groupForwardMask;
        boolean passes = (mask & 1 << group) != 0 || group == BRIDGE_GROUP && !bridge.tree.isEnabled();
        if (passes) {
            return false;
        }
        if (group == PAUSE) {
            packet.leaveArc();
            control.send(packet);
            return true;
        }
        boolean listens = port.state == PortState.LEARNING || port.state == PortState.FORWARDING;
        if (listens && !bridge.noLinkLocalLearn) {
            learn(packet, port, source, tick);
        }
        if (group == BRIDGE_GROUP) {
            packet.leaveArc();
            spanningTree.send(packet);
        } else {
            arcs.proceed(packet); // to the port's own host
        }
        return true;
    }

    /// The source address was new, or has moved here.
    public record Learned(String address, String port) {}

    /// The forwarding database knows where the destination is.
    public record Found(String address, String port) {}
}
