package dev.weft.net.link.lo;

import dev.weft.core.graph.Arrival;
import dev.weft.core.graph.DeviceOutput;
import dev.weft.core.graph.Frame;
import dev.weft.core.graph.Node;
import dev.weft.core.graph.NodeType;
import dev.weft.core.packet.ChecksumState;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.Packet;

/// Brings packets back to the host that sent them (kernel: `loopback_xmit`).
public final class LoopbackOutput extends Node {
    public static final String NAME = "loopback-output";
    public static final NodeType TYPE = NodeType.of(NAME, LoopbackOutput::new, "loopback_xmit", "__netif_rx")
            .behind(DeviceOutput.NAME);

    private final Arrival arrival = arrival();

    @Override
    public void process(Frame frame) {
        for (int i = 0; i < frame.size(); i++) {
            Packet packet = frame.get(i);
            NetDevice lo = packet.txDevice();
            lo.statistics().transmitted(packet.length() - lo.uncountedBytes());
            if (packet.checksumState() == ChecksumState.NONE) {
                packet.checksumState(ChecksumState.UNNECESSARY); // it never left the machine
            }
            arrival.loopBack(packet, lo);
        }
    }
}
