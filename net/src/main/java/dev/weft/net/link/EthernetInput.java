package dev.weft.net.link;

import dev.weft.core.graph.DeviceInput;
import dev.weft.core.graph.Drop;
import dev.weft.core.graph.DropReason;
import dev.weft.core.graph.Frame;
import dev.weft.core.graph.Next;
import dev.weft.core.graph.Node;
import dev.weft.core.graph.NodeType;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.Packet;
import dev.weft.core.packet.PacketFlag;
import dev.weft.core.packet.PacketType;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// Reads the Ethernet header, says whom the frame is for, takes the header off and sends the rest to its protocol
/// (kernel: `eth_type_trans`, `deliver_skb`).
public final class EthernetInput extends Node {
    public static final String NAME = "ethernet-input";

    private static final int HEADER_BYTES = 14;
    private static final long GROUP_BIT = 0x0100_0000_0000L;

    private final int[] etherTypes;
    private final Next[] protocols;
    private final Drop tooShort = drop(DropReason.PKT_TOO_SMALL);
    private final Drop unhandled = drop(DropReason.UNHANDLED_PROTO);

    private EthernetInput(SortedMap<Integer, String> handlers) {
        etherTypes = handlers.keySet().stream().mapToInt(Integer::intValue).toArray();
        protocols = handlers.values().stream().map(this::next).toArray(Next[]::new);
    }

    /// @param handlers the node that handles each EtherType
    public static NodeType type(SortedMap<Integer, String> handlers) {
        return NodeType.of(NAME, () -> new EthernetInput(handlers), "eth_type_trans", "deliver_skb")
                .behind(DeviceInput.NAME);
    }

    @Override
    public void process(Frame frame) {
        int next = 0;
        for (int i = 0; i < frame.size(); i = next) {
            next = receive(frame, i, frame.get(i).rxDevice());
        }
    }

    /// Takes in the run of packets from `start` on that came by the same device and have the same EtherType.
    ///
    /// @return where the next run starts
    private int receive(Frame frame, int start, NetDevice device) {
        int type = frame.get(start).u16(12);
        Next protocol = protocol(type);
        long address = device.address();
        int i = start;
        for (; i < frame.size(); i++) {
            Packet packet = frame.get(i);
            if (packet.rxDevice() != device || packet.length() < HEADER_BYTES || packet.u16(12) != type) {
                break;
            }
            long destination = packet.i64(0) >>> 16;
            packet.macOffset(0);
            packet.protocol(type);
            if (destination != address) {
                packet.type(addressee(packet, device, destination));
            }
            packet.pull(HEADER_BYTES);
            packet.networkOffset(0);
        }
        if (i == start) {
            device.statistics().rxError();
            tooShort.send(frame.get(start));
            return start + 1;
        }
        deliver(frame, start, i, protocol);
        return i;
    }

    private void deliver(Frame frame, int from, int to, @Nullable Next protocol) {
        if (protocol != null) {
            protocol.send(frame, from, to);
            return;
        }
        for (int i = from; i < to; i++) {
            unhandled.send(frame.get(i));
        }
    }

    private @Nullable Next protocol(int etherType) {
        for (int i = 0; i < etherTypes.length; i++) {
            if (etherTypes[i] == etherType) {
                return protocols[i];
            }
        }
        return null;
    }

    private static PacketType addressee(Packet packet, NetDevice device, long destination) {
        if ((destination & GROUP_BIT) == 0) {
            return packet.has(PacketFlag.TO_HOST) ? PacketType.HOST : PacketType.OTHERHOST;
        }
        if (destination == device.broadcast()) {
            return PacketType.BROADCAST;
        }
        return PacketType.MULTICAST;
    }
}
