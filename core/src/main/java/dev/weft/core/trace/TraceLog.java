package dev.weft.core.trace;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The traces that belong to one question: those of a command that is explained, or of `trace add`. It ends itself when
/// it has
/// as many as were asked for.
public final class TraceLog {
    /// Steps kept of one packet, so that a packet in a loop does not fill the memory.
    static final int MOST_STEPS = 1000;

    private final int limit;
    private final boolean detailed;
    private final List<PacketTrace> begun = new ArrayList<>();
    private volatile int open;

    /// @param limit how many packets are traced at most
    public TraceLog(int limit) {
        this(limit, false);
    }

    /// @param detailed whether what was tried in vain is wanted too
    public TraceLog(int limit, boolean detailed) {
        this.limit = limit;
        this.detailed = detailed;
    }

    boolean isDetailed() {
        return detailed;
    }

    /// Starts the trace of a packet that a command sends.
    public PacketTrace begin(String why) {
        return begin(null, why);
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // written under the lock only
    synchronized PacketTrace begin(@Nullable PacketTrace parent, String why) {
        PacketTrace trace = new PacketTrace(this, begun.size() + 1, parent, why);
        if (begun.size() < limit) {
            begun.add(trace);
            open++;
        }
        return trace;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // written under the lock only
    synchronized void end(PacketTrace trace) {
        if (trace.id() <= limit) {
            open--;
        }
    }

    /// All traces in the order in which they began.
    public synchronized List<PacketTrace> traces() {
        return List.copyOf(begun);
    }

    /// Packets still on their way.
    public int open() {
        return open;
    }

    public synchronized boolean isFull() {
        return begun.size() >= limit;
    }
}
