package dev.weft.core.wire;

import dev.weft.core.packet.Checksum;
import dev.weft.core.packet.Packet;

/// View of an ICMPv6 header (RFC 4443 §2.1) and of the neighbour discovery messages that begin with it (RFC 4861 §4).
///
/// ```text
///  0                   1                   2                   3
///  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// |     Type      |     Code      |          Checksum             |
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// |           Identifier          |        Sequence Number        |   echo
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// |                             MTU                               |   packet too big
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// |R|S|O|                     Reserved                            |   neighbour advertisement
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// |                                                               |
/// +                       Target Address                          +   neighbour solicitation, advertisement,
/// redirect
/// |                         (128 bits)                            |
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// |   Options ...
/// +-+-+-+-+-+-+-+-+-+-+-+-
/// ```
public record Icmp6(Packet packet, int offset) {
    public static final int LENGTH = 8;

    /// Bytes of a neighbour solicitation or advertisement without options.
    public static final int NEIGHBOR_LENGTH = 24;

    public static final int DESTINATION_UNREACHABLE = 1;
    public static final int PACKET_TOO_BIG = 2;
    public static final int TIME_EXCEEDED = 3;
    public static final int PARAMETER_PROBLEM = 4;
    public static final int ECHO_REQUEST = 128;
    public static final int ECHO_REPLY = 129;
    public static final int ROUTER_SOLICITATION = 133;
    public static final int ROUTER_ADVERTISEMENT = 134;
    public static final int NEIGHBOR_SOLICITATION = 135;
    public static final int NEIGHBOR_ADVERTISEMENT = 136;
    public static final int REDIRECT = 137;
    public static final int MLD2_REPORT = 143;

    // Codes of DESTINATION_UNREACHABLE.
    public static final int NO_ROUTE = 0;
    public static final int ADMINISTRATIVELY_PROHIBITED = 1;
    public static final int ADDRESS_UNREACHABLE = 3;
    public static final int PORT_UNREACHABLE = 4;

    // Flags of a neighbour advertisement, in [#rest].
    public static final int ROUTER = 1 << 31;
    public static final int SOLICITED = 1 << 30;
    public static final int OVERRIDE = 1 << 29;

    // Types of options.
    public static final int SOURCE_LINK_ADDRESS = 1;
    public static final int TARGET_LINK_ADDRESS = 2;

    private static final int TYPE = 0;
    private static final int CODE = 1;
    private static final int CHECKSUM = 2;
    private static final int REST = 4;
    private static final int TARGET = 8;

    public Icmp6(Packet packet) {
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

    public int sequence() {
        return packet.u16(offset + REST + 2);
    }

    /// Types below 128 are errors (RFC 4443 §2.1).
    public boolean isError() {
        return type() < 128;
    }

    public long targetHigh() {
        return packet.i64(offset + TARGET);
    }

    public long targetLow() {
        return packet.i64(offset + TARGET + 8);
    }

    public void target(long high, long low) {
        packet.put64(offset + TARGET, high);
        packet.put64(offset + TARGET + 8, low);
    }

    /// Where an option of this type begins in a neighbour message of `length` bytes; -1 when it is not there or a
    /// broken one stands before it (RFC 4861 §4.6).
    public int findOption(int type, int length) {
        int end = offset + length;
        int at = offset + NEIGHBOR_LENGTH;
        while (end - at >= 8) {
            int bytes = packet.u8(at + 1) * 8;
            if (bytes == 0 || at + bytes > end) {
                return -1;
            }
            if (packet.u8(at) == type) {
                return at;
            }
            at += bytes;
        }
        return -1;
    }

    /// Computes the checksum over `length` bytes and the pseudo header of the IPv6 header that carries them.
    public void writeChecksum(Ipv6 ip, int length) {
        checksum(0);
        checksum(Checksum.complement(sum(ip, length)));
    }

    public boolean isChecksumRight(Ipv6 ip, int length) {
        return sum(ip, length) == 0xffff;
    }

    private int sum(Ipv6 ip, int length) {
        int pseudo = Checksum.pseudoHeader6(
                ip.sourceHigh(), ip.sourceLow(), ip.destinationHigh(), ip.destinationLow(), IpProtocol.ICMP6, length);
        return Checksum.add(pseudo, Checksum.sum(packet, offset, length));
    }
}
