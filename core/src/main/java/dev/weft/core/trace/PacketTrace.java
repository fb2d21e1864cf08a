package dev.weft.core.trace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one traced packet tells: the nodes it passed, what was decided there, and how it ended. Like the packet, it is
/// written
/// by one worker at a time.
public final class PacketTrace {
    private final TraceLog log;
    private final int id;
    private final @Nullable PacketTrace parent;
    private final String why;
    private final List<TraceStep> steps = new ArrayList<>();
    private @Nullable String ending;
    private boolean dropped;

    PacketTrace(TraceLog log, int id, @Nullable PacketTrace parent, String why) {
        this.log = log;
        this.id = id;
        this.parent = parent;
        this.why = why;
    }

    /// A packet that exists because of this one.
    public PacketTrace child(String reason) {
        return log.begin(this, reason);
    }

    /// The packet has come to a node.
    public void visited(String node, String namespace, long nanos) {
        if (steps.size() < TraceLog.MOST_STEPS) {
            steps.add(new TraceStep(node, namespace, nanos, new ArrayList<>(2)));
        }
    }

    /// The node it is at has decided something.
    public void decided(Record decision) {
        if (!steps.isEmpty()) {
            steps.getLast().decisions().add(decision);
        }
    }

    /// The packet's way is over: delivered, or dropped for a reason.
    public void ended(String how, boolean wasDropped) {
        ending = how;
        dropped = wasDropped;
        log.end(this);
    }

    public int id() {
        return id;
    }

    /// The packet because of which this one exists.
    public @Nullable PacketTrace parent() {
        return parent;
    }

    /// Is what was tried in vain wanted too: the rules that did not match?
    public boolean isDetailed() {
        return log.isDetailed();
    }

    /// Why it exists: the command, or the relation to its parent.
    public String why() {
        return why;
    }

    public List<TraceStep> steps() {
        return Collections.unmodifiableList(steps);
    }

    /// How it ended; null while it is on its way.
    public @Nullable String ending() {
        return ending;
    }

    public boolean isDropped() {
        return dropped;
    }
}
