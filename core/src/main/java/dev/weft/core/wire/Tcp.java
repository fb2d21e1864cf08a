package dev.weft.core.wire;

import dev.weft.core.packet.Checksum;
import dev.weft.core.packet.Packet;

/// View of a TCP header (RFC 9293 §3.1).
///
/// ```text
///  0                   1                   2                   3
///  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// |          Source Port          |       Destination Port        |
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// |                        Sequence Number                        |
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// |                    Acknowledgment Number                      |
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// |  Data |       |C|E|U|A|P|R|S|F|                               |
/// | Offset| Rsrvd |W|C|R|C|S|S|Y|I|            Window             |
/// |       |       |R|E|G|K|H|T|N|N|                               |
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// |           Checksum            |         Urgent Pointer        |
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// |                           [Options]                           |
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// ```
public record Tcp(Packet packet, int offset) {
    /// Bytes without options.
    public static final int LENGTH = 20;

    /// Where the checksum stands in the header, for offload.
    public static final int CHECKSUM = 16;

    public static final int FIN = 0x01;
    public static final int SYN = 0x02;
    public static final int RST = 0x04;
    public static final int PSH = 0x08;
    public static final int ACK = 0x10;
    public static final int URG = 0x20;
    public static final int ECE = 0x40;
    public static final int CWR = 0x80;

    private static final int SOURCE_PORT = 0;
    private static final int DESTINATION_PORT = 2;
    private static final int SEQUENCE = 4;
    private static final int ACKNOWLEDGMENT = 8;
    private static final int DATA_OFFSET = 12;
    private static final int FLAGS = 13;
    private static final int WINDOW = 14;
    private static final int URGENT = 18;

    public Tcp(Packet packet) {
        this(packet, packet.transportOffset());
    }

    /// Is a whole header there, with its options, by what it says of itself?
    public static boolean fits(Packet packet, int offset) {
        int there = packet.length() - offset;
        if (there < LENGTH) {
            return false;
        }
        int headerLength = (packet.u8(offset + DATA_OFFSET) >>> 4) * 4;
        return headerLength >= LENGTH && headerLength <= there;
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

    public int sequence() {
        return packet.i32(offset + SEQUENCE);
    }

    public void sequence(int sequence) {
        packet.put32(offset + SEQUENCE, sequence);
    }

    public int acknowledgment() {
        return packet.i32(offset + ACKNOWLEDGMENT);
    }

    public void acknowledgment(int acknowledgment) {
        packet.put32(offset + ACKNOWLEDGMENT, acknowledgment);
    }

    /// Bytes of header, options included.
    public int headerLength() {
        return (packet.u8(offset + DATA_OFFSET) >>> 4) * 4;
    }

    /// The four bits behind the data offset.
    public int reserved() {
        return packet.u8(offset + DATA_OFFSET) & 0xf;
    }

    public void headerLength(int bytes, int reserved) {
        packet.put8(offset + DATA_OFFSET, bytes / 4 << 4 | reserved);
    }

    public int flags() {
        return packet.u8(offset + FLAGS);
    }

    public void flags(int flags) {
        packet.put8(offset + FLAGS, flags);
    }

    public boolean has(int flag) {
        return (flags() & flag) != 0;
    }

    public int window() {
        return packet.u16(offset + WINDOW);
    }

    public void window(int window) {
        packet.put16(offset + WINDOW, window);
    }

    public int checksum() {
        return packet.u16(offset + CHECKSUM);
    }

    public void checksum(int checksum) {
        packet.put16(offset + CHECKSUM, checksum);
    }

    public int urgentPointer() {
        return packet.u16(offset + URGENT);
    }

    public void urgentPointer(int pointer) {
        packet.put16(offset + URGENT, pointer);
    }

    /// Computes the checksum over `length` bytes of header and data, and a pseudo header's sum.
    public void writeChecksum(int pseudoHeader, int length) {
        checksum(0);
        checksum(Checksum.complement(Checksum.add(pseudoHeader, Checksum.sum(packet, offset, length))));
    }

    public boolean isChecksumRight(int pseudoHeader, int length) {
        return Checksum.add(pseudoHeader, Checksum.sum(packet, offset, length)) == 0xffff;
    }
}
