package dev.weft.core.graph;

import dev.weft.core.packet.ArcProgram;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.Packet;

/// Sends packets out by the device they are meant for, past its output features (tc egress, taps), to the node of its
/// kind
/// (kernel: `__dev_queue_xmit`, `dev_hard_start_xmit`).
public final class DeviceOutput extends Node {
    public static final String NAME = "device-output";
    public static final NodeType TYPE =
            NodeType.of(NAME, DeviceOutput::new, "__dev_queue_xmit", "validate_xmit_skb", "dev_hard_start_xmit");

    private final Arcs arcs = arcs();
    private final Drop down = drop(DropReason.DEV_READY);

    @Override
    public void process(Frame frame) {
        for (int i = 0; i < frame.size(); i++) {
            Packet packet = frame.get(i);
            NetDevice device = packet.txDevice();
            if (!device.isUp() || !device.isRegistered()) {
                device.statistics().txDropped();
                down.send(packet);
                continue;
            }
            if (packet.isTraced()) {
                packet.trace(new Sent(device.label()));
            }
            ArcProgram program = device.outputProgram();
            if (program.isEmpty()) {
                arcs.jump(packet, device.outputNode());
            } else {
                arcs.enter(packet, program, device.outputNode());
            }
        }
    }

    public record Sent(String device) {}
}
