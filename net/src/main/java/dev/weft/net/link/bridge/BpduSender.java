package dev.weft.net.link.bridge;

import dev.weft.core.graph.DeviceOutput;
import dev.weft.core.graph.Worker;
import dev.weft.core.packet.Packet;
import dev.weft.core.wire.Bpdu;
import dev.weft.core.wire.Ethernet;
import dev.weft.core.wire.Llc;
import dev.weft.net.namespace.Network;
import org.jspecify.annotations.Nullable;

/// Sends a bridge's BPDUs out by its ports (kernel: br_stp_bpdu.c).
final class BpduSender {
    private static final int START = Ethernet.LENGTH + Llc.LENGTH;

    private final Bridge bridge;

    BpduSender(Bridge bridge) {
        this.bridge = bridge;
    }

    /// @param age how old the root's information is, in nanoseconds
    void configuration(BridgePort port, SpanningTree tree, long age) {
        Packet packet = begin(port, Bpdu.CONFIGURATION_LENGTH);
        if (packet == null) {
            return;
        }
        Bpdu bpdu = new Bpdu(packet, START);
        StpTimes times = tree.current();
        bpdu.head(Bpdu.CONFIGURATION);
        bpdu.flags((tree.isTopologyChanging() ? Bpdu.TOPOLOGY_CHANGE : 0)
                | (port.topologyChangeAcknowledge ? Bpdu.TOPOLOGY_CHANGE_ACKNOWLEDGMENT : 0));
        bpdu.root(tree.designatedRoot());
        bpdu.rootPathCost(tree.rootPathCost());
        bpdu.bridge(tree.bridgeId());
        bpdu.port(port.id());
        bpdu.messageAge(StpTimes.ticks(age));
        bpdu.maxAge(StpTimes.ticks(times.maxAge));
        bpdu.helloTime(StpTimes.ticks(times.helloTime));
        bpdu.forwardDelay(StpTimes.ticks(times.forwardDelay));
        send(port, packet);
    }

    void notification(BridgePort port) {
        Packet packet = begin(port, Bpdu.NOTIFICATION_LENGTH);
        if (packet != null) {
            new Bpdu(packet, START).head(Bpdu.TOPOLOGY_CHANGE_NOTIFICATION);
            send(port, packet);
        }
    }

    private @Nullable Packet begin(BridgePort port, int length) {
        Packet packet = worker().pool().allocate();
        if (packet == null) {
            port.device.statistics().txDropped();
            return null;
        }
        packet.length(START + length);
        Ethernet ethernet = new Ethernet(packet, 0);
        ethernet.destination(bridge.stored.groupAddress);
        ethernet.source(port.device.address());
        ethernet.etherType(Llc.LENGTH + length);
        new Llc(packet, Ethernet.LENGTH).write(Llc.STP_SAP, Llc.STP_SAP, Llc.UNNUMBERED_INFORMATION);
        return packet;
    }

    private void send(BridgePort port, Packet packet) {
        packet.macOffset(0);
        packet.txDevice(port.device);
        worker().graph().next(DeviceOutput.NAME).send(packet);
    }

    private Worker worker() {
        return Network.of(bridge.namespace()).workerOf(bridge.namespace());
    }
}
