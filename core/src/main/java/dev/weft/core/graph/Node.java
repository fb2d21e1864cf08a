package dev.weft.core.graph;

import dev.weft.core.counter.Counter;
import dev.weft.core.packet.Packet;
import dev.weft.core.packet.PacketPool;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One step of the graph. Each worker has an instance of its own, so a node's fields need no lock.
///
/// A subclass declares its arcs as fields and writes its own loop: get a packet, decide, send it on exactly
/// one arc. Every packet of the frame must be sent. Nothing in the loop allocates, blocks, logs, or throws
/// because of what a packet contains.
public abstract class Node {
    private final List<Next> nexts = new ArrayList<>(4);
    private final List<Drop> drops = new ArrayList<>(4);
    private final List<Sink> sinks = new ArrayList<>(0);
    private final List<Counter> counters = new ArrayList<>(0);
    private final List<Arrival> arrivals = new ArrayList<>(0);
    private final List<Arcs> arcs = new ArrayList<>(0);

    private @Nullable Graph graph;
    private @Nullable PacketPool pool;
    private NodeType type = NodeType.UNBOUND;
    private int nodeId;

    Frame inbox = Frame.full();

    /// Frames that wait for this node.
    int waiting;

    final NodeStatistics statistics = new NodeStatistics();
    int tracesWanted;

    /// Handles every packet of the frame.
    public abstract void process(Frame frame);

    /// Called once, when the node has its place in the graph and its arcs lead somewhere.
    protected void bound() {}

    // ---- declarations, for field initializers

    /// An arc to the node of that name.
    protected final Next next(String node) {
        Next next = new Next(node);
        nexts.add(next);
        return next;
    }

    /// An arc on which packets end unwanted.
    protected final Drop drop(DropReason reason) {
        Drop drop = new Drop(reason);
        drops.add(drop);
        return drop;
    }

    /// An arc on which packets end well: delivered, answered, used up.
    protected final Sink sink(String name) {
        Sink sink = new Sink(name);
        sinks.add(sink);
        return sink;
    }

    /// The way onto another device, of this namespace or of any other.
    protected final Arrival arrival() {
        Arrival arrival = new Arrival(next(DeviceInput.NAME), drop(DropReason.CPU_BACKLOG), drop(DropReason.DEV_READY));
        arrivals.add(arrival);
        return arrival;
    }

    /// The way along feature arcs and hooks.
    protected final Arcs arcs() {
        Arcs made = new Arcs();
        arcs.add(made);
        return made;
    }

    protected final Counter counter(String name) {
        Counter counter = new Counter(name);
        counters.add(counter);
        return counter;
    }

    // ---- the node's surroundings, once it is bound

    /// Lets the packet come to this node again when all that is on its way now has gone it: for nodes at
    /// which a packet must see what the packets before it have brought about. What comes to the node later
    /// does not overtake it only if the node holds that back too.
    protected final void holdBack(Packet packet) {
        graph().holdBack(this, packet);
    }

    /// Changes whenever all packets that were on their way have gone it: what is noted with the present
    /// number may still have consequences to come.
    protected final int pass() {
        return graph().pass();
    }

    protected final Worker worker() {
        return graph().worker();
    }

    protected final Graph graph() {
        Graph bound = graph;
        if (bound == null) {
            throw new IllegalStateException("node is not part of a graph yet");
        }
        return bound;
    }

    /// Nanoseconds of the clock, read once a poll.
    protected final long now() {
        return graph().worker().now();
    }

    /// A fresh packet, or null when memory is used up; then the cause of it should be dropped with
    /// [DropReason#NOMEM].
    protected final @Nullable Packet allocate() {
        return pool().allocate();
    }

    /// Fills an array from its start with up to `count` fresh packets.
    ///
    /// @return how many there were
    protected final int allocate(@Nullable Packet[] into, int count) {
        return pool().allocate(into, count);
    }

    protected final @Nullable Packet copy(Packet packet) {
        return pool().copy(packet);
    }

    protected final PacketPool pool() {
        PacketPool bound = pool;
        if (bound == null) {
            throw new IllegalStateException("node is not part of a graph yet");
        }
        return bound;
    }

    public final String name() {
        return type.name();
    }

    public final NodeType type() {
        return type;
    }

    public final int id() {
        return nodeId;
    }

    public final NodeStatistics statistics() {
        return statistics;
    }

    public final List<Next> nexts() {
        return List.copyOf(nexts);
    }

    public final List<Drop> drops() {
        return List.copyOf(drops);
    }

    public final List<Sink> sinks() {
        return List.copyOf(sinks);
    }

    public final List<Counter> counters() {
        return List.copyOf(counters);
    }

    @Override
    public final String toString() {
        return name();
    }

    // ---- binding

    final void place(Graph itsGraph, NodeType itsType, int itsId) {
        graph = itsGraph;
        pool = itsGraph.worker().pool();
        type = itsType;
        nodeId = itsId;
    }

    final void bind(Graph itsGraph) {
        for (Next next : nexts) {
            next.bind(itsGraph, itsGraph.node(next.target()));
        }
        for (Drop drop : drops) {
            drop.bind(this);
        }
        for (Sink sink : sinks) {
            sink.bind(this);
        }
        for (Arrival arrival : arrivals) {
            arrival.bind(itsGraph.worker());
        }
        for (Arcs a : arcs) {
            a.bind(itsGraph);
        }
    }

    /// The pending frame is full or there is none: a new one takes the packets from here on.
    final Frame openInbox() {
        return inbox = graph().open(this);
    }
}
