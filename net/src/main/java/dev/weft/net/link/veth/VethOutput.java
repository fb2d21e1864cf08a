package dev.weft.net.link.veth;

import dev.weft.core.graph.Arrival;
import dev.weft.core.graph.DeviceOutput;
import dev.weft.core.graph.Drop;
import dev.weft.core.graph.DropReason;
import dev.weft.core.graph.Frame;
import dev.weft.core.graph.Node;
import dev.weft.core.graph.NodeType;
import dev.weft.core.packet.Packet;
import dev.weft.core.packet.PacketSender;
import org.jspecify.annotations.Nullable;

/// Moves packets across veth pairs, from one namespace into another (kernel: `veth_xmit`, `__dev_forward_skb2`,
/// `__netif_rx`).
public final class VethOutput extends Node {
    public static final String NAME = "veth-output";
    public static final NodeType TYPE = NodeType.of(
                    NAME, VethOutput::new, "veth_xmit", "__dev_forward_skb2", "skb_scrub_packet", "__netif_rx")
            .behind(DeviceOutput.NAME);

    private final Arrival arrival = arrival();
    private final Drop peerDown = drop(DropReason.DEV_READY);
    private final Drop tooLong = drop(DropReason.PKT_TOO_BIG);

    @Override
    public void process(Frame frame) {
        int next = 0;
        for (int i = 0; i < frame.size(); i = next) {
            next = cross(frame, i, (Veth) frame.get(i).txDevice());
        }
    }

    /// Moves the run of packets from `start` on that leave by the same end.
    ///
    /// @return where the next run starts
    private int cross(Frame frame, int start, Veth veth) {
        Veth peer = veth.peer;
        boolean ready = peer != null && peer.isUp();
        int first = start; // of those that cross and have not been sent on yet
        int bytes = 0;
        int crossed = 0;
        int i = start;
        for (; i < frame.size(); i++) {
            Packet packet = frame.get(i);
            if (packet.txDevice() != veth) {
                break;
            }
            if (peer == null || !ready || !peer.fits(packet)) { // by its length, or its segments'
                send(frame, first, i, peer);
                refuse(packet, veth, peer);
                first = i + 1;
                continue;
            }
            bytes += packet.length();
            crossed++;
            if (packet.isTraced()) {
                packet.trace(new Crossed(veth.label(), peer.label()));
            }
        }
        veth.statistics().transmitted(crossed, bytes);
        send(frame, first, i, peer);
        return i;
    }

    private void send(Frame frame, int from, int to, @Nullable Veth peer) {
        if (peer != null && from < to) {
            arrival.send(frame, from, to, peer);
        }
    }

    private void refuse(Packet packet, Veth veth, @Nullable Veth peer) {
        veth.statistics().txDropped();
        PacketSender.tell(packet);
        if (peer == null || !peer.isUp()) {
            peerDown.send(packet);
        } else {
            peer.statistics().rxDropped();
            tooLong.send(packet);
        }
    }

    /// The packet went from one end to the other.
    public record Crossed(String from, String to) {}
}
