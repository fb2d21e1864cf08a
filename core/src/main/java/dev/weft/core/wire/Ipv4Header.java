package dev.weft.core.wire;

import dev.weft.core.packet.Packet;
import java.util.List;

/// The values of an [Ipv4] header.
///
/// @param totalLength    bytes of header and payload
/// @param reserved       the unused first flag, which must be zero (and is evil in RFC 3514)
/// @param fragmentOffset in bytes
/// @param checksum       as it stands; [#write] computes a right one where this is 0
public record Ipv4Header(
        int tos,
        int totalLength,
        int identification,
        boolean reserved,
        boolean dontFragment,
        boolean moreFragments,
        int fragmentOffset,
        int ttl,
        int protocol,
        int checksum,
        Ip4Address source,
        Ip4Address destination,
        List<Ipv4Option> options) {

    public Ipv4Header {
        options = List.copyOf(options);
    }

    /// A whole datagram without options.
    public static Ipv4Header of(int protocol, int ttl, Ip4Address source, Ip4Address destination, int payloadLength) {
        return new Ipv4Header(
                0,
                Ipv4.LENGTH + payloadLength,
                0,
                false,
                false,
                false,
                0,
                ttl,
                protocol,
                0,
                source,
                destination,
                List.of());
    }

    public static Ipv4Header read(Packet packet, int offset) {
        Ipv4 view = new Ipv4(packet, offset);
        return new Ipv4Header(
                view.tos(),
                view.totalLength(),
                view.identification(),
                (view.fragmentWord() & 0x8000) != 0,
                view.dontFragment(),
                view.moreFragments(),
                view.fragmentOffset(),
                view.ttl(),
                view.protocol(),
                view.checksum(),
                new Ip4Address(view.source()),
                new Ip4Address(view.destination()),
                Ipv4Option.readAll(packet, offset + Ipv4.LENGTH, offset + view.headerLength()));
    }

    public void write(Packet packet, int offset) {
        Ipv4 view = new Ipv4(packet, offset);
        view.headerLength(length());
        view.tos(tos);
        view.totalLength(totalLength);
        view.identification(identification);
        view.fragmentWord((reserved ? 0x8000 : 0)
                | (dontFragment ? Ipv4.DONT_FRAGMENT : 0)
                | (moreFragments ? Ipv4.MORE_FRAGMENTS : 0)
                | fragmentOffset / 8);
        view.ttl(ttl);
        view.protocol(protocol);
        view.source(source.bits());
        view.destination(destination.bits());
        Ipv4Option.writeAll(options, packet, offset + Ipv4.LENGTH);
        if (checksum == 0) {
            view.writeChecksum();
        } else {
            view.checksum(checksum);
        }
    }

    public int length() {
        return Ipv4.LENGTH + Ipv4Option.lengthOfAll(options);
    }
}
