package dev.weft.net.netfilter.conntrack;

import dev.weft.core.packet.Packet;
import dev.weft.core.wire.Tcp;

/// The segment at hand, read once.
final class TcpSegment {
    private static final int OPTION_END = 0;
    private static final int OPTION_NOP = 1;
    private static final int OPTION_WINDOW_SCALE = 3;
    private static final int OPTION_SACK_PERMITTED = 4;
    private static final int OPTION_SACK = 5;
    private static final int MOST_SCALE = 14;

    int flags;
    int kind;
    int sequence;
    int ack;
    int window;

    /// The sequence number behind it.
    int end;

    /// What the options say, as [#readOptions] has found them.
    int optionFlags;

    int optionScale;

    private int options;
    private int payload;

    /// @return false when the header is cut off or is none
    boolean read(Packet packet, int at) {
        int room = packet.length() - at;
        if (room < Tcp.LENGTH) {
            return false;
        }
        int word = packet.u16(at + 12);
        int headerLength = word >>> 12 << 2;
        if (headerLength < Tcp.LENGTH || headerLength > room) {
            return false;
        }
        flags = word & 0xff;
        kind = TcpTransitions.kind(flags);
        sequence = packet.i32(at + 4);
        ack = packet.i32(at + 8);
        window = packet.u16(at + 14);
        options = at + Tcp.LENGTH;
        payload = at + headerLength;
        end = sequence + room - headerLength + (is(Tcp.SYN) ? 1 : 0) + (is(Tcp.FIN) ? 1 : 0);
        return true;
    }

    boolean is(int flag) {
        return (flags & flag) != 0;
    }

    /// Looks for the options that a SYN may have.
    void readOptions(Packet packet) {
        optionFlags = 0;
        optionScale = 0;
        for (int at = options; at < payload; ) {
            int kindOfOption = packet.u8(at);
            if (kindOfOption == OPTION_END) {
                return;
            }
            if (kindOfOption == OPTION_NOP) {
                at++;
                continue;
            }
            int size = at + 1 < payload ? packet.u8(at + 1) : 0;
            if (size < 2 || at + size > payload) {
                return;
            }
            if (kindOfOption == OPTION_SACK_PERMITTED && size == 2) {
                optionFlags |= TcpEnds.SACK_PERMITTED;
            } else if (kindOfOption == OPTION_WINDOW_SCALE && size == 3) {
                optionScale = Math.min(packet.u8(at + 2), MOST_SCALE);
                optionFlags |= TcpEnds.WINDOW_SCALE;
            }
            at += size;
        }
    }

    /// The highest sequence number that it acknowledges, selectively or not (kernel: `tcp_sack`).
    int sack(Packet packet) {
        int highest = ack;
        if (payload - options == 12 && packet.i32(options) == 0x0101_080a) {
            return highest; // a time stamp only
        }
        for (int at = options; at < payload; ) {
            int kindOfOption = packet.u8(at);
            if (kindOfOption == OPTION_END) {
                return highest;
            }
            if (kindOfOption == OPTION_NOP) {
                at++;
                continue;
            }
            int size = at + 1 < payload ? packet.u8(at + 1) : 0;
            if (size < 2 || at + size > payload) {
                return highest;
            }
            if (kindOfOption == OPTION_SACK && size >= 10 && (size - 2) % 8 == 0) {
                for (int block = at + 2; block < at + size; block += 8) {
                    int right = packet.i32(block + 4);
                    if (right - highest > 0) {
                        highest = right;
                    }
                }
            }
            at += size;
        }
        return highest;
    }
}
