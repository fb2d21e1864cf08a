package dev.weft.core.wire;

import dev.weft.core.packet.Packet;

/// The values of a [Udp] header.
///
/// @param datagramLength bytes of header and payload
/// @param checksum       as it stands on the wire
public record UdpHeader(int sourcePort, int destinationPort, int datagramLength, int checksum) {
    public static UdpHeader of(int sourcePort, int destinationPort, int payloadLength) {
        return new UdpHeader(sourcePort, destinationPort, Udp.LENGTH + payloadLength, 0);
    }

    public static UdpHeader read(Packet packet, int offset) {
        Udp view = new Udp(packet, offset);
        return new UdpHeader(view.sourcePort(), view.destinationPort(), view.length(), view.checksum());
    }

    public void write(Packet packet, int offset) {
        Udp view = new Udp(packet, offset);
        view.sourcePort(sourcePort);
        view.destinationPort(destinationPort);
        view.length(datagramLength);
        view.checksum(checksum);
    }

    public int length() {
        return Udp.LENGTH;
    }
}
