package dev.weft.net.iproute;

import dev.weft.core.command.Session;
import dev.weft.core.packet.NetNamespace;
import java.util.function.IntConsumer;

/// One run of a tool: who asks, in which namespace, how it is to be printed, and where.
public final class IpContext {
    private final Tool tool;
    private final Session session;
    private final NetNamespace namespace;
    private final IpOptions options;
    private final IpPrinter out;
    private final IntConsumer ended;
    private boolean goesOn;

    /// @param ended told the status of a command that goes on
    IpContext(Tool tool, Session session, NetNamespace namespace, IpOptions options, IntConsumer ended) {
        this.tool = tool;
        this.session = session;
        this.namespace = namespace;
        this.options = options;
        this.ended = ended;
        this.out = new IpPrinter(session::out, options, wantsColor(session, options), isDark(session));
    }

    /// `ip` or `bridge`
    public Tool tool() {
        return tool;
    }

    public Session session() {
        return session;
    }

    /// The namespace that the command acts in: the session's own, or that of `-n`.
    public NetNamespace namespace() {
        return namespace;
    }

    public IpOptions options() {
        return options;
    }

    public IpPrinter out() {
        return out;
    }

    /// The command goes on after [IpObject#run], as `monitor` does; what is returned is to be told its status when it
    /// has ended, if ever.
    public IntConsumer goesOn() {
        goesOn = true;
        return ended;
    }

    boolean isGoingOn() {
        return goesOn;
    }

    private static boolean wantsColor(Session session, IpOptions options) {
        return switch (options.color()) {
            case NEVER -> false;
            case AUTO -> session.isTerminal();
            case ALWAYS -> true;
        };
    }

    /// `COLORFGBG=15;0` and the like say that the background is dark.
    private static boolean isDark(Session session) {
        String colors = session.environment("COLORFGBG");
        return colors != null && colors.matches(".*;[0-68]");
    }
}
