package dev.weft.core.graph;

import dev.weft.core.packet.Packet;
import org.jspecify.annotations.Nullable;

/// Packets that wait for one node, up to the vector size of the worker. Filled by [Next#send], emptied by the node's
/// `process`.
public final class Frame {
    /// The largest vector.
    public static final int CAPACITY = 256;

    private final int id;
    final @Nullable Packet[] packets;
    int size;
    boolean traced;

    @Nullable
    Node node;

    Frame(int id, int capacity) {
        this.id = id;
        this.packets = new Packet[capacity];
    }

    /// Never empty and never with room: what a node without a pending frame has, so that `send` asks one question only.
    static Frame full() {
        Frame frame = new Frame(0, 0);
        frame.size = Integer.MAX_VALUE;
        return frame;
    }

    int id() {
        return id;
    }

    public int size() {
        return size;
    }

    public Packet get(int i) {
        Packet packet = packets[i];
        assert packet != null;
        return packet;
    }

    /// Does any packet in it carry a trace?
    public boolean isTraced() {
        return traced;
    }

    /// Takes of the packets from `from` up to `to` as many as there is room for.
    ///
    /// @return how many that was
    int append(@Nullable Packet[] from, int start, int end) {
        @Nullable Packet[] room = packets;
        int first = size;
        int count = Math.min(end - start, room.length - first);
        for (int i = 0; i < count; i++) {
            Packet packet = from[start + i];
            assert packet != null;
            room[first + i] = packet;
            packet.holder(id);
            traced |= packet.isTraced();
        }
        size = first + count;
        return count;
    }

    void clear() {
        size = 0;
        traced = false;
        node = null;
    }
}
