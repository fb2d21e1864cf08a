package dev.weft.core.graph;

import dev.weft.core.packet.Packet;
import dev.weft.core.packet.PacketPool;
import dev.weft.core.time.Clock;
import dev.weft.core.time.TimerWheel;
import java.util.concurrent.ConcurrentLinkedQueue;

/// What walks a graph: [#poll] does a bounded piece of all there is to do, whether a thread calls it or a test.
///
/// It alone writes the state of the namespaces that it owns. Others ask by [#submit], or hand packets over by rings.
public final class Worker {
    private static final int BUDGET = 32 * Frame.CAPACITY;
    private static final int RING_CAPACITY = 4096;

    /// With more frames than this left over from the last poll, new packets may wait outside (but not for ever).
    private static final int FULL_ENOUGH = 2;

    private final int id;
    private final Clock clock;
    private final PacketPool pool;
    private final TimerWheel timers = new TimerWheel();
    private final Graph graph;
    private final PacketRing[] fromWorker;
    private final Idler idler;
    private final ConcurrentLinkedQueue<Runnable> commands = new ConcurrentLinkedQueue<>();
    private final Arrival arrival;
    private Worker[] workers;
    private long now;
    private int polls;

    private Worker(int id, int count, GraphPlan plan, Clock clock, Idler idler, int vectorSize) {
        this.id = id;
        this.clock = clock;
        this.idler = idler;
        this.pool = new PacketPool();
        this.workers = new Worker[] {this};
        this.fromWorker = new PacketRing[count];
        for (int i = 0; i < count; i++) {
            fromWorker[i] = new PacketRing(RING_CAPACITY);
        }
        this.now = clock.nanos();
        this.graph = new Graph(plan, this, vectorSize);
        Entrance entrance = new Entrance();
        entrance.place(graph, NodeType.of("handoff", Entrance::new), 0);
        this.arrival = entrance.arrival;
        graph.bind();
        entrance.bind(graph);
    }

    /// Makes the workers of one network.
    ///
    /// @param idlers one for each worker
    public static Worker[] create(GraphPlan plan, Clock clock, int vectorSize, Idler... idlers) {
        Worker[] workers = new Worker[idlers.length];
        for (int i = 0; i < workers.length; i++) {
            workers[i] = new Worker(i, workers.length, plan, clock, idlers[i], vectorSize);
        }
        for (Worker worker : workers) {
            worker.workers = workers.clone();
        }
        return workers;
    }

    public int id() {
        return id;
    }

    public Clock clock() {
        return clock;
    }

    public PacketPool pool() {
        return pool;
    }

    public TimerWheel timers() {
        return timers;
    }

    public Graph graph() {
        return graph;
    }

    /// Nanoseconds of the clock as of this poll.
    public long now() {
        return now;
    }

    /// Lets the worker do something between two polls; from any thread.
    public void submit(Runnable command) {
        commands.add(command);
        idler.wake();
    }

    /// Does a bounded piece of what there is to do: commands, timers, what came in, what is pending.
    ///
    /// @return how much was done; 0 when all is quiet
    public int poll() {
        now = clock.nanos();
        int done = runCommands();
        done += timers.advance(now);
        done += receiveHandOvers();
        if (graph.pendingFrames() <= FULL_ENOUGH || (++polls & 15) == 0) {
            done += graph.pollInputs();
        }
        done += graph.run(BUDGET);
        return done;
    }

    /// Is there anything to do before the next timer?
    public boolean hasPending() {
        return graph.hasPending() || !commands.isEmpty() || handOversWait();
    }

    /// When the next timer is due; [TimerWheel#NEVER] when none is set.
    public long nextDeadlineNanos() {
        return timers.nextDeadlineNanos();
    }

    /// Waits until there may be something to do again.
    public void idle() {
        if (hasPending()) {
            return;
        }
        long deadline = timers.nextDeadlineNanos();
        long wait = deadline == TimerWheel.NEVER ? Long.MAX_VALUE : deadline - clock.nanos();
        if (wait > 0) {
            idler.idle(wait);
        }
    }

    public Idler idler() {
        return idler;
    }

    private int runCommands() {
        int ran = 0;
        for (Runnable command = commands.poll(); command != null; command = commands.poll()) {
            command.run();
            now = clock.nanos();
            ran++;
        }
        return ran;
    }

    // ---- hand-over between workers

    boolean handOver(Packet packet, int target) {
        Worker other = workers[target];
        boolean taken = other.fromWorker[id].offer(packet);
        other.idler.wake();
        return taken;
    }

    private boolean handOversWait() {
        for (PacketRing ring : fromWorker) {
            if (!ring.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private int receiveHandOvers() {
        int received = 0;
        for (int from = 0; from < fromWorker.length; from++) {
            if (from == id) {
                continue;
            }
            for (int i = 0; i < Frame.CAPACITY; i++) {
                Packet packet = fromWorker[from].poll();
                if (packet == null) {
                    break;
                }
                arrival.receive(packet);
                received++;
            }
        }
        return received;
    }

    /// Stands for the worker where packets come in from its neighbours.
    private static final class Entrance extends Node {
        final Arrival arrival = arrival();

        @Override
        public void process(Frame frame) {
            throw new IllegalStateException("receives no frames");
        }
    }
}
