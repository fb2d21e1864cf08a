package dev.weft.core.packet;

import java.util.Arrays;

/// The nodes that a packet visits on an arc, in order: immutable, so that a packet on its way is not disturbed when the
/// arc changes.
public final class ArcProgram {
    public static final ArcProgram EMPTY = new ArcProgram(new int[0]);

    private final int[] steps;

    private ArcProgram(int[] steps) {
        this.steps = steps;
    }

    /// @param nodes ids of the nodes, as the graph's plan gives them
    public static ArcProgram of(int... nodes) {
        return nodes.length == 0 ? EMPTY : new ArcProgram(nodes.clone());
    }

    public boolean isEmpty() {
        return steps.length == 0;
    }

    public int length() {
        return steps.length;
    }

    public int step(int position) {
        return steps[position];
    }

    @Override
    public String toString() {
        return Arrays.toString(steps);
    }
}
