package dev.weft.net.link.veth;

import dev.weft.core.graph.Arrival;
import dev.weft.core.graph.Drop;
import dev.weft.core.graph.DropReason;
import dev.weft.core.graph.Frame;
import dev.weft.core.graph.Node;
import dev.weft.core.graph.NodeType;
import dev.weft.core.packet.Packet;

/// Moves packets across veth pairs, from one namespace into another (kernel: `veth_xmit`, `__dev_forward_skb2`,
/// `__netif_rx`).
public final class VethOutput extends Node {
    public static final String NAME = "veth-output";
    public static final NodeType TYPE =
            NodeType.of(NAME, VethOutput::new, "veth_xmit", "__dev_forward_skb2", "skb_scrub_packet", "__netif_rx");

    private final Arrival arrival = arrival();
    private final Drop peerDown = drop(DropReason.DEV_READY);
    private final Drop tooLong = drop(DropReason.PKT_TOO_BIG);

    @Override
    public void process(Frame frame) {
        for (int i = 0; i < frame.size(); i++) {
            Packet packet = frame.get(i);
            Veth veth = (Veth) packet.txDevice();
            Veth peer = veth.peer;
            if (peer == null || !peer.isUp()) {
                veth.statistics().txDropped();
                peerDown.send(packet);
                continue;
            }
            if (!peer.fits(packet)) { // length, or segment size of a GSO packet
                veth.statistics().txDropped();
                peer.statistics().rxDropped();
                tooLong.send(packet);
                continue;
            }
            if (packet.isTraced()) {
                packet.trace(new Crossed(veth.label(), peer.label()));
            }
            veth.statistics().transmitted(packet.length());
            arrival.send(packet, peer);
        }
    }

    /// The packet went from one end to the other.
    public record Crossed(String from, String to) {}
}
