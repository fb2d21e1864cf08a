package dev.weft.net.engine;

import dev.weft.core.command.Command;
import dev.weft.core.command.ForwardingSession;
import dev.weft.core.command.Session;
import dev.weft.core.command.Signal;
import dev.weft.core.graph.ParkingIdler;
import dev.weft.core.graph.Worker;
import dev.weft.core.packet.FarEnd;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.packet.Packet;
import dev.weft.core.time.VirtualClock;
import dev.weft.net.namespace.Network;
import dev.weft.net.save.Replica;
import java.util.List;

/// A network put together like every other one, that reaches nothing and whose clock stands still.
final class AssembledReplica implements Replica {
    /// Polls after which packets that still go round are left alone.
    private static final int MOST_POLLS = 64;

    private static final FarEnd NOBODY = new FarEnd() {
        @Override
        public int receive(Packet packet) {
            return 0;
        }

        @Override
        public boolean transmit(Packet packet) {
            return true;
        }

        @Override
        public void close() {}
    };

    private final Assembly assembly =
            new Assembly(Assembly.Options.withSeed(0), new VirtualClock(), new ParkingIdler());

    AssembledReplica() {
        assembly.network().farEnds(request -> NOBODY);
    }

    @Override
    public Network network() {
        return assembly.network();
    }

    @Override
    public boolean run(Session asking, NetNamespace namespace, List<String> command) {
        Command program = assembly.commands().get(command.getFirst());
        if (program == null) {
            return false;
        }
        Muted session = new Muted(asking, namespace, command.getFirst());
        program.run(session, command.subList(1, command.size()));
        return session.status == 0;
    }

    /// Packets that the commands sent go back to where all workers find them.
    @Override
    public void close() {
        for (Worker worker : assembly.workers()) {
            int polls = 0;
            while (worker.poll() > 0 && polls < MOST_POLLS) {
                polls++;
            }
            worker.pool().giveUp();
        }
    }

    /// The session of a command whose output is of no interest.
    private static final class Muted extends ForwardingSession {
        private final NetNamespace namespace;
        private final String program;
        private int status = -1;

        Muted(Session asking, NetNamespace namespace, String program) {
            super(asking);
            this.namespace = namespace;
            this.program = program;
        }

        @Override
        public String program() {
            return program;
        }

        @Override
        public NetNamespace namespace() {
            return namespace;
        }

        @Override
        public void out(String text) {}

        @Override
        public void err(String text) {}

        @Override
        public void out(byte[] bytes) {}

        @Override
        public void exit(int exitStatus) {
            status = status < 0 ? exitStatus : status;
        }

        @Override
        public void exitBySignal(Signal signal) {
            exit(128 + signal.number());
        }

        @Override
        public boolean hasExited() {
            return status >= 0;
        }

        @Override
        public void onSignal(Signal signal, Runnable action) {}

        @Override
        public void onExit(Runnable action) {}
    }
}
