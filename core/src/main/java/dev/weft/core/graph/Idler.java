package dev.weft.core.graph;

/// How a worker without work waits: in the host's epoll, or parked.
public interface Idler {
    /// Blocks for at most `nanos`, or until [#wake] or something of its own to wait for.
    void idle(long nanos);

    /// Ends a wait that goes on, or the next one at once; called from any thread.
    void wake();
}
