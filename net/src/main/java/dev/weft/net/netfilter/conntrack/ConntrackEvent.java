package dev.weft.net.netfilter.conntrack;

/// News of connections (kernel: `enum ip_conntrack_events`).
public final class ConntrackEvent {
    public static final int NEW = 1;
    public static final int RELATED = 1 << 1;
    public static final int DESTROY = 1 << 2;
    public static final int REPLY = 1 << 3;
    public static final int ASSURED = 1 << 4;
    public static final int PROTOCOL_INFO = 1 << 5;
    public static final int HELPER = 1 << 6;
    public static final int MARK = 1 << 7;
    public static final int SEQUENCE_ADJUST = 1 << 8;
    public static final int LABEL = 1 << 10;

    private ConntrackEvent() {}

    /// Hears of them on the worker that owns the namespace; the connection is still there.
    public interface Listener {
        /// @param slot of the connection
        /// @param events bits, several at once when one packet brought them about
        /// @param portId of the socket on whose behalf it happened, 0 for a packet's
        void happened(Conntrack conntrack, int slot, int events, int portId);
    }

    /// Hears of expectations.
    public interface ExpectationListener {
        void happened(Expectation expectation, int event);
    }
}
