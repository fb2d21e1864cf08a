package dev.weft.core.graph;

import dev.weft.core.packet.Packet;
import dev.weft.core.packet.PacketPool;
import dev.weft.core.trace.PacketTrace;
import org.jspecify.annotations.Nullable;

/// An arc that ends well: the packet was delivered or has done its work; counted and traced, but not as a drop.
public final class Sink {
    private final String name;
    private @Nullable PacketPool pool;
    private long count;

    Sink(String name) {
        this.name = name;
    }

    void bind(Node node) {
        pool = node.graph().worker().pool();
    }

    public void send(Packet packet) {
        count++;
        PacketTrace trace = packet.trace();
        if (trace != null) {
            trace.ended(name, false);
        }
        PacketPool bound = pool;
        if (bound == null) {
            throw new IllegalStateException("the arc is not bound");
        }
        bound.free(packet);
    }

    /// Sends all packets of a frame.
    public void send(Frame frame) {
        if (frame.isTraced()) {
            for (int i = 0; i < frame.size(); i++) {
                send(frame.get(i));
            }
            return;
        }
        PacketPool bound = pool;
        if (bound == null) {
            throw new IllegalStateException("the arc is not bound");
        }
        count += frame.size();
        bound.free(frame.packets, frame.size());
    }

    public String name() {
        return name;
    }

    public long count() {
        return count;
    }

    void clear() {
        count = 0;
    }
}
