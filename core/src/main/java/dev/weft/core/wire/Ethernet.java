package dev.weft.core.wire;

import dev.weft.core.packet.Packet;

/// View of an Ethernet II header (IEEE 802.3 §3).
///
/// ```text
///  0                   1                   2                   3
///  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// |                      Destination Address                      |
/// +                               +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// |                               |                               |
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+                               +
/// |                        Source Address                         |
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// |        Type or Length         |
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// ```
public record Ethernet(Packet packet, int offset) {
    public static final int LENGTH = 14;
    private static final int DESTINATION = 0;
    private static final int SOURCE = 6;
    private static final int TYPE = 12;

    public Ethernet(Packet packet) {
        this(packet, packet.macOffset());
    }

    public static boolean fits(Packet packet, int offset) {
        return packet.length() - offset >= LENGTH;
    }

    public long destination() {
        return packet.u48(offset + DESTINATION);
    }

    public void destination(long address) {
        packet.put48(offset + DESTINATION, address);
    }

    public long source() {
        return packet.u48(offset + SOURCE);
    }

    public void source(long address) {
        packet.put48(offset + SOURCE, address);
    }

    /// An [EtherType], or below [EtherType#MIN] the length of an LLC frame.
    public int etherType() {
        return packet.u16(offset + TYPE);
    }

    public void etherType(int etherType) {
        packet.put16(offset + TYPE, etherType);
    }

    public void swapAddresses() {
        long source = source();
        source(destination());
        destination(source);
    }
}
