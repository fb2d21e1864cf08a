package dev.weft.net.netfilter.conntrack;

import dev.weft.core.packet.Packet;
import dev.weft.core.wire.Tcp;

/// Does a segment fit into what both ends have sent and offered (G. van Rooij, "Real stateful TCP packet
/// filtering in IP Filter"; kernel: `tcp_in_window`)?
final class TcpWindow {
    static final int FITS = 0;

    /// It is no news: it passes and changes nothing.
    static final int IGNORE = 1;

    static final int INVALID = 2;

    /// The least distance at which an old ACK is still believed.
    private static final int LEAST_ACK_WINDOW = 66_000;

    private final TcpSegment segment;
    private final TcpEnds ends;
    private int sender;
    private int receiver;
    private int sack;
    private int ack;
    private int sequence;
    private int end;
    private int window;

    TcpWindow(TcpSegment segment, TcpEnds ends) {
        this.segment = segment;
        this.ends = ends;
    }

    /// @param state the state in which the segment came
    /// @param offset what was added to the sequence numbers that it acknowledges
    /// @param liberal are only resets held to be wrong?
    int check(Packet packet, int direction, int state, int offset, boolean liberal) {
        sender = direction;
        receiver = 1 - direction;
        sequence = segment.sequence;
        end = segment.end;
        window = segment.window;
        ack = segment.ack - offset;
        sack = (ends.has(receiver, TcpEnds.SACK_PERMITTED) ? segment.sack(packet) : segment.ack) - offset;
        if (beginsAnew(packet, state)) {
            return FITS;
        }
        if (!segment.is(Tcp.ACK) || segment.is(Tcp.RST) && ack == 0) {
            ack = ends.end(receiver);
            sack = ack;
        }
        if (segment.is(Tcp.RST) && sequence == 0 && state == TcpState.SYN_SENT.ordinal()) {
            sequence = ends.end(sender);
            end = sequence;
        }
        int verdict = judge();
        if (verdict != FITS) {
            return liberal || ends.has(sender, TcpEnds.BE_LIBERAL) ? FITS : verdict;
        }
        learn(direction);
        return FITS;
    }

    /// Learns of the sender, if nothing was known of it or it starts anew.
    ///
    /// @return whether that is all there is to say: both ends have opened at once
    private boolean beginsAnew(Packet packet, int state) {
        if (ends.maxWindow(sender) == 0) {
            if (segment.is(Tcp.SYN)) {
                begin(packet);
                return !segment.is(Tcp.ACK);
            }
            ends.end(sender, end);
            int scaled = window << ends.scale(sender);
            ends.maxWindow(sender, Math.max(1, scaled));
            ends.maxEnd(sender, end + ends.maxWindow(sender));
            if (ends.maxWindow(receiver) == 0) {
                ends.end(receiver, sack);
                ends.maxEnd(receiver, sack);
            } else if (sack == ends.end(receiver) + 1) {
                ends.end(receiver, sack); // the answer to a keep-alive
            }
            return false;
        }
        boolean opening = state == TcpState.SYN_SENT.ordinal() || state == TcpState.SYN_RECV.ordinal();
        if (segment.is(Tcp.SYN) && opening && end - ends.end(sender) > 0) {
            begin(packet);
            return sender == 1 && !segment.is(Tcp.ACK);
        }
        return false;
    }

    private void begin(Packet packet) {
        ends.end(sender, end);
        ends.maxEnd(sender, end);
        ends.maxWindow(sender, Math.max(1, window));
        options(packet, sender);
        boolean bothScale = ends.has(sender, TcpEnds.WINDOW_SCALE) && ends.has(receiver, TcpEnds.WINDOW_SCALE);
        if (sender == 1 && !bothScale) {
            ends.scale(sender, 0);
            ends.scale(receiver, 0);
        }
    }

    /// Learns an end's options (kernel: `tcp_options`).
    void options(Packet packet, int whose) {
        segment.readOptions(packet);
        ends.scale(whose, segment.optionScale);
        ends.flags(whose, ends.flags(whose) & TcpEnds.BE_LIBERAL | segment.optionFlags);
    }

    private int judge() {
        int oldestAck = ends.end(receiver) - Math.max(ends.maxWindow(sender), LEAST_ACK_WINDOW) - 1;
        int receiverWindow = ends.maxWindow(receiver);
        boolean inWindow = end - (ends.end(sender) - receiverWindow - 1) > 0;
        if (sequence - (ends.maxEnd(sender) + 1) >= 0) {
            int overshot = end - ends.maxEnd(sender) + 1;
            if (receiverWindow != 0
                    && inWindow
                    && sack - oldestAck > 0
                    && Integer.compareUnsigned(overshot, receiverWindow) <= 0
                    && sack - (ends.end(receiver) + 1) < 0) {
                ends.end(sender, end); // more than was offered, but it may have arrived
                ends.flags(sender, ends.flags(sender) | TcpEnds.DATA_UNACKNOWLEDGED);
                return IGNORE;
            }
            return INVALID;
        }
        if (sack - (ends.end(receiver) + 1) >= 0) {
            return INVALID; // it acknowledges what was not seen
        }
        if (receiverWindow != 0 && !inWindow) {
            return IGNORE; // it was acknowledged long ago
        }
        return sack - oldestAck > 0 ? FITS : IGNORE;
    }

    private void learn(int direction) {
        if (!segment.is(Tcp.SYN)) {
            window <<= ends.scale(sender);
        }
        int offered = window + (sack - ack);
        if (Integer.compareUnsigned(ends.maxWindow(sender), offered) < 0) {
            ends.maxWindow(sender, offered);
        }
        if (end - ends.end(sender) > 0) {
            ends.end(sender, end);
            ends.flags(sender, ends.flags(sender) | TcpEnds.DATA_UNACKNOWLEDGED);
        }
        if (segment.is(Tcp.ACK)) {
            if (!ends.has(sender, TcpEnds.MAX_ACK_SET)) {
                ends.maxAck(sender, ack);
                ends.flags(sender, ends.flags(sender) | TcpEnds.MAX_ACK_SET);
            } else if (ack - ends.maxAck(sender) > 0) {
                ends.maxAck(sender, ack);
            }
        }
        int beyond = end - ends.maxEnd(sender);
        if (ends.maxWindow(receiver) != 0 && beyond > 0) {
            ends.maxWindow(receiver, ends.maxWindow(receiver) + beyond);
        }
        if (sack + window - (ends.maxEnd(receiver) - 1) > 0) {
            ends.maxEnd(receiver, sack + window + (window == 0 ? 1 : 0));
        }
        if (ack == ends.end(receiver)) {
            ends.flags(receiver, ends.flags(receiver) & ~TcpEnds.DATA_UNACKNOWLEDGED);
        }
        if (segment.kind == TcpTransitions.ACK) {
            countRetransmits(direction);
        }
    }

    private void countRetransmits(int direction) {
        if (ends.lastDirection() == direction
                && ends.lastSequence() == sequence
                && ends.lastAck() == ack
                && ends.lastEnd() == end
                && ends.lastWindow() == segment.window) {
            ends.retransmits(ends.retransmits() + 1);
        } else {
            ends.last(ends.lastKind(), direction);
            ends.lastSequence(sequence);
            ends.lastAck(ack);
            ends.lastEnd(end);
            ends.lastWindow(segment.window);
            ends.retransmits(0);
        }
    }
}
