package dev.weft.core.wire;

import dev.weft.core.packet.Packet;

/// View of a VLAN tag as it follows its EtherType (IEEE 802.1Q §9.6): the control information, then the type of what
/// it tags.
///
/// ```text
///  0                   1                   2                   3
///  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// | PCP |D|        VLAN ID        |             Type              |
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// ```
public record Vlan(Packet packet, int offset) {
    public static final int LENGTH = 4;
    private static final int CONTROL = 0;
    private static final int TYPE = 2;

    public static boolean fits(Packet packet, int offset) {
        return packet.length() - offset >= LENGTH;
    }

    /// Priority, drop eligibility and id together (kernel: `h_vlan_TCI`).
    public int control() {
        return packet.u16(offset + CONTROL);
    }

    public void control(int control) {
        packet.put16(offset + CONTROL, control);
    }

    public int priority() {
        return control() >>> 13;
    }

    public boolean isDropEligible() {
        return (control() & 0x1000) != 0;
    }

    public int id() {
        return control() & 0xfff;
    }

    public int etherType() {
        return packet.u16(offset + TYPE);
    }

    public void etherType(int etherType) {
        packet.put16(offset + TYPE, etherType);
    }
}
