package dev.weft.net.observe;

import dev.weft.core.command.Args;
import dev.weft.core.command.Command;
import dev.weft.core.command.CommandFailure;
import dev.weft.core.command.Session;
import dev.weft.core.counter.Counter;
import dev.weft.core.graph.Drop;
import dev.weft.core.graph.Graph;
import dev.weft.core.graph.Next;
import dev.weft.core.graph.Node;
import dev.weft.core.graph.NodeStatistics;
import dev.weft.core.graph.Sink;
import dev.weft.core.graph.Worker;
import dev.weft.core.packet.DeviceStatistics;
import dev.weft.core.packet.NetDevice;
import dev.weft.net.namespace.Network;
import java.util.List;
import java.util.stream.Collectors;

/// `show interface|runtime|errors|graph|node NAME|trace`: VPP's family of questions.
public final class ShowCommand implements Command {
    static final String USAGE = """
        show interface        devices of this namespace with their counters
        show runtime          calls, vectors, packets and nanoseconds of every node
        show errors           drops and other counters by node and reason
        show graph            every node and where its arcs lead
        show node NAME        one node: kernel functions, arcs, counters
        show trace            packets traced by `trace add`
        """;

    private final Network network;
    private final Traces traces;

    public ShowCommand(Network network, Traces traces) {
        this.network = network;
        this.traces = traces;
    }

    @Override
    public String name() {
        return "show";
    }

    @Override
    public String summary() {
        return "look inside: interfaces, nodes, drops, the graph, traces";
    }

    @Override
    public List<String> helpWords(List<String> line) {
        return List.of();
    }

    @Override
    public void run(Session session, List<String> words) {
        try {
            session.out(show(session, new Args(words)));
            session.exit(0);
        } catch (CommandFailure failure) {
            session.err(failure.text());
            session.exit(failure.status());
        }
    }

    private String show(Session session, Args args) {
        if (!args.hasNext()) {
            throw CommandFailure.failed(1, USAGE);
        }
        if (args.takeAbbreviated("interface")) {
            return interfaces(session);
        }
        if (args.takeAbbreviated("runtime")) {
            return network.workers().stream().map(ShowCommand::runtime).collect(Collectors.joining());
        }
        if (args.takeAbbreviated("errors")) {
            return network.workers().stream().map(ShowCommand::errors).collect(Collectors.joining());
        }
        if (args.takeAbbreviated("graph")) {
            if (args.take("svg")) {
                return GraphDrawing.svg(network.workers().getFirst().graph());
            }
            return graph(network.workers().getFirst().graph());
        }
        if (args.takeAbbreviated("node")) {
            return node(args.next());
        }
        if (args.takeAbbreviated("trace")) {
            return traces.report(network);
        }
        throw CommandFailure.failed(1, "show: unknown input '" + args.next() + "'\n" + USAGE);
    }

    private static String interfaces(Session session) {
        StringBuilder out = new StringBuilder(
                String.format("%-20s%5s %-6s%10s  %-20s%12s%n", "Name", "Idx", "State", "MTU", "Counter", "Count"));
        for (NetDevice device : session.namespace().devices()) {
            String head = String.format(
                    "%-20s%5d %-6s%10d", device.name(), device.index(), device.isUp() ? "up" : "down", device.mtu());
            for (Row row : rows(device.statistics())) {
                out.append(String.format("%-42s  %-20s%12d%n", head, row.name, row.count));
                head = "";
            }
            if (!head.isEmpty()) {
                out.append(head).append('\n');
            }
        }
        return out.toString();
    }

    private record Row(String name, long count) {}

    private static List<Row> rows(DeviceStatistics statistics) {
        return List.of(
                        new Row("rx packets", statistics.rxPackets()),
                        new Row("rx bytes", statistics.rxBytes()),
                        new Row("rx errors", statistics.rxErrors()),
                        new Row("rx drops", statistics.rxDroppedCount()),
                        new Row("tx packets", statistics.txPackets()),
                        new Row("tx bytes", statistics.txBytes()),
                        new Row("tx errors", statistics.txErrors()),
                        new Row("tx drops", statistics.txDroppedCount()))
                .stream()
                .filter(row -> row.count > 0)
                .toList();
    }

    private static String runtime(Worker worker) {
        StringBuilder out = new StringBuilder("Worker " + worker.id() + "\n");
        out.append(String.format("%-26s%14s%14s%16s%14s%n", "Name", "Calls", "Packets", "Packets/Call", "ns/Packet"));
        for (Node node : worker.graph().nodes()) {
            NodeStatistics statistics = node.statistics();
            if (statistics.calls() > 0) {
                out.append(String.format(
                        "%-26s%14d%14d%16.2f%14.1f%n",
                        node.name(),
                        statistics.calls(),
                        statistics.packets(),
                        statistics.packetsPerCall(),
                        statistics.nanosPerPacket()));
            }
        }
        return out.toString();
    }

    private static String errors(Worker worker) {
        StringBuilder out = new StringBuilder("Worker " + worker.id() + "\n");
        out.append(String.format("%12s  %-24s %s%n", "Count", "Node", "Reason"));
        for (Node node : worker.graph().nodes()) {
            for (Drop drop : node.drops()) {
                line(
                        out,
                        drop.count(),
                        node,
                        drop.reason().name() + ": " + drop.reason().text());
            }
            for (Sink sink : node.sinks()) {
                line(out, sink.count(), node, sink.name());
            }
            for (Counter counter : node.counters()) {
                line(out, counter.value(), node, counter.name());
            }
            line(out, node.statistics().failures(), node, "frames stopped by a broken invariant");
        }
        return out.toString();
    }

    private static void line(StringBuilder out, long count, Node node, String reason) {
        if (count > 0) {
            out.append(String.format("%12d  %-24s %s%n", count, node.name(), reason));
        }
    }

    private static String graph(Graph graph) {
        StringBuilder out = new StringBuilder(String.format("%-26s %s%n", "Node", "Next"));
        for (Node node : graph.nodes()) {
            String head = node.name();
            List<String> targets =
                    node.nexts().stream().map(Next::target).distinct().toList();
            for (String target : targets.isEmpty() ? List.of("") : targets) {
                out.append(String.format("%-26s %s%n", head, target).stripTrailing())
                        .append('\n');
                head = "";
            }
        }
        return out.toString();
    }

    private String node(String name) {
        if (!network.plan().has(name)) {
            throw CommandFailure.failed(1, "show node: no such node '" + name + "'\n");
        }
        StringBuilder out = new StringBuilder();
        for (Worker worker : network.workers()) {
            Node node = worker.graph().node(name);
            NodeStatistics statistics = node.statistics();
            out.append(String.format("node %s, worker %d%n", name, worker.id()));
            out.append("  stands for: ")
                    .append(String.join(", ", node.type().kernelFunctions()))
                    .append('\n');
            out.append(String.format(
                    "  calls %d, packets %d, %.1f ns/packet%n",
                    statistics.calls(), statistics.packets(), statistics.nanosPerPacket()));
            node.nexts().stream()
                    .map(Next::target)
                    .distinct()
                    .forEach(target -> out.append("  next ").append(target).append('\n'));
            for (Drop drop : node.drops()) {
                out.append(String.format("  drop %s %d%n", drop.reason(), drop.count()));
            }
            for (Sink sink : node.sinks()) {
                out.append(String.format("  end  %s %d%n", sink.name(), sink.count()));
            }
        }
        return out.toString();
    }
}
