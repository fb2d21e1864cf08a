package dev.weft.core.wire;

import dev.weft.core.packet.Packet;

/// View of an IPv6 header (RFC 8200 §3).
///
/// ```text
///  0                   1                   2                   3
///  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// |Version| Traffic Class |           Flow Label                  |
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// |         Payload Length        |  Next Header  |   Hop Limit   |
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// |                                                               |
/// +                         Source Address                        +
/// |                           (128 bits)                          |
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// |                                                               |
/// +                      Destination Address                      +
/// |                           (128 bits)                          |
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// ```
public record Ipv6(Packet packet, int offset) {
    public static final int LENGTH = 40;
    private static final int VERSION_CLASS_FLOW = 0;
    private static final int PAYLOAD_LENGTH = 4;
    private static final int NEXT_HEADER = 6;
    private static final int HOP_LIMIT = 7;
    private static final int SOURCE = 8;
    private static final int DESTINATION = 24;

    public Ipv6(Packet packet) {
        this(packet, packet.networkOffset());
    }

    public static boolean fits(Packet packet, int offset) {
        return packet.length() - offset >= LENGTH && packet.u8(offset) >>> 4 == 6;
    }

    public int version() {
        return packet.u8(offset) >>> 4;
    }

    public int trafficClass() {
        return packet.u16(offset) >>> 4 & 0xff;
    }

    public int flowLabel() {
        return packet.i32(offset + VERSION_CLASS_FLOW) & 0xf_ffff;
    }

    /// Writes version 6, the traffic class and the flow label.
    public void classAndFlow(int trafficClass, int flowLabel) {
        packet.put32(offset + VERSION_CLASS_FLOW, 6 << 28 | trafficClass << 20 | flowLabel);
    }

    /// Bytes behind this header, extension headers included.
    public int payloadLength() {
        return packet.u16(offset + PAYLOAD_LENGTH);
    }

    public void payloadLength(int bytes) {
        packet.put16(offset + PAYLOAD_LENGTH, bytes);
    }

    public int nextHeader() {
        return packet.u8(offset + NEXT_HEADER);
    }

    public void nextHeader(int protocol) {
        packet.put8(offset + NEXT_HEADER, protocol);
    }

    public int hopLimit() {
        return packet.u8(offset + HOP_LIMIT);
    }

    public void hopLimit(int hops) {
        packet.put8(offset + HOP_LIMIT, hops);
    }

    public long sourceHigh() {
        return packet.i64(offset + SOURCE);
    }

    public long sourceLow() {
        return packet.i64(offset + SOURCE + 8);
    }

    public void source(long high, long low) {
        packet.put64(offset + SOURCE, high);
        packet.put64(offset + SOURCE + 8, low);
    }

    public long destinationHigh() {
        return packet.i64(offset + DESTINATION);
    }

    public long destinationLow() {
        return packet.i64(offset + DESTINATION + 8);
    }

    public void destination(long high, long low) {
        packet.put64(offset + DESTINATION, high);
        packet.put64(offset + DESTINATION + 8, low);
    }
}
