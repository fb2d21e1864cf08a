package dev.weft.core.graph;

import dev.weft.core.packet.Packet;
import org.jspecify.annotations.Nullable;

/// An outgoing arc of a node: sends packets into the frame that waits for the node at its end.
public final class Next {
    private final String target;
    private Node node = Nowhere.INSTANCE;
    private Relay relay = new Relay();

    Next(String target) {
        this.target = target;
    }

    void bind(Graph graph, Node itsNode) {
        node = itsNode;
        relay = graph.relay();
    }

    /// Hands the packet over; it is no longer the sender's.
    public void send(Packet packet) {
        Relay going = relay;
        if (going.next == this && going.takes(packet)) {
            return;
        }
        going.append(this, packet);
    }

    /// Hands over the packets from `from` up to `to` of the frame that the node works on: all at once when they are the
    /// whole frame.
    public void send(Frame frame, int from, int to) {
        if (relay.takes(this, frame, from, to)) {
            return;
        }
        for (int i = from; i < to; i++) {
            send(frame.get(i));
        }
    }

    /// Hands over the first `count` packets of an array, which came from outside the graph.
    void send(@Nullable Packet[] packets, int count) {
        relay.settle();
        int done = 0;
        while (done < count) {
            Frame frame = node.inbox;
            if (frame.size >= frame.packets.length) {
                frame = node.openInbox();
            }
            done += frame.append(packets, done, count);
        }
    }

    /// Puts the packet into the frame that waits for the node.
    void append(Packet packet) {
        Frame frame = node.inbox;
        int size = frame.size;
        if (size >= frame.packets.length) {
            frame = node.openInbox();
            size = 0;
        }
        frame.packets[size] = packet;
        frame.size = size + 1;
        packet.holder(frame.id());
        if (packet.isTraced()) {
            frame.traced = true;
        }
    }

    /// Does nothing wait at the node at the end? Then what goes another way overtakes nothing that went this one.
    public boolean isIdle() {
        return node.waiting == 0;
    }

    Node node() {
        return node;
    }

    /// The name of the node at the end.
    public String target() {
        return target;
    }

    /// The id of the node at the end, once bound.
    public int targetId() {
        return node.id();
    }

    /// Where an arc leads before the graph is bound.
    private static final class Nowhere extends Node {
        static final Nowhere INSTANCE = new Nowhere();

        @Override
        public void process(Frame frame) {
            throw new IllegalStateException("the arc is not bound");
        }
    }
}
