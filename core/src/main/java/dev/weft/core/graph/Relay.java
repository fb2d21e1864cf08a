package dev.weft.core.graph;

import dev.weft.core.packet.Packet;
import org.jspecify.annotations.Nullable;

/// Finds out while a node works whether it sends its whole frame along one arc, in order: then the frame itself is
/// handed over,
/// and no packet was moved. At the first packet that goes elsewhere, those before it are moved one by one.
final class Relay {
    /// The arc that has got every packet of the frame so far; null before the first and after one went elsewhere.
    @Nullable
    Next next;

    private Frame frame = Frame.full();
    private int count;
    private boolean open;

    /// A node begins with `frame`.
    void begin(Frame itsFrame) {
        frame = itsFrame;
        count = 0;
        next = null;
        open = true;
    }

    /// Is the packet the next one of the frame, and so relayed by that alone?
    boolean takes(Packet packet) {
        int position = count;
        if (position < frame.size && frame.packets[position] == packet) {
            count = position + 1;
            return true;
        }
        return false;
    }

    /// Do the packets of the frame from `from` up to `to` continue, or begin, what goes along `along`?
    boolean takes(Next along, Frame itsFrame, int from, int to) {
        if (!open || itsFrame != frame || from != count || next != along && from != 0) {
            return false;
        }
        next = along;
        count = to;
        return true;
    }

    void append(Next to, Packet packet) {
        if (open) {
            if (next == null && frame.packets[0] == packet) {
                next = to;
                count = 1;
                return;
            }
            settle();
        }
        to.append(packet);
    }

    /// Moves what was relayed into the frame at the arc's end: the frame is not handed over as a whole.
    void settle() {
        Next relayed = next;
        next = null;
        open = false;
        if (relayed != null) {
            for (int i = 0; i < count; i++) {
                relayed.append(frame.get(i));
            }
        }
    }

    /// The node is done with its frame.
    ///
    /// @return the node that the whole frame goes to, or null when its packets have gone their ways
    @Nullable
    Node end() {
        Next relayed = next;
        if (relayed != null && count == frame.size) {
            next = null;
            open = false;
            return relayed.node();
        }
        settle();
        return null;
    }
}
