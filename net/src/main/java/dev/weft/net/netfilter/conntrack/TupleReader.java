package dev.weft.net.netfilter.conntrack;

import dev.weft.core.packet.Packet;
import dev.weft.core.wire.IpProtocol;
import dev.weft.core.wire.Ipv4;

/// Reads the tuple of an IPv4 packet, or of the one that an ICMP error quotes (kernel: `nf_ct_get_tuplepr`).
final class TupleReader {
    long addresses;
    long key;

    /// Where the transport header begins.
    int transport;

    int protocol;

    /// @param at where the IPv4 header begins
    /// @return false when there is no tuple to be had: the headers are cut off, or it is a later fragment
    boolean read(Packet packet, int at) {
        int room = packet.length() - at;
        if (room < Ipv4.LENGTH) {
            return false;
        }
        int headerLength = (packet.u8(at) & 0xf) * 4;
        if ((packet.u16(at + 6) & Ipv4.OFFSET_MASK) != 0 || headerLength < Ipv4.LENGTH || headerLength > room) {
            return false;
        }
        transport = at + headerLength;
        protocol = packet.u8(at + 9);
        addresses = packet.i64(at + 12);
        int left = room - headerLength;
        switch (protocol) {
            case IpProtocol.TCP, IpProtocol.UDP, IpProtocol.UDP_LITE, IpProtocol.SCTP, IpProtocol.DCCP -> {
                if (left < 8) {
                    return false;
                }
                key = (long) packet.i32(transport) << 32 | protocol << 8 | Tuples.IPV4;
            }
            case IpProtocol.ICMP -> {
                if (left < 8) {
                    return false;
                }
                key = Tuples.key(packet.u16(transport + 4), packet.u16(transport), protocol, Tuples.IPV4);
            }
            default -> key = Tuples.key(0, 0, protocol, Tuples.IPV4);
        }
        return true;
    }
}
