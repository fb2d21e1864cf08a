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
        int next = 0;
        for (int i = 0; i < frame.size(); i = next) {
            next = send(frame, i, frame.get(i).txDevice());
        }
    }

    /// Sends the run of packets from `start` on that are for the same device.
    ///
    /// @return where the next run starts
    private int send(Frame frame, int start, NetDevice device) {
        boolean ready = device.isUp() && device.isRegistered();
        ArcProgram program = device.outputProgram();
        int i = start;
        for (; i < frame.size(); i++) {
            Packet packet = frame.get(i);
            if (packet.txDevice() != device) {
                break;
            }
            if (!ready) {
                device.statistics().txDropped();
                down.send(packet);
                continue;
            }
            if (packet.isTraced()) {
                packet.trace(new Sent(device.label()));
            }
            if (!program.isEmpty()) {
                arcs.enter(packet, program, device.outputNode());
            }
        }
        if (ready && program.isEmpty()) {
            arcs.jump(frame, start, i, device.outputNode());
        }
        return i;
    }

    public record Sent(String device) {}
}
