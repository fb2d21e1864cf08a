package dev.weft.core.wire;

import dev.weft.core.packet.Packet;
import dev.weft.core.packet.PacketPool;
import java.util.Objects;

/// Packets for tests, by their bytes.
final class WirePackets {
    private static final PacketPool POOL = new PacketPool();

    private WirePackets() {}

    static Packet of(String hex) {
        Bytes bytes = Bytes.ofHex(hex);
        Packet packet = empty(bytes.length());
        bytes.write(packet, 0);
        return packet;
    }

    static Packet empty(int length) {
        Packet packet = Objects.requireNonNull(POOL.allocate(length), "packet memory is used up");
        packet.length(length);
        return packet;
    }

    static void free(Packet packet) {
        POOL.free(packet);
    }
}
