package dev.weft.net.netfilter.conntrack.tool;

import dev.weft.core.command.Session;
import dev.weft.core.command.Signal;
import dev.weft.net.netfilter.conntrack.Conntrack;
import dev.weft.net.netfilter.conntrack.ConntrackEvent;

/// `conntrack -E`: tells what happens until somebody ends it.
final class EventStream {
    private static final int NEW = 1;
    private static final int UPDATE = 2;
    private static final int DESTROY = 4;

    private final Session session;
    private final Conntrack conntrack;
    private final ToolOptions options;
    private int shown;

    EventStream(Session session, Conntrack conntrack, ToolOptions options) {
        this.session = session;
        this.conntrack = conntrack;
        this.options = options;
    }

    void start() {
        ConntrackEvent.Listener listener = this::happened;
        conntrack.listen(listener);
        session.onExit(() -> conntrack.unlisten(listener));
        session.onSignal(Signal.SIGINT, this::end);
        session.onSignal(Signal.SIGTERM, this::end);
    }

    private void end() {
        session.err(ToolOptions.VERSION + ": " + shown + " flow events have been shown.\n");
        session.exit(0);
    }

    private void happened(Conntrack of, int slot, int events, int portId) {
        int kind = (events & ConntrackEvent.DESTROY) != 0
                ? DESTROY
                : (events & (ConntrackEvent.NEW | ConntrackEvent.RELATED)) != 0 ? NEW : UPDATE;
        boolean asked = options.eventMask == 0 || (options.eventMask & kind) != 0;
        if (!asked || session.isCongested() || !options.wanted.matches(of, slot, true)) {
            return;
        }
        StringBuilder line = new StringBuilder();
        if (options.output.contains("timestamp")) {
            long now = of.nanos();
            line.append(String.format("[%d.%06d]\t", now / 1_000_000_000, now / 1000 % 1_000_000));
        }
        line.append(kind == NEW ? "    [NEW] " : kind == UPDATE ? " [UPDATE] " : "[DESTROY] ");
        boolean extended = options.output.contains("extended");
        boolean id = options.output.contains("id");
        line.append(ConnectionText.of(of, slot, new ConnectionText.Style(extended, id, 0), events));
        if (portId != 0) {
            line.append(" [USERSPACE] portid=").append(portId).append(" progname=conntrack");
        }
        session.out(line.append('\n').toString());
        shown++;
    }
}
