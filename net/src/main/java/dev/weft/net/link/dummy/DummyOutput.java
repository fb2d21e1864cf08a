package dev.weft.net.link.dummy;

import dev.weft.core.graph.DeviceOutput;
import dev.weft.core.graph.Frame;
import dev.weft.core.graph.Node;
import dev.weft.core.graph.NodeType;
import dev.weft.core.graph.Sink;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.Packet;

/// Counts packets and lets them go (kernel: `dummy_xmit`).
public final class DummyOutput extends Node {
    public static final String NAME = "dummy-output";
    public static final NodeType TYPE =
            NodeType.of(NAME, DummyOutput::new, "dummy_xmit").behind(DeviceOutput.NAME);

    private final Sink swallowed = sink("swallowed by a dummy device");

    @Override
    public void process(Frame frame) {
        int next = 0;
        for (int i = 0; i < frame.size(); i = next) {
            next = transmit(frame, i, frame.get(i).txDevice());
        }
        swallowed.send(frame);
    }

    /// Counts the run of packets from `start` on that go out by the same device.
    ///
    /// @return where the next run starts
    private static int transmit(Frame frame, int start, NetDevice device) {
        int bytes = 0;
        int i = start;
        for (; i < frame.size(); i++) {
            Packet packet = frame.get(i);
            if (packet.txDevice() != device) {
                break;
            }
            bytes += packet.length();
        }
        device.statistics().transmitted(i - start, bytes);
        return i;
    }
}
