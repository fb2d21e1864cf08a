package dev.weft.core.wire;

import dev.weft.core.packet.Checksum;
import dev.weft.core.packet.Packet;

/// View of a UDP header (RFC 768).
///
/// ```text
///  0                   1                   2                   3
///  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// |          Source Port          |       Destination Port        |
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// |            Length             |           Checksum            |
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// ```
public record Udp(Packet packet, int offset) {
    public static final int LENGTH = 8;

    /// Where the checksum stands in the header, for offload.
    public static final int CHECKSUM = 6;

    private static final int SOURCE_PORT = 0;
    private static final int DESTINATION_PORT = 2;
    private static final int UDP_LENGTH = 4;

    public Udp(Packet packet) {
        this(packet, packet.transportOffset());
    }

    public static boolean fits(Packet packet, int offset) {
        return packet.length() - offset >= LENGTH;
    }

    public int sourcePort() {
        return packet.u16(offset + SOURCE_PORT);
    }

    public void sourcePort(int port) {
        packet.put16(offset + SOURCE_PORT, port);
    }

    public int destinationPort() {
        return packet.u16(offset + DESTINATION_PORT);
    }

    public void destinationPort(int port) {
        packet.put16(offset + DESTINATION_PORT, port);
    }

    /// Bytes of header and payload.
    public int length() {
        return packet.u16(offset + UDP_LENGTH);
    }

    public void length(int bytes) {
        packet.put16(offset + UDP_LENGTH, bytes);
    }

    /// 0 means that the sender computed none.
    public int checksum() {
        return packet.u16(offset + CHECKSUM);
    }

    public void checksum(int checksum) {
        packet.put16(offset + CHECKSUM, checksum);
    }

    /// Computes the checksum over header, payload and a pseudo header's sum; one that comes out as 0 is sent as all
    /// ones.
    public void writeChecksum(int pseudoHeader) {
        checksum(0);
        int checksum = Checksum.complement(Checksum.add(pseudoHeader, Checksum.sum(packet, offset, length())));
        checksum(checksum == 0 ? 0xffff : checksum);
    }

    /// Is it right, or was none computed?
    public boolean isChecksumRight(int pseudoHeader) {
        return checksum() == 0 || Checksum.add(pseudoHeader, Checksum.sum(packet, offset, length())) == 0xffff;
    }
}
