package dev.weft.net.observe;

import dev.weft.core.graph.GraphPlan;
import dev.weft.core.graph.NodeType;
import dev.weft.core.trace.DropCause;
import dev.weft.core.trace.PacketTrace;
import dev.weft.core.trace.TraceStep;
import dev.weft.net.iproute.JsonWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Tells the way of traced packets: as text for people, as JSON for programs.
public final class TraceReport {
    /// How the namespace without a name is called.
    private static final String FIRST_NAMESPACE = "init";

    private final Map<String, List<String>> kernelFunctions = new HashMap<>();

    public TraceReport(GraphPlan plan) {
        for (NodeType type : plan.types()) {
            kernelFunctions.put(type.name(), type.kernelFunctions());
        }
    }

    // ---- text

    public String text(List<PacketTrace> traces) {
        StringBuilder out = new StringBuilder();
        for (PacketTrace trace : traces) {
            heading(out, trace);
            long start = trace.steps().isEmpty() ? 0 : trace.steps().getFirst().nanos();
            String where = "";
            for (TraceStep step : trace.steps()) {
                String namespace = namespace(step);
                step(out, step, start, namespace.equals(where) ? "" : namespace);
                where = namespace;
            }
            String ending = trace.ending();
            out.append("  => ");
            if (ending == null) {
                out.append("still on its way");
            } else {
                out.append(trace.isDropped() ? "dropped: " : "delivered: ").append(ending);
            }
            out.append("\n\n");
        }
        return out.toString();
    }

    /// For each packet that was dropped, one sentence: what dropped it, and where.
    public String drops(List<PacketTrace> traces) {
        StringBuilder out = new StringBuilder();
        for (PacketTrace trace : traces) {
            if (trace.isDropped() && !trace.steps().isEmpty()) {
                TraceStep last = trace.steps().getLast();
                out.append("packet ")
                        .append(trace.id())
                        .append(" (")
                        .append(trace.why())
                        .append("): in namespace ");
                out.append(namespace(last))
                        .append(", ")
                        .append(culprit(trace, last))
                        .append(" dropped it\n");
            }
        }
        return out.isEmpty() ? "no packet was dropped\n" : out.toString();
    }

    private static String culprit(PacketTrace trace, TraceStep last) {
        return !last.decisions().isEmpty() && last.decisions().getLast() instanceof DropCause cause
                ? cause.culprit()
                : last.node() + " [" + trace.ending() + "]";
    }

    private static void heading(StringBuilder out, PacketTrace trace) {
        out.append("packet ").append(trace.id()).append(": ").append(trace.why());
        PacketTrace parent = trace.parent();
        if (parent != null) {
            out.append(", because of packet ").append(parent.id());
        }
        out.append('\n');
    }

    private void step(StringBuilder out, TraceStep step, long start, String namespace) {
        String functions = String.join(" > ", kernelFunctions.getOrDefault(step.node(), List.of()));
        out.append(String.format(
                "%9.1f µs  %-10s %-20s %s%n", (step.nanos() - start) / 1000.0, namespace, step.node(), functions));
        for (Record decision : step.decisions()) {
            out.append(String.format("%34s  %s%n", "", "• " + Decisions.text(decision)));
        }
    }

    private static String namespace(TraceStep step) {
        return step.namespace().isEmpty() ? FIRST_NAMESPACE : step.namespace();
    }

    // ---- JSON

    public String json(List<PacketTrace> traces, boolean pretty) {
        StringBuilder out = new StringBuilder();
        JsonWriter json = new JsonWriter(out, pretty);
        json.openArray();
        for (PacketTrace trace : traces) {
            packet(json, trace);
        }
        json.closeArray();
        return out.append('\n').toString();
    }

    private void packet(JsonWriter json, PacketTrace trace) {
        json.openObject();
        number(json, "packet", trace.id());
        string(json, "why", trace.why());
        PacketTrace parent = trace.parent();
        if (parent != null) {
            number(json, "cause", parent.id());
        }
        json.name("steps");
        json.openArray();
        for (TraceStep step : trace.steps()) {
            step(json, step);
        }
        json.closeArray();
        String ending = trace.ending();
        if (ending != null) {
            string(json, trace.isDropped() ? "dropped" : "delivered", ending);
        }
        json.closeObject();
    }

    private void step(JsonWriter json, TraceStep step) {
        json.openObject();
        number(json, "nanos", step.nanos());
        string(json, "namespace", namespace(step));
        string(json, "node", step.node());
        json.name("functions");
        json.openArray();
        for (String function : kernelFunctions.getOrDefault(step.node(), List.of())) {
            json.string(function);
        }
        json.closeArray();
        json.name("decisions");
        json.openArray();
        for (Record decision : step.decisions()) {
            Decisions.json(decision, json);
        }
        json.closeArray();
        json.closeObject();
    }

    private static void string(JsonWriter json, String name, String value) {
        json.name(name);
        json.string(value);
    }

    private static void number(JsonWriter json, String name, long value) {
        json.name(name);
        json.raw(Long.toString(value));
    }
}
