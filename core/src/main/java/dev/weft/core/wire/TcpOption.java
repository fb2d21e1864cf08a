package dev.weft.core.wire;

import dev.weft.core.packet.Packet;
import java.util.ArrayList;
import java.util.List;

/// One option of a TCP header (RFC 9293 §3.2).
///
/// ```text
/// +--------+--------+--------+--------//--+
/// |  Kind  | Length |        Data         |
/// +--------+--------+--------+--------//--+
/// ```
public sealed interface TcpOption {
    int END = 0;
    int NO_OPERATION = 1;
    int MSS = 2;
    int WINDOW_SCALE = 3;
    int SACK_PERMITTED = 4;
    int SACK = 5;
    int TIMESTAMPS = 8;

    /// Padding in front of an option.
    record NoOperation() implements TcpOption {}

    /// The largest segment that the sender can receive (RFC 9293 §3.7.1).
    record MaximumSegmentSize(int bytes) implements TcpOption {}

    /// By how many bits windows are shifted (RFC 7323 §2).
    record WindowScale(int shift) implements TcpOption {}

    /// Selective acknowledgments are understood (RFC 2018 §2).
    record SackPermitted() implements TcpOption {}

    /// What has arrived out of order (RFC 2018 §3).
    record Sack(List<Block> blocks) implements TcpOption {
        public Sack {
            blocks = List.copyOf(blocks);
        }
    }

    /// A run of sequence numbers; `right` is the first one behind it.
    record Block(int left, int right) {}

    /// The sender's clock and the echo of the peer's (RFC 7323 §3).
    record Timestamps(int value, int echo) implements TcpOption {}

    /// Any other.
    record Unknown(int kind, Bytes data) implements TcpOption {}

    /// Bytes on the wire.
    default int length() {
        return switch (this) {
            case NoOperation() -> 1;
            case MaximumSegmentSize(int bytes) -> 4;
            case WindowScale(int shift) -> 3;
            case SackPermitted() -> 2;
            case Sack(List<Block> blocks) -> 2 + 8 * blocks.size();
            case Timestamps(int value, int echo) -> 10;
            case Unknown(int kind, Bytes data) -> 2 + data.length();
        };
    }

    /// Writes the option at `at`.
    private void write(Packet packet, int at) {
        switch (this) {
            case NoOperation() -> packet.put8(at, NO_OPERATION);
            case MaximumSegmentSize(int bytes) -> {
                head(packet, at, MSS);
                packet.put16(at + 2, bytes);
            }
            case WindowScale(int shift) -> {
                head(packet, at, WINDOW_SCALE);
                packet.put8(at + 2, shift);
            }
            case SackPermitted() -> head(packet, at, SACK_PERMITTED);
            case Sack(List<Block> blocks) -> {
                head(packet, at, SACK);
                for (int i = 0; i < blocks.size(); i++) {
                    packet.put32(at + 2 + 8 * i, blocks.get(i).left());
                    packet.put32(at + 6 + 8 * i, blocks.get(i).right());
                }
            }
            case Timestamps(int value, int echo) -> {
                head(packet, at, TIMESTAMPS);
                packet.put32(at + 2, value);
                packet.put32(at + 6, echo);
            }
            case Unknown(int kind, Bytes data) -> {
                head(packet, at, kind);
                data.write(packet, at + 2);
            }
        }
    }

    private void head(Packet packet, int at, int kind) {
        packet.put8(at, kind);
        packet.put8(at + 1, length());
    }

    private static TcpOption read(Packet packet, int at, int length) {
        int kind = packet.u8(at);
        return switch (kind << 8 | length) {
            case MSS << 8 | 4 -> new MaximumSegmentSize(packet.u16(at + 2));
            case WINDOW_SCALE << 8 | 3 -> new WindowScale(packet.u8(at + 2));
            case SACK_PERMITTED << 8 | 2 -> new SackPermitted();
            case TIMESTAMPS << 8 | 10 -> new Timestamps(packet.i32(at + 2), packet.i32(at + 6));
            default ->
                kind == SACK && length % 8 == 2
                        ? readSack(packet, at, length)
                        : new Unknown(kind, Bytes.read(packet, at + 2, length - 2));
        };
    }

    private static Sack readSack(Packet packet, int at, int length) {
        List<Block> blocks = new ArrayList<>();
        for (int block = at + 2; block < at + length; block += 8) {
            blocks.add(new Block(packet.i32(block), packet.i32(block + 4)));
        }
        return new Sack(blocks);
    }

    /// Reads the options between two offsets, up to the end mark, which is padding, or to the first broken one.
    static List<TcpOption> readAll(Packet packet, int from, int to) {
        List<TcpOption> options = new ArrayList<>();
        int at = from;
        while (at < to && packet.u8(at) != END) {
            if (packet.u8(at) == NO_OPERATION) {
                options.add(new NoOperation());
                at++;
                continue;
            }
            int length = at + 1 < to ? packet.u8(at + 1) : 0;
            if (length < 2 || at + length > to) {
                break;
            }
            options.add(read(packet, at, length));
            at += length;
        }
        return List.copyOf(options);
    }

    static int lengthOfAll(List<TcpOption> options) {
        int bytes = options.stream().mapToInt(TcpOption::length).sum();
        return (bytes + 3) & ~3;
    }

    /// Writes the options and pads them with end marks to a multiple of four.
    static void writeAll(List<TcpOption> options, Packet packet, int from) {
        int at = from;
        for (TcpOption option : options) {
            option.write(packet, at);
            at += option.length();
        }
        for (int end = from + lengthOfAll(options); at < end; at++) {
            packet.put8(at, END);
        }
    }
}
