package dev.weft.net.lab;

import dev.weft.core.command.Command;
import dev.weft.core.graph.DeviceFeatures;
import dev.weft.core.graph.DeviceOutput;
import dev.weft.core.graph.Idler;
import dev.weft.core.graph.NodeType;
import dev.weft.core.graph.ParkingIdler;
import dev.weft.core.graph.Worker;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.packet.Packet;
import dev.weft.core.time.TimerWheel;
import dev.weft.core.time.VirtualClock;
import dev.weft.net.engine.Assembly;
import dev.weft.net.namespace.Network;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// A virtual network in virtual time: one thread polls all workers until they are quiet, then the clock jumps to the
/// next timer.
/// The same seed gives the same run, to the byte.
public final class Lab {
    /// Polls after which a network that does not become quiet (a loop of bridges) gets no more at this instant.
    private static final int MOST_POLLS = 64;

    private final VirtualClock clock = new VirtualClock();
    private final Assembly assembly;

    public Lab(Assembly.Options options, int workers) {
        Idler[] idlers = new Idler[workers];
        Arrays.setAll(idlers, i -> new ParkingIdler());
        List<NodeType> nodes = new ArrayList<>(options.moreNodes());
        nodes.add(LabTap.TYPE);
        assembly = new Assembly(new Assembly.Options(options.seed(), options.vectorSize(), nodes), clock, idlers);
        assembly.network().initial();
    }

    public static Lab withSeed(long seed) {
        return new Lab(Assembly.Options.withSeed(seed), 1);
    }

    public Network network() {
        return assembly.network();
    }

    public VirtualClock clock() {
        return clock;
    }

    public List<Worker> workers() {
        return assembly.workers();
    }

    public Map<String, Command> commands() {
        return assembly.commands();
    }

    // ---- time

    /// Polls until nothing is left to do at this instant, or, where something goes round for ever, long enough.
    ///
    /// @return whether all is quiet
    public boolean settle() {
        for (int i = 0; i < MOST_POLLS; i++) {
            int done = 0;
            for (Worker worker : assembly.workers()) {
                done += worker.poll();
            }
            if (done == 0) {
                return true;
            }
        }
        return false;
    }

    /// Lets virtual time pass: everything that is due meanwhile happens.
    public void advance(Duration time) {
        runUntil(() -> false, clock.nanos() + time.toNanos());
    }

    /// Lets time pass until the condition holds or the deadline has come.
    ///
    /// @return whether the condition holds
    public boolean runUntil(BooleanSupplier condition, long deadlineNanos) {
        while (true) {
            boolean quiet = settle();
            if (condition.getAsBoolean()) {
                return true;
            }
            if (!quiet && clock.nanos() < deadlineNanos) {
                continue;
            }
            long next = TimerWheel.NEVER;
            for (Worker worker : assembly.workers()) {
                next = Math.min(next, worker.nextDeadlineNanos());
            }
            if (clock.nanos() >= deadlineNanos) {
                return false;
            }
            clock.advanceTo(Math.min(next, deadlineNanos));
        }
    }

    // ---- commands

    /// Runs one command line in the first namespace, and lets time pass until it has ended.
    public Result run(String line) {
        return run(network().initial(), line);
    }

    public Result run(NetNamespace namespace, String line) {
        return run(namespace, Words.split(line), "");
    }

    /// Runs the words of a command, which finds `input` on its standard input.
    public Result run(NetNamespace namespace, List<String> words, String input) {
        LabSession session = start(namespace, words, input);
        boolean ended = runUntil(
                session::hasExited, clock.nanos() + Duration.ofHours(24).toNanos());
        if (!ended) {
            throw new AssertionError("did not end within a day: " + words);
        }
        return session.result();
    }

    /// Starts a command that goes on while others run.
    public LabSession start(NetNamespace namespace, String line) {
        return start(namespace, Words.split(line), "");
    }

    private LabSession start(NetNamespace namespace, List<String> words, String input) {
        String program = words.getFirst();
        LabSession session = new LabSession(this, namespace, program, input);
        Command command = assembly.commands().get(program);
        if (command == null) {
            session.err(program + ": command not found\n");
            session.exit(127);
            return session;
        }
        network().workerOf(namespace).submit(() -> command.run(session, words.subList(1, words.size())));
        settle();
        return session;
    }

    /// Runs a script of one command a line; the first that fails ends it with an error that says why.
    public void sh(String script) {
        for (String line : script.lines().map(String::strip).toList()) {
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            Result result = run(line);
            if (result.status() != 0) {
                throw new AssertionError("`" + line + "` ended with " + result.status() + ": " + result.err());
            }
        }
    }

    // ---- frames

    /// The device of that name in the namespace of that name; the empty name is the first namespace.
    public NetDevice device(String namespace, String name) {
        NetNamespace where =
                namespace.isEmpty() ? network().initial() : network().named(namespace);
        NetDevice device = where == null ? null : where.device(name);
        if (device == null) {
            throw new AssertionError("no device " + name + " in namespace '" + namespace + "'");
        }
        return device;
    }

    /// Sends a frame out by a device, as a packet socket does.
    public void transmit(NetDevice device, byte[] bytes) {
        Worker worker = network().workerOf(device.namespace());
        Packet packet = packet(worker, bytes);
        packet.txDevice(device);
        worker.graph().next(DeviceOutput.NAME).send(packet);
        settle();
    }

    public void transmit(String device, byte[] bytes) {
        transmit(device("", device), bytes);
    }

    private static Packet packet(Worker worker, byte[] bytes) {
        Packet packet = worker.pool().allocate(bytes.length);
        if (packet == null) {
            throw new AssertionError("packet memory is used up");
        }
        packet.length(bytes.length);
        packet.copyFrom(0, bytes, 0, bytes.length);
        return packet;
    }

    /// Keeps from here on what the device receives.
    public void watch(NetDevice device) {
        network().workerOf(device.namespace()).graph().node(LabTap.class).watch(device);
        DeviceFeatures.enableInput(network().plan(), device, LabTap.NAME, DeviceFeatures.INPUT_TAP);
    }

    /// The frames that a watched device has received.
    public List<byte[]> seen(NetDevice device) {
        return network().workerOf(device.namespace()).graph().node(LabTap.class).seen(device);
    }

    /// What a command left behind.
    ///
    /// @param status its exit status, 128 and the number for a signal
    public record Result(int status, String out, String err) {}

    /// Packets that any worker has out of its pool: 0 when all is quiet and nothing is queued.
    public int packetsInFlight() {
        return assembly.workers().stream().mapToInt(w -> w.pool().inUse()).sum();
    }
}
