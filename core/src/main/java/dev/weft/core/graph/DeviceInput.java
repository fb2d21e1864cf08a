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
        for (int i = 0; i < frame.size(); i++) {
            Packet packet = frame.get(i);
            NetDevice device = packet.rxDevice();
            device.backlog(device.backlog() - 1);
            if (!device.isUp() || !device.isRegistered()) {
                down.send(packet);
                continue;
            }
            device.statistics().received(packet.length());
            if (packet.isTraced()) {
                packet.trace(new Received(device.label()));
            }
            packet.macOffset(0);
            ArcProgram program = device.inputProgram();
            if (program.isEmpty()) {
                arcs.jump(packet, device.inputNode());
            } else {
                arcs.enter(packet, program, device.inputNode());
            }
        }
    }

    public record Received(String device) {}
}
