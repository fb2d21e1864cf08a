package dev.weft.core.wire;

import dev.weft.core.packet.Packet;

/// The values of an [Ethernet] header.
public record EthernetHeader(MacAddress destination, MacAddress source, int etherType) {
    public static EthernetHeader read(Packet packet, int offset) {
        Ethernet view = new Ethernet(packet, offset);
        return new EthernetHeader(new MacAddress(view.destination()), new MacAddress(view.source()), view.etherType());
    }

    public void write(Packet packet, int offset) {
        Ethernet view = new Ethernet(packet, offset);
        view.destination(destination.bits());
        view.source(source.bits());
        view.etherType(etherType);
    }

    public int length() {
        return Ethernet.LENGTH;
    }
}
