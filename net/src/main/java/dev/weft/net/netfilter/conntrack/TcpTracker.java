package dev.weft.net.netfilter.conntrack;

import dev.weft.core.packet.Packet;
import dev.weft.core.wire.Tcp;
import dev.weft.net.namespace.Jiffies;

/// Follows TCP connections by their state and their windows (kernel: `nf_conntrack_tcp_packet`).
final class TcpTracker {
    private static final int NONE = TcpState.NONE.ordinal();
    private static final int SYN_SENT = TcpState.SYN_SENT.ordinal();
    private static final int SYN_RECV = TcpState.SYN_RECV.ordinal();
    private static final int ESTABLISHED = TcpState.ESTABLISHED.ordinal();
    private static final int FIN_WAIT = TcpState.FIN_WAIT.ordinal();
    private static final int LAST_ACK = TcpState.LAST_ACK.ordinal();
    private static final int TIME_WAIT = TcpState.TIME_WAIT.ordinal();
    private static final int CLOSE = TcpState.CLOSE.ordinal();
    private static final int SYN_SENT2 = TcpState.SYN_SENT2.ordinal();

    // What is to be done with a segment, besides a verdict of Tracker.
    private static final int CHECK_WINDOW = 10;
    private static final int SKIP_WINDOW = 11;

    private static final int SHRINK_FROM_SECONDS = 120;

    private final TcpSegment segment = new TcpSegment();
    private final TcpEnds ends = new TcpEnds();
    private final TcpWindow window = new TcpWindow(segment, ends);
    private int oldState;
    private int newState;

    /// @return one of [Tracker]
    int packet(Conntrack conntrack, int slot, int info, Packet packet, int transport) {
        if (!segment.read(packet, transport) || !TcpTransitions.isValid(segment.flags)) {
            return Tracker.INVALID;
        }
        Connections connections = conntrack.connections();
        ends.at(connections, slot);
        int status = connections.status(slot);
        if ((status & ConnectionStatus.CONFIRMED) == 0 && ends.state() == NONE && !begins(conntrack, packet)) {
            return Tracker.INVALID;
        }
        int direction = ConnectionInfo.direction(info);
        oldState = ends.state();
        newState = TcpTransitions.next(direction, segment.kind, oldState);
        int what = consider(conntrack, slot, direction, status, packet);
        if (what == CHECK_WINDOW) {
            boolean liberal = conntrack.get(ConntrackSetting.TCP_BE_LIBERAL) != 0;
            int offset = conntrack.sequenceOffset(slot, 1 - direction, segment.ack - 1);
            switch (window.check(packet, direction, oldState, offset, liberal)) {
                case TcpWindow.IGNORE -> {
                    return Tracker.ACCEPT;
                }
                case TcpWindow.INVALID -> {
                    shrink(conntrack, slot, direction, status);
                    return Tracker.INVALID;
                }
                default -> what = SKIP_WINDOW;
            }
        }
        return what == SKIP_WINDOW ? advance(conntrack, slot, direction, status, packet) : what;
    }

    /// May a connection begin with this segment (kernel: `tcp_new`)?
    private boolean begins(Conntrack conntrack, Packet packet) {
        int first = TcpTransitions.next(0, segment.kind, NONE);
        if (first >= TcpTransitions.IGNORE) {
            return false;
        }
        int offered = Math.max(1, segment.window);
        if (first == SYN_SENT) {
            ends.end(0, segment.end);
            ends.maxEnd(0, segment.end);
            ends.maxWindow(0, offered);
            window.options(packet, 0);
        } else if (conntrack.get(ConntrackSetting.TCP_LOOSE) == 0) {
            return false;
        } else {
            ends.end(0, segment.end);
            ends.maxWindow(0, offered);
            ends.maxEnd(0, segment.end + offered);
            int both = TcpEnds.SACK_PERMITTED | TcpEnds.BE_LIBERAL;
            ends.flags(0, both);
            ends.flags(1, both);
        }
        ends.last(TcpTransitions.NO_FLAG, 0);
        return true;
    }

    private int consider(Conntrack conntrack, int slot, int direction, int status, Packet packet) {
        if (newState == SYN_SENT) {
            return oldState < TIME_WAIT ? CHECK_WINDOW : reopens(conntrack, slot, direction, packet);
        }
        if (newState == TcpTransitions.IGNORE) {
            return ignore(direction, packet);
        }
        if (newState == TcpTransitions.INVALID) {
            return Tracker.INVALID;
        }
        if (newState == TIME_WAIT) {
            return isChallengeAck(direction) ? Tracker.ACCEPT : CHECK_WINDOW;
        }
        if (newState == SYN_SENT2) {
            ends.lastFlags(ends.lastFlags() | TcpEnds.SIMULTANEOUS_OPEN);
        } else if (newState == SYN_RECV
                && direction == 1
                && segment.kind == TcpTransitions.ACK
                && (ends.lastFlags() & TcpEnds.SIMULTANEOUS_OPEN) != 0) {
            newState = ESTABLISHED;
        } else if (newState == CLOSE && segment.kind == TcpTransitions.RST) {
            return reset(conntrack, direction, status);
        }
        return CHECK_WINDOW;
    }

