package dev.weft.core.wire;

import dev.weft.core.packet.Checksum;
import dev.weft.core.packet.Packet;

/// View of an IPv4 header (RFC 791 §3.1).
///
/// ```text
///  0                   1                   2                   3
///  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// |Version|  IHL  |Type of Service|          Total Length         |
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// |         Identification        |Flags|      Fragment Offset    |
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// |  Time to Live |    Protocol   |         Header Checksum       |
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// |                       Source Address                          |
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// |                    Destination Address                        |
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// |                    Options                    |    Padding    |
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// ```
public record Ipv4(Packet packet, int offset) {
    /// What [#findOption] says when there is none; an option's offset may be negative, before data that were pulled.
    public static final int NO_OPTION = Integer.MIN_VALUE;

    /// Bytes without options.
    public static final int LENGTH = 20;

    public static final int MAX_LENGTH = 60;

    /// Flags in the word of the fragment offset (kernel: `IP_DF`, `IP_MF`, `IP_OFFSET`).
    public static final int DONT_FRAGMENT = 0x4000;

    public static final int MORE_FRAGMENTS = 0x2000;
    public static final int OFFSET_MASK = 0x1fff;

    private static final int VERSION_IHL = 0;
    private static final int TOS = 1;
    private static final int TOTAL_LENGTH = 2;
    private static final int IDENTIFICATION = 4;
    private static final int FRAGMENT = 6;
    private static final int TTL = 8;
    private static final int PROTOCOL = 9;
    private static final int CHECKSUM = 10;
    private static final int SOURCE = 12;
    private static final int DESTINATION = 16;

    public Ipv4(Packet packet) {
        this(packet, packet.networkOffset());
    }

    /// Is a whole header there, with its options, by what it says of itself?
    public static boolean fits(Packet packet, int offset) {
        int there = packet.length() - offset;
        if (there < LENGTH) {
            return false;
        }
        int versionIhl = packet.u8(offset);
        return versionIhl >= 0x45 && versionIhl <= 0x4f && there >= (versionIhl & 0xf) * 4;
    }

    public int version() {
        return packet.u8(offset + VERSION_IHL) >>> 4;
    }

    /// Bytes of header, options included.
    public int headerLength() {
        return (packet.u8(offset + VERSION_IHL) & 0xf) * 4;
    }

    /// Writes version 4 and the header's length.
    public void headerLength(int bytes) {
        packet.put8(offset + VERSION_IHL, 0x40 | bytes / 4);
    }

    public boolean hasOptions() {
        return packet.u8(offset + VERSION_IHL) != 0x45;
    }

    public int tos() {
        return packet.u8(offset + TOS);
    }

    public void tos(int tos) {
        packet.put8(offset + TOS, tos);
    }

    /// Bytes of header and payload.
    public int totalLength() {
        return packet.u16(offset + TOTAL_LENGTH);
    }

    public void totalLength(int bytes) {
        packet.put16(offset + TOTAL_LENGTH, bytes);
    }

    public int identification() {
        return packet.u16(offset + IDENTIFICATION);
    }

    public void identification(int identification) {
        packet.put16(offset + IDENTIFICATION, identification);
    }

    /// Flags and fragment offset as they stand in one word (kernel: `frag_off`).
    public int fragmentWord() {
        return packet.u16(offset + FRAGMENT);
    }

    public void fragmentWord(int flagsAndOffset) {
        packet.put16(offset + FRAGMENT, flagsAndOffset);
    }

    public boolean dontFragment() {
        return (fragmentWord() & DONT_FRAGMENT) != 0;
    }

    public boolean moreFragments() {
        return (fragmentWord() & MORE_FRAGMENTS) != 0;
    }

    /// Where the payload belongs in the whole datagram's, in bytes.
    public int fragmentOffset() {
        return (fragmentWord() & OFFSET_MASK) * 8;
    }

    /// Is it a part of a datagram, first or later (kernel: `ip_is_fragment`)?
    public boolean isFragment() {
        return (fragmentWord() & (MORE_FRAGMENTS | OFFSET_MASK)) != 0;
    }

    public int ttl() {
        return packet.u8(offset + TTL);
    }

    public void ttl(int ttl) {
        packet.put8(offset + TTL, ttl);
    }

    public int protocol() {
        return packet.u8(offset + PROTOCOL);
    }

    public void protocol(int protocol) {
        packet.put8(offset + PROTOCOL, protocol);
    }

    public int checksum() {
        return packet.u16(offset + CHECKSUM);
    }

    public void checksum(int checksum) {
        packet.put16(offset + CHECKSUM, checksum);
    }

    public int source() {
        return packet.i32(offset + SOURCE);
    }

    public void source(int address) {
        packet.put32(offset + SOURCE, address);
    }

    public int destination() {
        return packet.i32(offset + DESTINATION);
    }

    public void destination(int address) {
        packet.put32(offset + DESTINATION, address);
    }

    public int payloadOffset() {
        return offset + headerLength();
    }

    /// Bytes of payload by what the header says.
    public int payloadLength() {
        return totalLength() - headerLength();
    }

    public boolean isChecksumRight() {
        return Checksum.of(packet, offset, headerLength()) == 0;
    }

    /// Computes the header's checksum anew (kernel: `ip_send_check`).
    public void writeChecksum() {
        checksum(0);
        checksum(Checksum.of(packet, offset, headerLength()));
    }

    /// One hop less to live; the checksum follows (kernel: `ip_decrease_ttl`).
    public void decreaseTtl() {
        int before = packet.u16(offset + TTL);
        int after = before - 0x100;
        packet.put16(offset + TTL, after);
        checksum(Checksum.update16(checksum(), before, after));
    }

    /// Sets the type of service; the checksum follows (kernel: `ipv4_change_dsfield`).
    public void changeTos(int tos) {
        int before = packet.u16(offset + VERSION_IHL);
        int after = before & 0xff00 | tos;
        packet.put16(offset + VERSION_IHL, after);
        checksum(Checksum.update16(checksum(), before, after));
    }

    /// Where an option of this type begins, counted from the packet's data; [#NO_OPTION] when it is not there.
    public int findOption(int type) {
        int end = offset + headerLength();
        int at = offset + LENGTH;
        while (at < end) {
            int found = packet.u8(at);
            if (found == Ipv4Option.END) {
                return NO_OPTION;
            }
            int length = found == Ipv4Option.NO_OPERATION ? 1 : at + 1 < end ? packet.u8(at + 1) : 0;
            if (length == 0 || at + length > end || length < 2 && found != Ipv4Option.NO_OPERATION) {
                return NO_OPTION;
            }
            if (found == type) {
                return at;
            }
            at += length;
        }
        return NO_OPTION;
    }
}
