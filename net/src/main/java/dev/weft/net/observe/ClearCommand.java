package dev.weft.net.observe;

import dev.weft.core.command.Command;
import dev.weft.core.command.Session;
import dev.weft.core.graph.Worker;
import dev.weft.net.namespace.Network;
import java.util.List;

/// `clear runtime|errors|trace`: counts begin anew.
public final class ClearCommand implements Command {
    private final Network network;
    private final Traces traces;

    public ClearCommand(Network network, Traces traces) {
        this.network = network;
        this.traces = traces;
    }

    @Override
    public String name() {
        return "clear";
    }

    @Override
    public String summary() {
        return "set runtime counts, drop counts or traces back to nothing";
    }

    @Override
    public List<String> helpWords(List<String> line) {
        return List.of();
    }

    @Override
    public void run(Session session, List<String> words) {
        switch (words.isEmpty() ? "" : words.getFirst()) {
            case "runtime" ->
                network.workers()
                        .forEach(worker -> onIt(worker, () -> worker.graph().clearRuntime()));
            case "errors" ->
                network.workers()
                        .forEach(worker -> onIt(worker, () -> worker.graph().clearErrors()));
            case "trace" -> traces.clear();
            default -> {
                session.err("Usage: clear runtime|errors|trace\n");
                session.exit(1);
                return;
            }
        }
        session.exit(0);
    }

    /// Counters are written by their worker alone.
    private static void onIt(Worker worker, Runnable action) {
        worker.submit(action);
    }
}