    /// A SYN for a connection that is over: it may begin a new one.
    private int reopens(Conntrack conntrack, int slot, int direction, Packet packet) {
        boolean closed = ((ends.flags(0) | ends.flags(1)) & TcpEnds.CLOSE_INIT) != 0;
        if (closed || ends.lastDirection() == direction && ends.lastKind() == TcpTransitions.RST) {
            conntrack.kill(slot);
            return Tracker.REPEAT;
        }
        return ignore(direction, packet);
    }

    /// Our record may be behind what the ends know: such a segment passes, and what it may lead to is noted.
    private int ignore(int direction, Packet packet) {
        if (segment.kind == TcpTransitions.SYN_ACK
                && ends.lastKind() == TcpTransitions.SYN
                && ends.lastDirection() != direction
                && segment.ack == ends.lastEnd()) {
            believeLastSyn(direction);
            return CHECK_WINDOW;
        }
        ends.last(segment.kind, direction);
        ends.lastSequence(segment.sequence);
        ends.lastEnd(segment.end);
        ends.lastWindow(segment.window);
        if (segment.kind == TcpTransitions.SYN && direction == 0) {
            segment.readOptions(packet);
            int flags = segment.optionFlags;
            ends.lastScale((flags & TcpEnds.WINDOW_SCALE) != 0 ? segment.optionScale : 0);
            ends.lastFlags(oldState == LAST_ACK ? flags | TcpEnds.EXPECT_CHALLENGE_ACK : flags);
        }
        if (oldState == SYN_SENT && segment.kind == TcpTransitions.ACK && direction == 1) {
            ends.lastAck(segment.ack);
        }
        return Tracker.ACCEPT;
    }

    /// The SYN that was ignored has got its SYN-ACK: the ends have begun anew.
    private void believeLastSyn(int direction) {
        int other = 1 - direction;
        oldState = SYN_SENT;
        newState = SYN_RECV;
        ends.end(other, ends.lastEnd());
        ends.maxEnd(other, ends.lastEnd());
        ends.maxWindow(other, Math.max(1, ends.lastWindow()));
        ends.scale(other, ends.lastScale());
        ends.lastFlags(ends.lastFlags() & ~TcpEnds.EXPECT_CHALLENGE_ACK);
        ends.flags(other, ends.lastFlags());
        ends.clear(direction);
    }

    /// An ACK that answers a SYN out of place (RFC 5961 §4) is not the last one.
    private boolean isChallengeAck(int direction) {
        if (oldState == LAST_ACK
                && segment.kind == TcpTransitions.ACK
                && ends.lastDirection() != direction
                && ends.lastKind() == TcpTransitions.SYN
                && (ends.lastFlags() & TcpEnds.EXPECT_CHALLENGE_ACK) != 0) {
            ends.lastFlags(ends.lastFlags() & ~TcpEnds.EXPECT_CHALLENGE_ACK);
            return true;
        }
        return false;
    }

    private int reset(Conntrack conntrack, int direction, int status) {
        if (isClosing(ends.state())) {
            return SKIP_WINDOW;
        }
        int other = 1 - direction;
        boolean assured = (status & ConnectionStatus.ASSURED) != 0;
        boolean established = oldState == ESTABLISHED && assured;
        if (ends.has(other, TcpEnds.MAX_ACK_SET) && ends.lastKind() != TcpTransitions.SYN) {
            int sequence = segment.sequence;
            if (sequence == 0 && !established) {
                return CHECK_WINDOW;
            }
            boolean old = sequence - ends.maxAck(other) < 0;
            if (old && conntrack.get(ConntrackSetting.TCP_IGNORE_INVALID_RST) == 0) {
                return Tracker.INVALID;
            }
            boolean follows = ends.lastKind() == TcpTransitions.ACK
                    && ends.lastDirection() == direction
                    && sequence == ends.lastEnd();
            if (!established || sequence == ends.maxAck(other) || follows) {
                return CHECK_WINDOW;
            }
            newState = oldState; // the other end will ask for a better one (RFC 5961 §3)
        }
        boolean answersIgnored = (status & ConnectionStatus.SEEN_REPLY) != 0 && ends.lastKind() == TcpTransitions.SYN
                || !assured && ends.lastKind() == TcpTransitions.ACK;
        return answersIgnored && segment.ack == ends.lastEnd() ? SKIP_WINDOW : CHECK_WINDOW;
    }

