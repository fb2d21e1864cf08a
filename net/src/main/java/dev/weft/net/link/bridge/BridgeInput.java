package dev.weft.net.link.bridge;

import dev.weft.core.graph.DeviceInput;
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
                    "br_dev_queue_push_xmit")
            .behind(DeviceInput.NAME);

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
        int next = 0;
        for (int i = 0; i < frame.size(); i = next) {
            NetDevice device = frame.get(i).rxDevice();
            next = device.masterPort() instanceof BridgePort port
                    ? bridge(frame, i, device, port, tick)
                    : passBy(frame, i, device);
        }
    }

    /// Bridges the run of packets from `start` on that the same port received. Those that simply go out by a port are
    /// sent on together, as soon as one is met that does not.
    ///
    /// @return where the next run starts
    private int bridge(Frame frame, int start, NetDevice device, BridgePort port, int tick) {
        BridgePort to = null;
        long lastSource = 0;
        long lastDestination = 0;
        int first = start; // of those that wait to be sent on
        int i = start;
        for (; i < frame.size(); i++) {
            Packet packet = frame.get(i);
            if (packet.rxDevice() != device) {
                break;
            }
            long destination = packet.i64(0) >>> 16;
            long source = packet.i64(6) >>> 16;
            boolean ordinary = packet.length() >= HEADER_BYTES && !packet.isTraced();
            if (ordinary && (to == null || source != lastSource || destination != lastDestination)) {
                to = find(port, source, destination, tick);
                lastSource = source;
                lastDestination = destination;
            }
            if (ordinary && to != null && to.fits(packet)) {
                packet.txDevice(to.device);
            } else {
                send(frame, first, i);
                first = i + 1;
                handle(packet, port, source, destination, tick);
            }
        }
        send(frame, first, i);
        return i;
    }

    /// The port to which an ordinary frame goes, once its source has been learned; null when it takes more than that.
    private static @Nullable BridgePort find(BridgePort port, long source, long destination, int tick) {
        Bridge bridge = port.bridge;
        if ((source & GROUP_BIT) != 0
                || source == 0
                || port.state != PortState.FORWARDING
                || port.has(PortFlag.LOCKED)
                || bridge.has(NetDevice.IFF_PROMISC)) {
            return null;
        }
        MacTable table = bridge.fdb.table;
        int slot = table.find(MacTable.key(destination, 0));
        if (slot == MacTable.ABSENT || (table.flags(slot) & FdbFlag.LOCAL) != 0) {
            return null;
        }
        BridgePort to = bridge.port(table.port(slot));
        if (!to.takes(port) || to.backup != null) {
            return null;
        }
        table.markUsed(slot, tick);
        if (port.has(PortFlag.LEARNING)) {
            bridge.fdb.update(port, source, tick);
        }
        return to;
    }

    /// The device was released while its packets were on their way: they are its own.
    private int passBy(Frame frame, int start, NetDevice device) {
        int i = start;
        for (; i < frame.size() && frame.get(i).rxDevice() == device; i++) {
            arcs.jump(frame.get(i), device.protocolNode());
        }
        return i;
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

    /// Does with one packet all that there may be to do.
    private void handle(Packet packet, BridgePort port, long source, long destination, int tick) {
        if (packet.length() < HEADER_BYTES) {
            tooShort.send(packet);
            return;
        }
        if ((source & GROUP_BIT) != 0 || source == 0) {
            invalidSource.send(packet);
            return;
        }
        if (destination >>> 4 == LINK_LOCAL && handleLinkLocal(packet, port, source, (int) destination & 0xf, tick)) {
            return;
        }
        if (port.state != PortState.FORWARDING && port.state != PortState.LEARNING) {
            state.send(packet);
            return;
        }
        Bridge bridge = port.bridge;
        if (port.has(PortFlag.LOCKED) && !bridge.fdb.isLearnedAt(source, port)) {
            locked.send(packet);
            return;
        }
        learn(packet, port, source, tick);
        if (port.state == PortState.LEARNING) {
            state.send(packet);
        } else if ((destination & GROUP_BIT) != 0) {
            handleGroup(packet, port, destination);
        } else {
            handleUnicast(packet, port, destination, tick);
        }
    }

    private static void learn(Packet packet, BridgePort port, long source, int tick) {
        if (port.has(PortFlag.LEARNING) && port.bridge.fdb.update(port, source, tick) && packet.isTraced()) {
            packet.trace(new Learned(MacAddress.toString(source), port.name()));
        }
    }

    private void handleUnicast(Packet packet, BridgePort port, long destination, int tick) {
        Bridge bridge = port.bridge;
        MacTable table = bridge.fdb.table;
        int slot = table.find(MacTable.key(destination, 0));
        if (slot != MacTable.ABSENT && (table.flags(slot) & FdbFlag.LOCAL) != 0) {
            passUp(packet, bridge, port, destination);
            return;
        }
        if (bridge.has(NetDevice.IFF_PROMISC)) {
            passCopyUp(packet, port, destination);
        }
        if (slot == MacTable.ABSENT) {
            flood(packet, bridge, port, PortFlag.FLOOD);
            return;
        }
        table.markUsed(slot, tick);
        BridgePort to = bridge.port(table.port(slot));
        if (to.backup != null && !to.device.isRunning()) {
            to = to.backup;
        }
        if (packet.isTraced()) {
            packet.trace(new Found(MacAddress.toString(destination), to.name()));
        }
        forwardIfTaken(packet, to, port);
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
            control.send(packet);
            return true;
        }
        boolean listens = port.state == PortState.LEARNING || port.state == PortState.FORWARDING;
        if (listens && !bridge.noLinkLocalLearn) {
            learn(packet, port, source, tick);
        }
        if (group == BRIDGE_GROUP) {
            spanningTree.send(packet);
        } else {
            arcs.jump(packet, port.device.protocolNode()); // to the port's own host
        }
        return true;
    }

    /// The source address was new, or has moved here.
    public record Learned(String address, String port) {}

    /// The forwarding database knows where the destination is.
    public record Found(String address, String port) {}
}
