package dev.weft.net.link.host;

import dev.weft.core.graph.DeviceOutput;
import dev.weft.core.graph.Drop;
import dev.weft.core.graph.DropReason;
import dev.weft.core.graph.Frame;
import dev.weft.core.graph.Node;
import dev.weft.core.graph.NodeType;
import dev.weft.core.graph.Sink;
import dev.weft.core.packet.Checksum;
import dev.weft.core.packet.ChecksumState;
import dev.weft.core.packet.Packet;

/// Hands packets to the host: with their checksums complete, since they leave the machine (kernel: `tun_net_xmit`).
public final class HostOutput extends Node {
    public static final String NAME = "host-output";
    public static final NodeType TYPE = NodeType.of(NAME, HostOutput::new, "tun_net_xmit", "skb_checksum_help")
            .behind(DeviceOutput.NAME);

    private final Sink sent = sink("sent to the host");
    private final Drop refused = drop(DropReason.FULL_RING);
    private final Drop tooLong = drop(DropReason.PKT_TOO_BIG);

    @Override
    public void process(Frame frame) {
        for (int i = 0; i < frame.size(); i++) {
            Packet packet = frame.get(i);
            HostDevice device = (HostDevice) packet.txDevice();
            if (!device.fits(packet)) {
                device.statistics().txDropped();
                tooLong.send(packet);
                continue;
            }
            if (packet.checksumState() == ChecksumState.PARTIAL) {
                Checksum.finish(packet);
            }
            if (device.end().transmit(packet)) {
                device.statistics().transmitted(packet.length());
                sent.send(packet);
            } else {
                device.statistics().txDropped();
                refused.send(packet);
            }
        }
    }
}
