package dev.weft.net.ip.v4;

import dev.weft.core.graph.Arrival;
import dev.weft.core.graph.Frame;
import dev.weft.core.graph.Node;
import dev.weft.core.graph.NodeType;
import dev.weft.core.packet.ChecksumState;
import dev.weft.core.packet.Packet;
import dev.weft.core.wire.EtherType;

/// Brings this host's own broadcasts and multicasts back to it, as if the device they leave by had received them
/// (kernel: `ip_mc_finish_output`, `dev_loopback_xmit`).
public final class Ip4LoopOutput extends Node {
    public static final String NAME = "ip4-loop-output";
    public static final NodeType TYPE =
            NodeType.of(NAME, Ip4LoopOutput::new, "ip_mc_finish_output", "dev_loopback_xmit", "netif_rx");

    private static final int ETHERNET_BYTES = 14;

    private final Arrival arrival = arrival();

    @Override
    public void process(Frame frame) {
        for (int i = 0; i < frame.size(); i++) {
            Packet packet = frame.get(i);
            if (packet.txDevice().headerLength() != 0) {
                packet.push(ETHERNET_BYTES);
                packet.put64(0, packet.txDevice().broadcast() << 16);
                packet.put64(6, EtherType.IPV4);
            }
            packet.checksumState(ChecksumState.UNNECESSARY);
            arrival.loopBack(packet, packet.txDevice());
        }
    }
}
