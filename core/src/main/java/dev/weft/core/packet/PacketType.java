package dev.weft.core.packet;

/// To whom a frame is addressed, as the receiving device saw it (packet(7)).
public enum PacketType {
    HOST,
    BROADCAST,
    MULTICAST,
    OTHERHOST,
    OUTGOING
}
