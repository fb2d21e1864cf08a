package dev.weft.net.link.bridge;

import dev.weft.core.graph.DeviceOutput;
import dev.weft.core.graph.Drop;
import dev.weft.core.graph.DropReason;
import dev.weft.core.graph.Frame;
import dev.weft.core.graph.NodeType;
import dev.weft.core.packet.Packet;
import dev.weft.core.wire.MacAddress;
import dev.weft.net.link.MacTable;

/// Sends what the bridge's own host sends out by the right ports (kernel: `br_dev_xmit`).
public final class BridgeOutput extends BridgeNode {
    public static final String NAME = "bridge-output";
    public static final NodeType TYPE = NodeType.of(
                    NAME, BridgeOutput::new, "br_dev_xmit", "br_forward", "__br_forward", "br_dev_queue_push_xmit")
            .behind(DeviceOutput.NAME);

    private final Drop tooShort = drop(DropReason.PKT_TOO_SMALL);
    private final Drop notForwarding = drop(NO_TX_TARGET);

    @Override
    public void process(Frame frame) {
        int tick = MacTable.tick(now());
        for (int i = 0; i < frame.size(); i++) {
            Packet packet = frame.get(i);
            Bridge bridge = (Bridge) packet.txDevice();
            if (packet.length() < HEADER_BYTES) {
                bridge.statistics().txDropped();
                tooShort.send(packet);
                continue;
            }
            bridge.statistics().transmitted(packet.length());
            long destination = packet.i64(0) >>> 16;
            if (destination == BROADCAST) {
                flood(packet, bridge, null, PortFlag.BROADCAST_FLOOD);
            } else if ((destination & GROUP_BIT) != 0) {
                flood(packet, bridge, null, PortFlag.MULTICAST_FLOOD);
            } else {
                unicast(packet, bridge, destination, tick);
            }
        }
    }

    private void unicast(Packet packet, Bridge bridge, long destination, int tick) {
        MacTable table = bridge.fdb.table;
        int slot = table.find(MacTable.key(destination, 0));
        if (slot == MacTable.ABSENT) {
            flood(packet, bridge, null, PortFlag.FLOOD);
            return;
        }
        table.markUsed(slot, tick);
        int number = table.port(slot);
        if (number == 0 || bridge.port(number).state != PortState.FORWARDING) {
            notForwarding.send(packet);
            return;
        }
        BridgePort to = bridge.port(number);
        if (packet.isTraced()) {
            packet.trace(new BridgeInput.Found(MacAddress.toString(destination), to.name()));
        }
        forward(packet, to);
    }
}
