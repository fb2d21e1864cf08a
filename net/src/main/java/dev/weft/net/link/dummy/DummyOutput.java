package dev.weft.net.link.dummy;

import dev.weft.core.graph.Frame;
import dev.weft.core.graph.Node;
import dev.weft.core.graph.NodeType;
import dev.weft.core.graph.Sink;
import dev.weft.core.packet.Packet;

/// Counts packets and lets them go (kernel: `dummy_xmit`).
public final class DummyOutput extends Node {
    public static final String NAME = "dummy-output";
    public static final NodeType TYPE = NodeType.of(NAME, DummyOutput::new, "dummy_xmit");

    private final Sink swallowed = sink("swallowed by a dummy device");

    @Override
    public void process(Frame frame) {
        for (int i = 0; i < frame.size(); i++) {
            Packet packet = frame.get(i);
            packet.txDevice().statistics().transmitted(packet.length());
            swallowed.send(packet);
        }
    }
}
