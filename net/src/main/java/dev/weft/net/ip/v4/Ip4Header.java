package dev.weft.net.ip.v4;

import dev.weft.core.packet.Packet;
import dev.weft.core.wire.EtherType;
import dev.weft.core.wire.Ipv4;

/// Puts IPv4 headers in front of what this host sends (kernel: `__ip_make_skb`).
public final class Ip4Header {
    private Ip4Header() {}

    /// Puts a header in front; its options, if there are any, are in their place already. Length and checksum follow in
    /// [Ip4LocalOutput].
    ///
    /// @param optionBytes how many bytes of options the data begin with
    /// @param dontFragment is the datagram never to be cut? Then it needs no identification
    public static void push(
            Packet packet,
            int optionBytes,
            int source,
            int destination,
            int protocol,
            int tos,
            int ttl,
            boolean dontFragment) {
        packet.push(Ipv4.LENGTH);
        packet.networkOffset(0);
        packet.transportOffset(Ipv4.LENGTH + optionBytes);
        packet.protocol(EtherType.IPV4);
        Ipv4 ip = new Ipv4(packet, 0);
        ip.headerLength(Ipv4.LENGTH + optionBytes);
        ip.tos(tos);
        ip.identification(0);
        ip.fragmentWord(dontFragment ? Ipv4.DONT_FRAGMENT : 0);
        ip.ttl(ttl);
        ip.protocol(protocol);
        ip.source(source);
        ip.destination(destination);
        if (!dontFragment) {
            identify(packet);
        }
    }

    /// Gives the datagram an identification, as one must have that may be cut at home or on its way (kernel:
    /// `__ip_select_ident`).
    public static void identify(Packet packet) {
        Ipv4 ip = new Ipv4(packet, 0);
        ip.identification(
                Ip4Identification.of(packet.txDevice().namespace()).next(ip.source(), ip.destination(), ip.protocol()));
    }
}
