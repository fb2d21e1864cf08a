package dev.weft.core.wire;

import dev.weft.core.packet.Packet;
import java.util.ArrayList;
import java.util.List;

/// One option of an IPv4 header (RFC 791 §3.1): its type, and what follows the length octet of those that have one.
///
/// ```text
/// +--------+--------+--------+--------//--+
/// |  Type  | Length |        Data         |
/// +--------+--------+--------+--------//--+
/// ```
public record Ipv4Option(int type, Bytes data) {
    /// The bit of a type that says that the option stands in every fragment.
    public static final int COPIED = 0x80;

    public static final int END = 0;
    public static final int NO_OPERATION = 1;
    public static final int RECORD_ROUTE = 7;
    public static final int TIMESTAMP = 68;
    public static final int SECURITY = 130;
    public static final int LOOSE_SOURCE_ROUTE = 131;
    public static final int STRICT_SOURCE_ROUTE = 137;
    public static final int ROUTER_ALERT = 148;

    /// An empty route of `slots` addresses, to be filled in on the way; the pointer counts from 1 at the type (RFC
    /// 791).
    public static Ipv4Option recordRoute(int slots) {
        byte[] data = new byte[1 + 4 * slots];
        data[0] = 4;
        return new Ipv4Option(RECORD_ROUTE, Bytes.of(data));
    }

    public static Ipv4Option noOperation() {
        return new Ipv4Option(NO_OPERATION, Bytes.EMPTY);
    }

    /// Is it copied into every fragment (RFC 791: the type's highest bit)?
    public boolean isCopied() {
        return (type & COPIED) != 0;
    }

    /// Bytes on the wire.
    public int length() {
        return isSingle(type) ? 1 : 2 + data.length();
    }

    private static boolean isSingle(int type) {
        return type == END || type == NO_OPERATION;
    }

    /// Reads the options between two offsets, up to the end mark, which is padding, or to the first broken one.
    static List<Ipv4Option> readAll(Packet packet, int from, int to) {
        List<Ipv4Option> options = new ArrayList<>();
        int at = from;
        while (at < to && packet.u8(at) != END) {
            int type = packet.u8(at);
            int length = isSingle(type) ? 1 : at + 1 < to ? packet.u8(at + 1) : 0;
            if (!isSingle(type) && length < 2 || at + length > to) {
                break;
            }
            options.add(new Ipv4Option(type, isSingle(type) ? Bytes.EMPTY : Bytes.read(packet, at + 2, length - 2)));
            at += length;
        }
        return List.copyOf(options);
    }

    static int lengthOfAll(List<Ipv4Option> options) {
        int bytes = options.stream().mapToInt(Ipv4Option::length).sum();
        return (bytes + 3) & ~3;
    }

    /// Writes the options and pads them with end marks to a multiple of four.
    static void writeAll(List<Ipv4Option> options, Packet packet, int from) {
        int at = from;
        for (Ipv4Option option : options) {
            packet.put8(at, option.type);
            if (!isSingle(option.type)) {
                packet.put8(at + 1, option.length());
                option.data.write(packet, at + 2);
            }
            at += option.length();
        }
        for (int end = from + lengthOfAll(options); at < end; at++) {
            packet.put8(at, END);
        }
    }
}
