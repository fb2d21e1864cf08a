package dev.weft.net.observe;

import dev.weft.core.command.Args;
import dev.weft.core.command.Command;
import dev.weft.core.command.CommandFailure;
import dev.weft.core.command.Session;
import dev.weft.core.graph.Worker;
import dev.weft.core.trace.TraceLog;
import dev.weft.net.namespace.Network;
import java.util.List;

/// `trace add NODE COUNT`: traces the next packets that come to a node.
public final class TraceCommand implements Command {
    private final Network network;
    private final Traces traces;

    public TraceCommand(Network network, Traces traces) {
        this.network = network;
        this.traces = traces;
    }

    @Override
    public String name() {
        return "trace";
    }

    @Override
    public String summary() {
        return "trace the next packets that come to a node";
    }

    @Override
    public List<String> helpWords(List<String> line) {
        return List.of();
    }

    @Override
    public void run(Session session, List<String> words) {
        try {
            add(session, new Args(words));
            session.exit(0);
        } catch (CommandFailure failure) {
            session.err(failure.text());
            session.exit(failure.status());
        }
    }

    private void add(Session session, Args args) {
        if (!args.hasNext() || !args.take("add")) {
            throw CommandFailure.failed(1, "Usage: trace add NODE COUNT\n");
        }
        String node = args.next();
        if (!network.plan().has(node)) {
            throw CommandFailure.failed(1, "trace add: no such node '" + node + "'\n");
        }
        int count = args.nextU16("invalid count");
        TraceLog log = traces.begin(count);
        Worker worker = network.workerOf(session.namespace());
        worker.graph().trace(worker.graph().node(node), count, log);
    }
}
