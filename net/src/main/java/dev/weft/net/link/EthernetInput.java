package dev.weft.net.link;

import dev.weft.core.graph.Drop;
import dev.weft.core.graph.DropReason;
import dev.weft.core.graph.Frame;
import dev.weft.core.graph.Next;
import dev.weft.core.graph.Node;
import dev.weft.core.graph.NodeType;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.Packet;
import dev.weft.core.packet.PacketType;

/// Reads the Ethernet header, says whom the frame is for, takes the header off and sends the rest to its protocol
/// (kernel: `eth_type_trans`, `deliver_skb`).
public final class EthernetInput extends Node {
    public static final String NAME = "ethernet-input";
    public static final NodeType TYPE = NodeType.of(NAME, EthernetInput::new, "eth_type_trans", "deliver_skb");

    private static final int HEADER_BYTES = 14;
    private static final int IPV4 = 0x0800;
    private static final int ARP = 0x0806;
    private static final int IPV6 = 0x86dd;
    private static final long GROUP_BIT = 0x0100_0000_0000L;

    private final Next ip4Input = next("ip4-input");
    private final Next arpInput = next("arp-input");
    private final Next ip6Input = next("ip6-input");
    private final Drop tooShort = drop(DropReason.PKT_TOO_SMALL);
    private final Drop unhandled = drop(DropReason.UNHANDLED_PROTO);

    @Override
    public void process(Frame frame) {
        for (int i = 0; i < frame.size(); i++) {
            Packet packet = frame.get(i);
            if (packet.length() < HEADER_BYTES) {
                packet.rxDevice().statistics().rxError();
                tooShort.send(packet);
                continue;
            }
            NetDevice device = packet.rxDevice();
            long destination = packet.u48(0);
            int type = packet.u16(12);
            packet.macOffset(0);
            packet.protocol(type);
            if (destination != device.address()) {
                packet.type(addressee(device, destination));
            }
            packet.pull(HEADER_BYTES);
            packet.networkOffset(0);
            switch (type) {
                case IPV4 -> ip4Input.send(packet);
                case ARP -> arpInput.send(packet);
                case IPV6 -> ip6Input.send(packet);
                default -> unhandled.send(packet);
            }
        }
    }

    private static PacketType addressee(NetDevice device, long destination) {
        if ((destination & GROUP_BIT) == 0) {
            return PacketType.OTHERHOST;
        }
        if (destination == device.broadcast()) {
            return PacketType.BROADCAST;
        }
        device.statistics().receivedMulticast();
        return PacketType.MULTICAST;
    }
}
