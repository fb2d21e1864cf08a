package dev.weft.core.graph;

/// A node that brings packets into the graph by itself: from a host's device, or from a generator. The worker polls it.
public abstract class InputNode extends Node {
    /// Brings in what is there, at most about one vector.
    ///
    /// @return how many packets came
    public abstract int poll();

    @Override
    public void process(Frame frame) {
        throw new IllegalStateException(name() + " receives no frames");
    }
}