    static boolean isClosing(int state) {
        return state >= FIN_WAIT && state <= CLOSE;
    }

    /// The segment is taken for good.
    private int advance(Conntrack conntrack, int slot, int direction, int status, Packet packet) {
        ends.last(segment.kind, direction);
        ends.state(newState);
        if (oldState != newState && newState == FIN_WAIT) {
            ends.flags(direction, ends.flags(direction) | TcpEnds.CLOSE_INIT);
        }
        int timeout = timeout(conntrack);
        if (oldState != newState) {
            conntrack.note(slot, ConntrackEvent.PROTOCOL_INFO);
        }
        if ((status & ConnectionStatus.SEEN_REPLY) == 0) {
            if (segment.is(Tcp.RST)) {
                conntrack.account(slot, direction, packet);
                conntrack.kill(slot); // refused
                return Tracker.ACCEPT;
            }
            if (segment.kind == TcpTransitions.SYN && oldState == SYN_SENT) {
                return Tracker.ACCEPT; // a repeated SYN keeps nothing alive
            }
            if (newState == ESTABLISHED) {
                timeout = Math.min(timeout, conntrack.get(ConntrackSetting.TCP_TIMEOUT_UNACKNOWLEDGED));
            }
        } else if ((status & ConnectionStatus.ASSURED) == 0
                && (oldState == SYN_RECV || oldState == ESTABLISHED)
                && newState == ESTABLISHED) {
            conntrack.assure(slot);
        }
        conntrack.refresh(slot, timeout);
        conntrack.account(slot, direction, packet);
        return Tracker.ACCEPT;
    }

    private int timeout(Conntrack conntrack) {
        int usual = conntrack.get(TIMEOUTS[newState]);
        if (ends.retransmits() >= conntrack.get(ConntrackSetting.TCP_MAX_RETRANS)) {
            return Math.min(usual, conntrack.get(ConntrackSetting.TCP_TIMEOUT_MAX_RETRANS));
        }
        if (segment.kind == TcpTransitions.RST) {
            return conntrack.get(ConntrackSetting.TCP_TIMEOUT_CLOSE);
        }
        if (((ends.flags(0) | ends.flags(1)) & TcpEnds.DATA_UNACKNOWLEDGED) != 0) {
            return Math.min(usual, conntrack.get(ConntrackSetting.TCP_TIMEOUT_UNACKNOWLEDGED));
        }
        if (ends.lastWindow() == 0) {
            return Math.min(usual, conntrack.get(ConntrackSetting.TCP_TIMEOUT_MAX_RETRANS));
        }
        return usual;
    }

    /// A connection whose end is seen but cannot be believed does not live for days (kernel:
    /// `nf_tcp_handle_invalid`).
    private void shrink(Conntrack conntrack, int slot, int direction, int status) {
        boolean ending = segment.kind == TcpTransitions.RST || segment.kind == TcpTransitions.FIN;
        if (!ending || (status & ConnectionStatus.ASSURED) == 0 || (status & ConnectionStatus.FIXED_TIMEOUT) != 0) {
            return;
        }
        boolean wasEnding = ends.lastKind() == TcpTransitions.RST || ends.lastKind() == TcpTransitions.FIN;
        if (ends.lastDirection() == direction || !wasEnding) {
            ends.last(segment.kind, direction);
            return;
        }
        int left = conntrack.expires(slot);
        int timeout = conntrack.get(ConntrackSetting.TCP_TIMEOUT_UNACKNOWLEDGED);
        if (left >= Jiffies.ofSeconds(SHRINK_FROM_SECONDS) && left > timeout) {
            conntrack.refresh(slot, timeout);
        }
    }

    /// By state.
    static final ConntrackSetting[] TIMEOUTS = {
        ConntrackSetting.TCP_TIMEOUT_SYN_SENT,
        ConntrackSetting.TCP_TIMEOUT_SYN_SENT,
        ConntrackSetting.TCP_TIMEOUT_SYN_RECV,
        ConntrackSetting.TCP_TIMEOUT_ESTABLISHED,
        ConntrackSetting.TCP_TIMEOUT_FIN_WAIT,
        ConntrackSetting.TCP_TIMEOUT_CLOSE_WAIT,
        ConntrackSetting.TCP_TIMEOUT_LAST_ACK,
        ConntrackSetting.TCP_TIMEOUT_TIME_WAIT,
        ConntrackSetting.TCP_TIMEOUT_CLOSE,
        ConntrackSetting.TCP_TIMEOUT_SYN_SENT
    };
}
