package dev.weft.core.wire;

import dev.weft.core.packet.Packet;

/// What stands behind the extension headers of an IPv6 packet (RFC 8200 §4; kernel: `ipv6_skip_exthdr`).
///
/// ```text
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// |  Next Header  |  Hdr Ext Len  |                               |
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+          Data                 .
/// ```
///
/// @param protocol       the first protocol that is no extension header; -1 when the packet ends before it
/// @param offset         where it begins, or where the walk came to an end
/// @param fragmentOffset where the [Ipv6Fragment] header begins; -1 without one
public record Ipv6Payload(int protocol, int offset, int fragmentOffset) {
    /// More extension headers than this are nobody's friend.
    private static final int MAX_HEADERS = 16;

    public static Ipv6Payload of(Packet packet, int ipv6Offset) {
        return of(packet, new Ipv6(packet, ipv6Offset).nextHeader(), ipv6Offset + Ipv6.LENGTH);
    }

    /// Walks from the header that `nextHeader` names. A later fragment's payload is not a header: the walk stops
    /// there.
    public static Ipv6Payload of(Packet packet, int nextHeader, int from) {
        int fragment = -1;
        int protocol = nextHeader;
        int at = from;
        boolean later = false;
        for (int i = 0; i < MAX_HEADERS && isExtension(protocol) && !later; i++) {
            if (packet.length() - at < 8) {
                return new Ipv6Payload(-1, at, fragment);
            }
            int length = length(packet, protocol, at);
            if (protocol == IpProtocol.FRAGMENT) {
                fragment = at;
                later = new Ipv6Fragment(packet, at).fragmentOffset() > 0;
            }
            protocol = packet.u8(at);
            at += length;
        }
        boolean whole = at <= packet.length() && (later || !isExtension(protocol));
        return new Ipv6Payload(whole ? protocol : -1, at, fragment);
    }

    /// Is it of the kind that names what follows, and tells how long it is?
    public static boolean isExtension(int protocol) {
        return switch (protocol) {
            case IpProtocol.HOP_BY_HOP,
                    IpProtocol.ROUTING,
                    IpProtocol.FRAGMENT,
                    IpProtocol.AH,
                    IpProtocol.DESTINATION_OPTIONS -> true;
            default -> false;
        };
    }

    private static int length(Packet packet, int protocol, int at) {
        return switch (protocol) {
            case IpProtocol.FRAGMENT -> Ipv6Fragment.LENGTH;
            case IpProtocol.AH -> (packet.u8(at + 1) + 2) * 4;
            default -> (packet.u8(at + 1) + 1) * 8;
        };
    }
}
