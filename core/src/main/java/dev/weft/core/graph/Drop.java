package dev.weft.core.graph;

import dev.weft.core.packet.Packet;
import dev.weft.core.packet.PacketPool;
import dev.weft.core.trace.PacketTrace;
import org.jspecify.annotations.Nullable;

/// An arc that ends: the packet is dropped for a named reason, counted and traced.
public final class Drop {
    private final DropReason reason;
    private @Nullable Node node;
    private @Nullable PacketPool pool;
    private long count;

    Drop(DropReason reason) {
        this.reason = reason;
    }

    void bind(Node itsNode) {
        node = itsNode;
        pool = itsNode.graph().worker().pool();
    }

    public void send(Packet packet) {
        count++;
        PacketTrace trace = packet.trace();
        if (trace != null) {
            trace.ended(reason.name() + ": " + reason.text() + " (" + node + ")", true);
        }
        PacketPool bound = pool;
        if (bound == null) {
            throw new IllegalStateException("the arc is not bound");
        }
        bound.free(packet);
    }

    public DropReason reason() {
        return reason;
    }

    public long count() {
        return count;
    }

    void clear() {
        count = 0;
    }
}
