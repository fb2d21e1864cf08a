package dev.weft.core.wire;

import dev.weft.core.packet.Checksum;
import dev.weft.core.packet.Packet;

/// View of an ICMP header (RFC 792): what the four last bytes mean depends on the type.
///
/// ```text
///  0                   1                   2                   3
///  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// |     Type      |     Code      |          Checksum             |
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// |           Identifier          |        Sequence Number        |   echo, timestamp
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// |            unused             |         Next-Hop MTU          |   fragmentation needed (RFC 1191)
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// |                 Gateway Internet Address                      |   redirect
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// |    Pointer    |                   unused                      |   parameter problem
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// ```
public record Icmp(Packet packet, int offset) {
    public static final int LENGTH = 8;

    public static final int ECHO_REPLY = 0;
    public static final int DESTINATION_UNREACHABLE = 3;
    public static final int SOURCE_QUENCH = 4;
    public static final int REDIRECT = 5;
    public static final int ECHO = 8;
    public static final int ROUTER_ADVERTISEMENT = 9;
    public static final int ROUTER_SOLICITATION = 10;
    public static final int TIME_EXCEEDED = 11;
    public static final int PARAMETER_PROBLEM = 12;
    public static final int TIMESTAMP = 13;
    public static final int TIMESTAMP_REPLY = 14;
    public static final int ADDRESS_MASK = 17;
    public static final int ADDRESS_MASK_REPLY = 18;

    // Codes of DESTINATION_UNREACHABLE (RFC 792, RFC 1812 §5.2.7.1).
    public static final int NET_UNREACHABLE = 0;
    public static final int HOST_UNREACHABLE = 1;
    public static final int PROTOCOL_UNREACHABLE = 2;
    public static final int PORT_UNREACHABLE = 3;
    public static final int FRAGMENTATION_NEEDED = 4;
    public static final int SOURCE_ROUTE_FAILED = 5;
    public static final int NET_PROHIBITED = 9;
    public static final int HOST_PROHIBITED = 10;
    public static final int ADMINISTRATIVELY_PROHIBITED = 13;

    // Codes of TIME_EXCEEDED.
    public static final int TTL_EXCEEDED = 0;
    public static final int REASSEMBLY_TIME_EXCEEDED = 1;

    // Codes of REDIRECT.
    public static final int REDIRECT_NET = 0;
    public static final int REDIRECT_HOST = 1;

    private static final int TYPE = 0;
    private static final int CODE = 1;
    private static final int CHECKSUM = 2;
    private static final int REST = 4;

    public Icmp(Packet packet) {
        this(packet, packet.transportOffset());
    }

    public static boolean fits(Packet packet, int offset) {
        return packet.length() - offset >= LENGTH;
    }

    public int type() {
        return packet.u8(offset + TYPE);
    }

    public void type(int type) {
        packet.put8(offset + TYPE, type);
    }

    public int code() {
        return packet.u8(offset + CODE);
    }

    public void code(int code) {
        packet.put8(offset + CODE, code);
    }

    public int checksum() {
        return packet.u16(offset + CHECKSUM);
    }

    public void checksum(int checksum) {
        packet.put16(offset + CHECKSUM, checksum);
    }

    /// The four bytes whose meaning depends on the type.
    public int rest() {
        return packet.i32(offset + REST);
    }

    public void rest(int rest) {
        packet.put32(offset + REST, rest);
    }

    public int identifier() {
        return packet.u16(offset + REST);
    }

    public void identifier(int identifier) {
        packet.put16(offset + REST, identifier);
    }

    public int sequence() {
        return packet.u16(offset + REST + 2);
    }

    public void sequence(int sequence) {
        packet.put16(offset + REST + 2, sequence);
    }

    public int nextHopMtu() {
        return packet.u16(offset + REST + 2);
    }

    public int gateway() {
        return packet.i32(offset + REST);
    }

    public int pointer() {
        return packet.u8(offset + REST);
    }

    /// Does it report on a packet, whose header then follows (RFC 1122 §3.2.2)? About these no error is ever sent.
    public boolean isError() {
        return isError(type());
    }

    public static boolean isError(int type) {
        return switch (type) {
            case DESTINATION_UNREACHABLE, SOURCE_QUENCH, REDIRECT, TIME_EXCEEDED, PARAMETER_PROBLEM -> true;
            default -> false;
        };
    }

    /// Computes the checksum over the header and `length - 8` bytes behind it.
    public void writeChecksum(int length) {
        checksum(0);
        checksum(Checksum.of(packet, offset, length));
    }

    public boolean isChecksumRight(int length) {
        return Checksum.of(packet, offset, length) == 0;
    }
}
