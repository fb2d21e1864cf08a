package dev.weft.net.link.packet;

import dev.weft.core.graph.Arcs;
import dev.weft.core.graph.DeviceInput;
import dev.weft.core.graph.DeviceOutput;
import dev.weft.core.graph.Frame;
import dev.weft.core.graph.Node;
import dev.weft.core.graph.NodeType;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.Packet;
import dev.weft.net.namespace.Notifier;

/// Shows packets to the packet sockets of their namespace, and lets them go on (kernel: `ptype_all` in
/// `__netif_receive_skb_core`,
/// `dev_queue_xmit_nit`).
public final class PacketTap extends Node {
    static final String INPUT = "packet-tap-in";
    static final String OUTPUT = "packet-tap-out";

    public static final NodeType ON_INPUT =
            NodeType.of(INPUT, () -> new PacketTap(false), "packet_rcv").behind(DeviceInput.NAME);
    public static final NodeType ON_OUTPUT = NodeType.of(
                    OUTPUT, () -> new PacketTap(true), "dev_queue_xmit_nit", "packet_rcv")
            .behind(DeviceOutput.NAME);

    /// Keeps the taps where sockets want them.
    public static final Notifier.Listener FOLLOWER = PacketSockets.FOLLOWER;

    private final Arcs arcs = arcs();
    private final boolean outgoing;

    private PacketTap(boolean outgoing) {
        this.outgoing = outgoing;
    }

    @Override
    public void process(Frame frame) {
        for (int i = 0; i < frame.size(); i++) {
            Packet packet = frame.get(i);
            NetDevice device = outgoing ? packet.txDevice() : packet.rxDevice();
            if (packet.timestamp() == 0) {
                packet.timestamp(worker().clock().nanos());
            }
            PacketSockets.of(device.namespace()).show(packet, device, outgoing);
            arcs.proceed(packet);
        }
    }
}
