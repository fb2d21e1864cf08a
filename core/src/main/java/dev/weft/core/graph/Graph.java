package dev.weft.core.graph;

import dev.weft.core.packet.Packet;
import dev.weft.core.trace.PacketTrace;
import dev.weft.core.trace.TraceLog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One worker's instance of every node, and the frames that wait for them, oldest first.
public final class Graph {
    private static final int MEASURE_ALWAYS_FROM = 16;

    /// Steps after which what is held back need not wait any longer: no way through a network is that long.
    private static final int MOST_ROUNDS = 4096;

    /// Frames of different workers have different ids, for packets go from one to another.
    private static final int WORKER_BITS = 8;

    private final Worker worker;
    private final int vectorSize;
    private final Node[] nodes;
    private final Next[] byNode;
    private final Relay relay = new Relay();
    private final List<InputNode> inputs = new ArrayList<>();

    private Frame[] ring = new Frame[64];
    private int head;
    private int pending;
    private final HeldBack heldBack = new HeldBack();
    private int leftOfRound;
    private int roundsOfPass;
    private int pass = 1;
    private Frame[] free = new Frame[64];
    private int freeCount;
    private int frames;
    private int dispatches;

    private @Nullable TraceLog traceLog;
    private @Nullable Throwable lastFailure;

    Graph(GraphPlan plan, Worker worker, int vectorSize) {
        if (vectorSize < 1 || vectorSize > Frame.CAPACITY) {
            throw new IllegalArgumentException("vectors hold 1 to " + Frame.CAPACITY + " packets");
        }
        this.worker = worker;
        this.vectorSize = vectorSize;
        this.nodes = new Node[plan.types().size()];
        this.byNode = new Next[nodes.length];
        for (int id = 0; id < nodes.length; id++) {
            NodeType type = plan.types().get(id);
            Node node = type.factory().get();
            node.place(this, type, id);
            nodes[id] = node;
            Next next = new Next(type.name());
            next.bind(this, node);
            byNode[id] = next;
            if (node instanceof InputNode input) {
                inputs.add(input);
            }
        }
    }

    /// Leads every arc to its node; the worker is complete by now.
    void bind() {
        for (Node node : nodes) {
            node.bind(this);
        }
        for (Node node : nodes) {
            node.bound();
        }
    }

    public Worker worker() {
        return worker;
    }

    public List<Node> nodes() {
        return List.of(nodes);
    }

    public Node node(String name) {
        for (Node node : nodes) {
            if (node.name().equals(name)) {
                return node;
            }
        }
        throw new IllegalArgumentException("no node is named " + name);
    }

    /// The instance of a node class in this graph.
    public <T extends Node> T node(Class<T> type) {
        for (Node node : nodes) {
            if (type.isInstance(node)) {
                return type.cast(node);
            }
        }
        throw new IllegalArgumentException("no node is a " + type.getName());
    }

    /// An arc to the node of that name, for whoever puts packets in from outside the graph.
    public Next next(String name) {
        return byNode[node(name).id()];
    }

    Next[] allNodes() {
        return byNode;
    }

    /// Traces the next `count` packets that come to `node`, into `log`.
    public void trace(Node node, int count, TraceLog log) {
        traceLog = log;
        node.tracesWanted = count;
    }

    /// What stopped a frame last: a bug, shown once.
    public @Nullable Throwable lastFailure() {
        return lastFailure;
    }

    public void clearRuntime() {
        for (Node node : nodes) {
            node.statistics.clear();
        }
    }

    public void clearErrors() {
        for (Node node : nodes) {
            node.drops().forEach(Drop::clear);
            node.sinks().forEach(Sink::clear);
            node.counters().forEach(c -> c.clear());
        }
    }

    Relay relay() {
        return relay;
    }

    // ---- frames

    boolean hasPending() {
        return pending > 0 || !heldBack.isEmpty();
    }

    int pendingFrames() {
        return pending;
    }

    Frame open(Node node) {
        Frame frame = newFrame();
        enqueue(frame, node);
        return frame;
    }

    private Frame newFrame() {
        return freeCount > 0 ? free[--freeCount] : new Frame(++frames << WORKER_BITS | worker.id(), vectorSize);
    }

    private void enqueue(Frame frame, Node node) {
        node.waiting++;
        frame.node = node;
        if (pending == ring.length) {
            grow();
        }
        ring[(head + pending++) & (ring.length - 1)] = frame;
    }

    private void grow() {
        Frame[] larger = new Frame[2 * ring.length];
        for (int i = 0; i < pending; i++) {
            larger[i] = ring[(head + i) & (ring.length - 1)];
        }
        ring = larger;
        head = 0;
    }

    private void recycle(Frame frame) {
        frame.clear();
        if (freeCount == free.length) {
            free = Arrays.copyOf(free, 2 * free.length);
        }
        free[freeCount++] = frame;
    }

