package dev.weft.bench;

import dev.weft.net.generator.PacketTemplate;
import dev.weft.net.generator.PacketTemplate.Variation;
import java.nio.ByteBuffer;
import java.util.List;

/// Packets of 64 bytes for benchmarks.
final class Frames {
    static final int ETHERNET_BYTES = 14;

    /// Where an Ethernet frame has the lower four bytes of its destination, and of its source.
    static final int DESTINATION_LOW = 2;

    static final int SOURCE_LOW = 8;
    private static final int IPV4_DESTINATION = ETHERNET_BYTES + 16;

    static final PacketTemplate NONE = new PacketTemplate(new byte[0], List.of(), -1);

    private Frames() {}

    /// UDP over IPv4 over Ethernet, to the destinations in turn.
    static PacketTemplate udp(long sourceMac, long destinationMac, int source, int... destinations) {
        ByteBuffer bytes = ByteBuffer.allocate(64);
        mac(bytes, destinationMac);
        mac(bytes, sourceMac);
        bytes.putShort((short) 0x0800);
        bytes.put((byte) 0x45).put((byte) 0).putShort((short) 50).putInt(0);
        bytes.put((byte) 64).put((byte) 17).putShort((short) 0).putInt(source).putInt(destinations[0]);
        bytes.putShort((short) 1234).putShort((short) 80).putShort((short) 30).putShort((short) 0);
        int sum = 0;
        for (int i = ETHERNET_BYTES; i < ETHERNET_BYTES + 20; i += 2) {
            sum += bytes.getShort(i) & 0xffff;
        }
        sum = (sum & 0xffff) + (sum >>> 16);
        bytes.putShort(ETHERNET_BYTES + 10, (short) ~((sum & 0xffff) + (sum >>> 16)));
        List<Variation> variations =
                destinations.length == 1 ? List.of() : List.of(new Variation(IPV4_DESTINATION, destinations));
        return new PacketTemplate(bytes.array(), variations, destinations.length == 1 ? -1 : ETHERNET_BYTES);
    }

    /// Frames of no known protocol, with the addresses in turn.
    static PacketTemplate ethernet(long sourceMac, long destinationMac, List<Variation> variations) {
        ByteBuffer bytes = ByteBuffer.allocate(64);
        mac(bytes, destinationMac);
        mac(bytes, sourceMac);
        bytes.putShort((short) 0x88b5);
        return new PacketTemplate(bytes.array(), variations, -1);
    }

    private static void mac(ByteBuffer bytes, long mac) {
        bytes.putShort((short) (mac >>> 32)).putInt((int) mac);
    }
}
