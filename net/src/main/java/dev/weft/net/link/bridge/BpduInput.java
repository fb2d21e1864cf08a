package dev.weft.net.link.bridge;

import dev.weft.core.graph.Drop;
import dev.weft.core.graph.DropReason;
import dev.weft.core.graph.Frame;
import dev.weft.core.graph.Node;
import dev.weft.core.graph.NodeType;
import dev.weft.core.graph.Sink;
import dev.weft.core.packet.Packet;
import dev.weft.core.wire.Bpdu;
import dev.weft.core.wire.Ethernet;
import dev.weft.core.wire.Llc;

/// Gives the BPDUs that ports receive to their bridge's spanning tree (kernel: `llc_rcv`, `br_stp_rcv`).
public final class BpduInput extends Node {
    public static final String NAME = "bridge-stp";
    public static final NodeType TYPE =
            NodeType.of(NAME, BpduInput::new, "llc_rcv", "stp_pdu_rcv", "br_stp_rcv", "br_received_config_bpdu");

    private static final int START = Ethernet.LENGTH + Llc.LENGTH;

    private final Sink heard = sink("heard by the spanning tree");
    private final Drop malformed = drop(DropReason.HDR_TRUNC);
    private final Drop unhandled = drop(DropReason.UNHANDLED_PROTO);
    private final Drop notWanted = drop(BridgeNode.STP_STATE);

    @Override
    public void process(Frame frame) {
        for (int i = 0; i < frame.size(); i++) {
            Packet packet = frame.get(i);
            if (packet.length() < START) {
                malformed.send(packet);
            } else if (!new Llc(packet, Ethernet.LENGTH).isStp() || packet.u16(12) >= 1536) {
                unhandled.send(packet);
            } else if (!Bpdu.fits(packet, START) || new Bpdu(packet, START).version() != 0) {
                malformed.send(packet);
            } else {
                hear(packet);
            }
        }
    }

    private void hear(Packet packet) {
        if (!(packet.rxDevice().masterPort() instanceof BridgePort port)
                || !port.bridge.isUp()
                || port.state == PortState.DISABLED
                || packet.i64(0) >>> 16 != port.bridge.stored.groupAddress) {
            notWanted.send(packet);
            return;
        }
        SpanningTree tree = port.bridge.tree;
        Bpdu bpdu = new Bpdu(packet, START);
        if (port.has(PortFlag.BPDU_GUARD)) {
            tree.disablePort(port);
        } else if (bpdu.type() == Bpdu.TOPOLOGY_CHANGE_NOTIFICATION) {
            tree.receivedNotification(port);
        } else if (bpdu.type() == Bpdu.CONFIGURATION && bpdu.messageAge() <= bpdu.maxAge()) {
            tree.receivedConfig(port, new BpduReader(bpdu));
        }
        heard.send(packet);
    }
}