    // ---- walking

    int pollInputs() {
        int received = 0;
        for (int i = 0; i < inputs.size(); i++) {
            received += inputs.get(i).poll();
        }
        return received;
    }

    /// Dispatches pending frames, oldest first, until none is left or about `budget` packets have moved one
    /// node further.
    ///
    /// @return packets moved
    int run(int budget) {
        int moved = 0;
        while (moved < budget) {
            if (pending == 0 || roundsOfPass > MOST_ROUNDS && !heldBack.isEmpty()) {
                beginPass();
                if (pending == 0) {
                    break;
                }
            }
            if (--leftOfRound < 0) {
                leftOfRound = pending - 1;
                roundsOfPass++;
            }
            Frame frame = ring[head];
            head = (head + 1) & (ring.length - 1);
            pending--;
            moved += dispatch(frame);
        }
        return moved;
    }

    /// All that was on its way has gone it: what was held back is let go.
    private void beginPass() {
        pass++;
        roundsOfPass = 0;
        for (Frame frame = heldBack.poll(); frame != null; frame = heldBack.poll()) {
            enqueue(frame, Objects.requireNonNull(frame.node));
        }
        leftOfRound = pending;
    }

    /// Changes whenever all packets that were on their way have gone it. What happened under the same number
    /// may still have consequences on the way.
    public int pass() {
        return pass;
    }

    /// Lets a packet come to the node again when all that is on its way now has gone it; in order with others
    /// that are held back. A network that is never quiet, because something goes round in it, lets it go
    /// after [#MOST_ROUNDS] steps of all.
    void holdBack(Node node, Packet packet) {
        Frame frame = heldBack.last();
        if (frame == null || frame.node != node || frame.size >= frame.packets.length) {
            frame = newFrame();
            frame.node = node;
            heldBack.add(frame);
        }
        frame.packets[frame.size++] = packet;
        packet.holder(frame.id());
        frame.traced |= packet.isTraced();
    }

    private int dispatch(Frame frame) {
        Node node = Objects.requireNonNull(frame.node);
        node.waiting--;
        if (node.inbox == frame) {
            node.inbox = EMPTY_HANDED;
        }
        int size = frame.size;
        node.statistics.dispatched(size);
        worker.clock().worked(size);
        if (node.tracesWanted > 0) {
            startTraces(node, frame);
        }
        if (frame.traced) {
            noteVisits(node, frame);
        }
        boolean measure = size >= MEASURE_ALWAYS_FROM || (++dispatches & 15) == 0;
        long start = measure ? System.nanoTime() : 0;
        relay.begin(frame);
        Node whole = null;
        try {
            node.process(frame);
            whole = relay.end();
        } catch (RuntimeException | Error e) {
            relay.settle();
            stop(node, frame, e);
        }
        if (measure) {
            node.statistics.measured(size, System.nanoTime() - start);
        }
        if (whole != null) {
            enqueue(frame, whole);
            whole.inbox = frame; // what is sent there from now on comes behind these
        } else {
            assert allSent(node, frame);
            recycle(frame);
        }
        return size;
    }

    private static final Frame EMPTY_HANDED = Frame.full();

    private void startTraces(Node node, Frame frame) {
        TraceLog log = traceLog;
        for (int i = 0; log != null && i < frame.size && node.tracesWanted > 0; i++) {
            Packet packet = frame.get(i);
            if (!packet.isTraced()) {
                packet.trace(log.begin("trace add " + node.name()));
                node.tracesWanted--;
                frame.traced = true;
            }
        }
    }

    private void noteVisits(Node node, Frame frame) {
        for (int i = 0; i < frame.size; i++) {
            Packet packet = frame.get(i);
            PacketTrace trace = packet.trace();
            if (trace != null) {
                var device = packet.txDeviceOrNull() != null ? packet.txDeviceOrNull() : packet.rxDeviceOrNull();
                String namespace = device == null ? "" : device.namespace().name();
                trace.visited(node.name(), namespace, worker.clock().nanos());
            }
        }
    }

    /// A broken invariant: what the node had not sent on yet is dropped, nothing is lost or freed twice.
    private void stop(Node node, Frame frame, Throwable failure) {
        node.statistics.failed();
        lastFailure = failure;
        for (int i = 0; i < frame.size; i++) {
            Packet packet = frame.get(i);
            if (packet.holder() == frame.id()) {
                PacketTrace trace = packet.trace();
                if (trace != null) {
                    trace.ended("broken invariant in " + node + ": " + failure, true);
                }
                worker.pool().free(packet);
            }
        }
    }

    private static boolean allSent(Node node, Frame frame) {
        for (int i = 0; i < frame.size; i++) {
            if (frame.get(i).holder() == frame.id()) {
                throw new AssertionError(node + " has not sent packet " + i + " of " + frame.size);
            }
        }
        return true;
    }
}
