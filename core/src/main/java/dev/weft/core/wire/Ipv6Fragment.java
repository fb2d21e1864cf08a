package dev.weft.core.wire;

import dev.weft.core.packet.Packet;

/// View of an IPv6 fragment header (RFC 8200 §4.5).
///
/// ```text
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// |  Next Header  |   Reserved    |      Fragment Offset    |Res|M|
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// |                         Identification                        |
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// ```
public record Ipv6Fragment(Packet packet, int offset) {
    public static final int LENGTH = 8;
    private static final int NEXT_HEADER = 0;
    private static final int RESERVED = 1;
    private static final int FRAGMENT = 2;
    private static final int IDENTIFICATION = 4;

    public static boolean fits(Packet packet, int offset) {
        return packet.length() - offset >= LENGTH;
    }

    public int nextHeader() {
        return packet.u8(offset + NEXT_HEADER);
    }

    public void nextHeader(int protocol) {
        packet.put8(offset + NEXT_HEADER, protocol);
        packet.put8(offset + RESERVED, 0);
    }

    /// Where the payload belongs in the whole, in bytes.
    public int fragmentOffset() {
        return packet.u16(offset + FRAGMENT) & 0xfff8;
    }

    public boolean moreFragments() {
        return (packet.u16(offset + FRAGMENT) & 1) != 0;
    }

    public void fragment(int offsetBytes, boolean more) {
        packet.put16(offset + FRAGMENT, offsetBytes | (more ? 1 : 0));
    }

    public int identification() {
        return packet.i32(offset + IDENTIFICATION);
    }

    public void identification(int identification) {
        packet.put32(offset + IDENTIFICATION, identification);
    }
}
