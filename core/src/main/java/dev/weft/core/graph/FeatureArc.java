package dev.weft.core.graph;

import dev.weft.core.packet.ArcProgram;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The optional nodes that are switched on at one place: an arc of one device, or a hook of one namespace. It compiles
/// to an
/// [ArcProgram], which packets then walk.
///
/// The same node may be switched on several times, by several owners; it is visited once, until the last one switches
/// it off.
public final class FeatureArc {
    private record Step(String node, int priority, int users) {}

    private final GraphPlan plan;
    private final List<Step> steps = new ArrayList<>(2);

    public FeatureArc(GraphPlan plan) {
        this.plan = plan;
    }

    /// Switches `node` on at its place: lower priorities come first.
    ///
    /// @return the program to walk from now on
    public ArcProgram enable(String node, int priority) {
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (step.node.equals(node) && step.priority == priority) {
                steps.set(i, new Step(node, priority, step.users + 1));
                return compile();
            }
        }
        steps.add(new Step(node, priority, 1));
        steps.sort(Comparator.comparingInt(Step::priority));
        return compile();
    }

    public ArcProgram disable(String node, int priority) {
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (step.node.equals(node) && step.priority == priority) {
                if (step.users > 1) {
                    steps.set(i, new Step(node, priority, step.users - 1));
                } else {
                    steps.remove(i);
                }
                break;
            }
        }
        return compile();
    }

    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /// The nodes in the order in which they are visited.
    public List<String> nodes() {
        return steps.stream().map(Step::node).toList();
    }

    private ArcProgram compile() {
        return ArcProgram.of(steps.stream().mapToInt(s -> plan.id(s.node)).toArray());
    }
}
