package dev.weft.core.wire;

import dev.weft.core.packet.Packet;

/// The values of an [Ipv6] header.
public record Ipv6Header(
        int trafficClass,
        int flowLabel,
        int payloadLength,
        int nextHeader,
        int hopLimit,
        Ip6Address source,
        Ip6Address destination) {

    public static Ipv6Header read(Packet packet, int offset) {
        Ipv6 view = new Ipv6(packet, offset);
        return new Ipv6Header(
                view.trafficClass(),
                view.flowLabel(),
                view.payloadLength(),
                view.nextHeader(),
                view.hopLimit(),
                new Ip6Address(view.sourceHigh(), view.sourceLow()),
                new Ip6Address(view.destinationHigh(), view.destinationLow()));
    }

    public void write(Packet packet, int offset) {
        Ipv6 view = new Ipv6(packet, offset);
        view.classAndFlow(trafficClass, flowLabel);
        view.payloadLength(payloadLength);
        view.nextHeader(nextHeader);
        view.hopLimit(hopLimit);
        view.source(source.high(), source.low());
        view.destination(destination.high(), destination.low());
    }

    public int length() {
        return Ipv6.LENGTH;
    }
}
