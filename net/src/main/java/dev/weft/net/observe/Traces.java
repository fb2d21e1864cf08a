package dev.weft.net.observe;

import dev.weft.core.trace.TraceLog;
import dev.weft.net.namespace.Network;

/// The packets that `trace add` has asked for.
public final class Traces {
    private TraceLog log = new TraceLog(0);

    TraceLog begin(int count) {
        log = new TraceLog(count);
        return log;
    }

    void clear() {
        log = new TraceLog(0);
    }

    String report(Network network) {
        return log.traces().isEmpty()
                ? "No packets in trace buffer\n"
                : new TraceReport(network.plan()).text(log.traces());
    }
}
