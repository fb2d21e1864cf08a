package dev.weft.net.observe;

import dev.weft.core.graph.Drop;
import dev.weft.core.graph.Graph;
import dev.weft.core.graph.Next;
import dev.weft.core.graph.Node;
import dev.weft.core.graph.Sink;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Draws the live graph as SVG: a box for each node with the reasons for which packets end there, and an arrow for each
/// arc.
///
/// Columns run from where packets enter to where they leave; arcs that lead back are drawn dashed. The same graph gives
/// the same
/// picture to the byte. Dotted arcs are those that data decide: which device, which feature, which hook.
public final class GraphDrawing {
    private static final int BOX_WIDTH = 200;
    private static final int COLUMN_GAP = 90;
    private static final int ROW_GAP = 18;
    private static final int LINE = 13;
    private static final int TITLE = 22;
    private static final int MARGIN = 20;

    private record Box(Node node, int column, int x, int y, int height) {}

    private final Graph graph;
    private final Map<String, Set<String>> arcs = new HashMap<>();
    private final Map<String, Integer> columns = new HashMap<>();
    private final Set<String> onPath = new HashSet<>();
    private final Set<String> back = new HashSet<>();
    private final Set<String> byData = new HashSet<>();

    private GraphDrawing(Graph graph) {
        this.graph = graph;
        for (Node node : graph.nodes()) {
            Set<String> targets = new LinkedHashSet<>();
            node.nexts().stream()
                    .map(Next::target)
                    .filter(t -> !t.equals(node.name()))
                    .forEach(targets::add);
            arcs.put(node.name(), targets);
        }
        for (Node node : graph.nodes()) {
            for (String from : node.type().behind()) {
                if (arcs.getOrDefault(from, Set.of()).add(node.name())) {
                    byData.add(from + ">" + node.name());
                }
            }
        }
    }

    public static String svg(Graph graph) {
        return new GraphDrawing(graph).draw();
    }

    private String draw() {
        List<Node> nodes = graph.nodes().stream()
                .filter(node -> !node.name().equals("nowhere"))
                .toList();
        Set<String> targets = new HashSet<>();
        arcs.values().forEach(targets::addAll);
        nodes.stream().filter(node -> !targets.contains(node.name())).forEach(node -> place(node.name(), 0));
        nodes.forEach(node -> {
            if (!columns.containsKey(node.name())) {
                place(node.name(), 0);
            }
        });
        return write(layOut(nodes));
    }

    /// Longest way from an entrance decides the column; an arc to a node that is on the way here leads back.
    private void place(String node, int column) {
        if (columns.getOrDefault(node, -1) >= column) {
            return;
        }
        columns.put(node, column);
        onPath.add(node);
        for (String target : arcs.getOrDefault(node, Set.of())) {
            if (onPath.contains(target)) {
                back.add(node + ">" + target);
            } else if (!back.contains(node + ">" + target)) {
                place(target, column + 1);
            }
        }
        onPath.remove(node);
    }

    private Map<String, Box> layOut(List<Node> nodes) {
        Map<String, Box> boxes = new HashMap<>();
        Map<Integer, Integer> heights = new HashMap<>();
        List<Node> ordered = new ArrayList<>(nodes);
        ordered.sort(Comparator.comparingInt(node -> columns.getOrDefault(node.name(), 0)));
        for (Node node : ordered) {
            int column = columns.getOrDefault(node.name(), 0);
            int y = heights.getOrDefault(column, MARGIN);
            int height = TITLE + LINE * (endings(node).size());
            boxes.put(node.name(), new Box(node, column, MARGIN + column * (BOX_WIDTH + COLUMN_GAP), y, height));
            heights.put(column, y + height + ROW_GAP);
        }
        return boxes;
    }

    private record Ending(String text, boolean drop) {}

    private static List<Ending> endings(Node node) {
        Set<Ending> endings = new LinkedHashSet<>();
        node.sinks().stream().map(Sink::name).forEach(name -> endings.add(new Ending("✓ " + name, false)));
        node.drops().stream().map(Drop::reason).forEach(reason -> endings.add(new Ending("✗ " + reason.name(), true)));
        return List.copyOf(endings);
    }

    private String write(Map<String, Box> boxes) {
        int width = boxes.values().stream().mapToInt(b -> b.x + BOX_WIDTH).max().orElse(0) + MARGIN;
        int height = boxes.values().stream().mapToInt(b -> b.y + b.height).max().orElse(0) + MARGIN;
        StringBuilder out = new StringBuilder(String.format("""
            <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" font-family="monospace" font-size="11">
            <style>
            .node { fill: #f4f7fb; stroke: #35507a; }
            .title { font-weight: bold; fill: #1b2a41; }
            .drop { fill: #a33; }
            .end { fill: #275; }
            .arc { fill: none; stroke: #7a8ba8; }
            .back { fill: none; stroke: #c08a3e; stroke-dasharray: 4 3; }
            .data { stroke: #3b8f5a; stroke-width: 1.5; stroke-dasharray: 1 3; }
            </style>
            <rect width="100%%" height="100%%" fill="white"/>
            """, width, height));
        List<Node> nodes = graph.nodes();
        for (Node node : nodes) {
            Box from = boxes.get(node.name());
            for (String target : arcs.getOrDefault(node.name(), Set.of())) {
                Box to = boxes.get(target);
                if (from != null && to != null) {
                    arc(out, from, to, byData.contains(node.name() + ">" + target));
                }
            }
        }
        for (Node node : nodes) {
            Box box = boxes.get(node.name());
            if (box != null) {
                box(out, box);
            }
        }
        return out.append("</svg>\n").toString();
    }

    private static void arc(StringBuilder out, Box from, Box to, boolean data) {
        boolean forward = to.column > from.column;
        int x1 = from.x + BOX_WIDTH;
        int y1 = from.y + TITLE / 2;
        int x2 = to.x;
        int y2 = to.y + TITLE / 2;
        int bend = forward ? (x2 - x1) / 2 : COLUMN_GAP / 2;
        out.append(String.format(
                "<path class=\"%s\" d=\"M%d %d C%d %d %d %d %d %d\"/>%n",
                (forward ? "arc" : "back") + (data ? " data" : ""), x1, y1, x1 + bend, y1, x2 - bend, y2, x2, y2));
    }

    private static void box(StringBuilder out, Box box) {
        out.append(String.format(
                "<rect class=\"node\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"4\"/>%n",
                box.x, box.y, BOX_WIDTH, box.height));
        text(out, "title", box.x + 8, box.y + 15, box.node.name());
        int y = box.y + TITLE + LINE - 4;
        for (Ending ending : endings(box.node)) {
            text(out, ending.drop ? "drop" : "end", box.x + 14, y, ending.text);
            y += LINE;
        }
    }

    private static void text(StringBuilder out, String style, int x, int y, String text) {
        out.append(String.format(
                "<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>%n",
                style, x, y, text.replace("&", "&amp;").replace("<", "&lt;")));
    }
}
