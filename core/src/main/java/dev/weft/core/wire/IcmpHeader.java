package dev.weft.core.wire;

import dev.weft.core.packet.Packet;

/// The values of an [Icmp] or [Icmp6] header.
///
/// @param checksum as it stands on the wire
/// @param rest     the four bytes whose meaning depends on the type
public record IcmpHeader(int type, int code, int checksum, int rest) {
    public static IcmpHeader echo(int identifier, int sequence) {
        return new IcmpHeader(Icmp.ECHO, 0, 0, identifier << 16 | sequence);
    }

    public static IcmpHeader read(Packet packet, int offset) {
        Icmp view = new Icmp(packet, offset);
        return new IcmpHeader(view.type(), view.code(), view.checksum(), view.rest());
    }

    public void write(Packet packet, int offset) {
        Icmp view = new Icmp(packet, offset);
        view.type(type);
        view.code(code);
        view.checksum(checksum);
        view.rest(rest);
    }

    public int identifier() {
        return rest >>> 16;
    }

    public int sequence() {
        return rest & 0xffff;
    }

    public int length() {
        return Icmp.LENGTH;
    }
}
