package dev.weft.net.ip.neighbor;

import dev.weft.core.packet.Packet;
import dev.weft.net.ip.TrueSize;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/// Packets that wait for a neighbour's address, and the memory that Linux would count for them.
final class PacketQueue {
    private final ArrayDeque<Packet> packets = new ArrayDeque<>(2);
    private long bytes;

    long bytes() {
        return bytes;
    }

    boolean isEmpty() {
        return packets.isEmpty();
    }

    void add(Packet packet) {
        packet.holder(0);
        packets.addLast(packet);
        bytes += TrueSize.of(packet);
    }

    @Nullable
    Packet poll() {
        Packet packet = packets.pollFirst();
        if (packet != null) {
            bytes -= TrueSize.of(packet);
        }
        return packet;
    }

    /// The packet that came last: the one that a question is asked for.
    @Nullable
    Packet last() {
        return packets.peekLast();
    }
}
