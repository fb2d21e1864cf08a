package dev.weft.net.observe;

import dev.weft.core.command.Command;
import dev.weft.core.command.ForwardingSession;
import dev.weft.core.command.Session;
import dev.weft.core.command.Signal;
import dev.weft.core.graph.Worker;
import dev.weft.core.time.Timer;
import dev.weft.core.trace.PacketTrace;
import dev.weft.core.trace.TraceLog;
import dev.weft.net.namespace.Network;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// `explain [-j] [-p] [--tried] [--why-dropped] COMMAND…`: runs the command, then tells the way of each packet that it
/// caused, and of no other; or in a sentence what dropped those that were dropped.
public final class ExplainCommand implements Command {
    private static final int MOST_PACKETS = 1000;
    private static final long PATIENCE_NANOS = 4_000_000_000L;
    private static final long LOOK_AGAIN_NANOS = 10_000_000L;

    private final Network network;
    private final Function<String, @Nullable Command> commands;

    /// @param commands finds a command by its name
    public ExplainCommand(Network network, Function<String, @Nullable Command> commands) {
        this.network = network;
        this.commands = commands;
    }

    @Override
    public String name() {
        return "explain";
    }

    @Override
    public String summary() {
        return "run a command and tell the way of every packet that it caused";
    }

    @Override
    public List<String> helpWords(List<String> line) {
        return List.of();
    }

    @Override
    public void run(Session session, List<String> words) {
        boolean json = false;
        boolean pretty = false;
        boolean tried = false;
        boolean drops = false;
        int first = 0;
        while (first < words.size() && words.get(first).startsWith("-")) {
            switch (words.get(first)) {
                case "-j", "-json" -> json = true;
                case "-p", "-pretty" -> pretty = true;
                case "--tried" -> tried = true;
                case "--why-dropped" -> drops = true;
                default -> {
                    session.err("explain: unknown option \"" + words.get(first) + "\"\n");
                    session.exit(2);
                    return;
                }
            }
            first++;
        }
        if (first == words.size()) {
            session.err("Usage: weft explain [-j] [-p] [--tried] [--why-dropped] COMMAND [ARGUMENTS]\n");
            session.exit(2);
            return;
        }
        Command command = commands.apply(words.get(first));
        if (command == null) {
            session.err("explain: " + words.get(first) + ": not a command of Weft\n");
            session.exit(127);
            return;
        }
        command.run(
                new ExplainedSession(session, command.name(), new Wanted(json, pretty, tried, drops)),
                words.subList(first + 1, words.size()));
    }

    /// How it is to be told.
    ///
    /// @param tried with the rules that did not match
    /// @param drops only what dropped packets
    private record Wanted(boolean json, boolean pretty, boolean tried, boolean drops) {
        String report(TraceReport report, List<PacketTrace> traces) {
            if (drops) {
                return "\n" + report.drops(traces);
            }
            return json ? report.json(traces, pretty) : "\n" + report.text(traces);
        }
    }

    /// The command's session: begins traces, and reports them when the command has ended and its last packet too.
    private final class ExplainedSession extends ForwardingSession {
        private final Session session;
        private final String program;
        private final Wanted wanted;
        private final TraceLog log;
        private final Timer look;
        private final Worker worker;
        private long deadline;
        private int status;
        private @Nullable Signal signal;
        private boolean ended;

        ExplainedSession(Session session, String program, Wanted wanted) {
            super(session);
            this.session = session;
            this.program = program;
            this.wanted = wanted;
            this.log = new TraceLog(MOST_PACKETS, wanted.tried());
            this.worker = network.workerOf(session.namespace());
            this.look = Timer.of(this::reportWhenQuiet);
            session.onExit(() -> worker.timers().cancel(look));
        }

        @Override
        public String program() {
            return program;
        }

        @Override
        public TraceLog trace() {
            return log;
        }

        @Override
        public boolean hasExited() {
            return ended || session.hasExited();
        }

        @Override
        public void exit(int exitStatus) {
            end(exitStatus, null);
        }

        @Override
        public void exitBySignal(Signal bySignal) {
            end(0, bySignal);
        }

        private void end(int exitStatus, @Nullable Signal bySignal) {
            if (ended) {
                return;
            }
            ended = true;
            status = exitStatus;
            signal = bySignal;
            deadline = worker.clock().nanos() + PATIENCE_NANOS;
            reportWhenQuiet();
        }

        private void reportWhenQuiet() {
            if (log.open() > 0 && worker.clock().nanos() < deadline) {
                worker.timers().set(look, worker.clock().nanos() + LOOK_AGAIN_NANOS);
                return;
            }
            TraceReport report = new TraceReport(network.plan());
            session.out(wanted.report(report, log.traces()));
            if (signal != null) {
                session.exitBySignal(signal);
            } else {
                session.exit(status);
            }
        }
    }
}
