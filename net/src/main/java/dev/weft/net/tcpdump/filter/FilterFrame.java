package dev.weft.net.tcpdump.filter;

/// What a filter sees of a packet: bytes from the link header on, the length on the wire, and how it passed the device.
public interface FilterFrame {
    /// Where nothing is known of the packet's way.
    int UNKNOWN_TYPE = -1;

    /// Bytes that can be read.
    int captured();

    int wireLength();

    /// `PACKET_HOST` to `PACKET_OUTGOING` (packet(7)), or [#UNKNOWN_TYPE].
    int packetType();

    /// A byte within [#captured()].
    int u8(int at);
}
