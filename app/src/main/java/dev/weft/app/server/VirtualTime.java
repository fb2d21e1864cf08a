package dev.weft.app.server;

import dev.weft.app.time.DateCommand;
import dev.weft.app.time.SleepCommand;
import dev.weft.core.command.Command;
import dev.weft.core.graph.Worker;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.time.TimerWheel;
import dev.weft.net.lab.Lab;
import dev.weft.net.namespace.Network;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Time stands still while any process of the run is busy. When all wait, one thing happens, and all are waited for
/// again: a command that has ended lets its process go on; or else, of the commands that have come, the first begins;
/// or
/// else the clock jumps to the next timer. So every command sees the same network at the same instant in every run with
/// the same seed.
///
/// One thread does it all: it serves the callers, polls the network, and moves the clock.
public final class VirtualTime implements Conductor {
    private static final long LOOK_AGAIN_NANOS = 150_000;
    private static final long DOZE_NANOS = 1_000_000;
    private static final long WAIT_NANOS = 100_000_000;

    private final Lab lab;
    private final Reactor reactor;
    private final Census census = new Census();
    private final Map<String, Command> commands;
    private final Queue<Runnable> departures = new ArrayDeque<>();
    private final PriorityQueue<Arrival> arrivals =
            new PriorityQueue<>(Comparator.comparing(Arrival::order).thenComparing(Arrival::number));
    private final Set<Outbox> outboxes = new LinkedHashSet<>();
    private final ExecutorService writers = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("weft-writer-", 0).factory());
    private long arrivalCount;
    private long dozingSince = -1;
    private long dozedFrom;

    /// A command that waits to begin.
    private record Arrival(Order order, long number, Runnable command) {}

    public VirtualTime(Lab lab, Reactor reactor) {
        this.lab = lab;
        this.reactor = reactor;
        this.commands = new TreeMap<>(lab.commands());
        for (Command command : new Command[] {new SleepCommand(), new DateCommand()}) {
            commands.put(command.name(), command);
        }
    }

    @Override
    public Network network() {
        return lab.network();
    }

    @Override
    public Map<String, Command> commands() {
        return commands;
    }

    @Override
    public void act(NetNamespace namespace, Runnable action) {
        lab.network().workerOf(namespace).submit(action);
        reactor.wake();
    }

    @Override
    public void begin(Order order, NetNamespace namespace, Runnable command) {
        arrivals.add(new Arrival(order, arrivalCount++, () -> act(namespace, command)));
    }

    @Override
    public void end(Order order, Runnable leave) {
        departures.add(leave);
    }

    @Override
    public Outbox outbox(MessageChannel channel) {
        Outbox outbox = new Outbox(channel, writers, true);
        outboxes.add(outbox);
        return outbox;
    }

    /// Lets time pass as the processes allow.
    ///
    /// @param runs where the processes are
    public void drive(Supplier<Collection<ProcFs>> runs, BooleanSupplier isOver) {
        while (!isOver.getAsBoolean()) {
            boolean came = reactor.serve(0);
            boolean quiet = lab.settle();
            outboxes.removeIf(Outbox::isClosed);
            if (came) {
                continue;
            }
            Rest rest = outboxes.stream().allMatch(Outbox::isQuiet) ? census.look(runs.get()) : Rest.BUSY;
            if (rest != Rest.DOZING) {
                dozingSince = -1;
            }
            if (rest == Rest.BUSY) {
                reactor.serve(LOOK_AGAIN_NANOS);
            } else if (!reactor.serve(0) && !takeTurn()) { // what was sent before the sleep has arrived by now
                passTime(rest, quiet);
            }
        }
    }

    /// One process goes on, or one command begins.
    private boolean takeTurn() {
        Runnable departure = departures.poll();
        if (departure != null) {
            departure.run();
            return true;
        }
        Arrival arrival = arrivals.poll();
        if (arrival == null) {
            return false;
        }
        arrival.command().run();
        return true;
    }

    private void passTime(Rest rest, boolean quiet) {
        if (!quiet) {
            return; // packets go round for ever, and every hop has cost some time
        }
        long next = nextDeadline();
        if (outboxes.isEmpty() || next == TimerWheel.NEVER) {
            reactor.serve(WAIT_NANOS); // nobody waits for the network's time
        } else if (rest == Rest.DOZING) {
            passInStep(next);
        } else {
            lab.clock().advanceTo(next);
        }
    }

    /// While a foreign program sleeps by the machine's clock, the network's goes with it.
    private void passInStep(long next) {
        long real = System.nanoTime();
        if (dozingSince < 0) {
            dozingSince = real;
            dozedFrom = lab.clock().nanos();
        }
        long now = dozedFrom + real - dozingSince;
        if (next <= now) {
            lab.clock().advanceTo(next);
        } else {
            lab.clock().advanceTo(now);
            reactor.serve(Math.min(next - now, DOZE_NANOS));
        }
    }

    private long nextDeadline() {
        long next = TimerWheel.NEVER;
        for (Worker worker : lab.workers()) {
            next = Math.min(next, worker.nextDeadlineNanos());
        }
        return next;
    }
}
