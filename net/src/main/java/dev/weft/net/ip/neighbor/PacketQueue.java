package dev.weft.net.ip.neighbor;

import dev.weft.core.packet.Packet;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/// Packets that wait for a neighbour's address, and the memory that Linux would count for them.
final class PacketQueue {
    /// What an sk_buff and its shared info take beside the data (kernel: `SKB_TRUESIZE`).
    private static final int OVERHEAD = 256;

    private static final int SHARED_INFO = 320;
    private static final int HEADROOM = 64;
    private static final int SMALLEST_HEAD = 512;

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
        bytes += trueSize(packet);
    }

    @Nullable
    Packet poll() {
        Packet packet = packets.pollFirst();
        if (packet != null) {
            bytes -= trueSize(packet);
        }
        return packet;
    }

    /// The packet that came last: the one that a question is asked for.
    @Nullable
    Packet last() {
        return packets.peekLast();
    }

    /// What Linux would account for the packet (kernel: `skb->truesize`): its buffer comes in powers of two.
    static int trueSize(Packet packet) {
        int head = Math.max(SMALLEST_HEAD, packet.length() + HEADROOM + SHARED_INFO);
        return Integer.highestOneBit(2 * head - 1) + OVERHEAD;
    }
}
