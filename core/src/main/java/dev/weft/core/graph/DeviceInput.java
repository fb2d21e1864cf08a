package dev.weft.core.graph;

import dev.weft.core.packet.ArcProgram;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.Packet;

/// Takes packets in from a device: counts them, lets them pass the device's input features (taps, tc ingress, the
/// master's rx
/// handler), and sends them to the device's protocol (kernel: `process_backlog`, `__netif_receive_skb_core`).
public final class DeviceInput extends Node {
    public static final String NAME = "device-input";
    public static final NodeType TYPE = NodeType.of(
            NAME, DeviceInput::new, "netif_rx", "enqueue_to_backlog", "process_backlog", "__netif_receive_skb_core");

    private final Arcs arcs = arcs();
    private final Drop down = drop(DropReason.DEV_READY);

    @Override
    public void process(Frame frame) {
        int first = 0;
        for (int i = 0; i < frame.size(); i = first) {
            NetDevice device = frame.get(i).rxDevice();
            first = receive(frame, i, device);
        }
    }

    /// Takes in the run of packets from `start` on that the same device received.
    ///
    /// @return where the next run starts
    private int receive(Frame frame, int start, NetDevice device) {
        boolean ready = device.isUp() && device.isRegistered();
        ArcProgram program = device.inputProgram();
        int bytes = 0;
        int i = start;
        for (; i < frame.size(); i++) {
            Packet packet = frame.get(i);
            if (packet.rxDevice() != device) {
                break;
            }
            if (!ready) {
                down.send(packet);
                continue;
            }
            bytes += packet.length();
            if (packet.isTraced()) {
                packet.trace(new Received(device.label()));
            }
            packet.macOffset(0);
            if (!program.isEmpty()) {
                arcs.enter(packet, program, device.inputNode());
            }
        }
        if (ready && program.isEmpty()) {
            arcs.jump(frame, start, i, device.inputNode());
        }
        device.backlog(device.backlog() - (i - start));
        if (ready) {
            int packets = i - start;
            device.statistics().received(packets, bytes - packets * device.uncountedBytes());
        }
        return i;
    }

    public record Received(String device) {}
}
