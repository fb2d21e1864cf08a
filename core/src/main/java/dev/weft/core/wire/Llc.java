package dev.weft.core.wire;

import dev.weft.core.packet.Packet;

/// View of an LLC header of the unnumbered kind (IEEE 802.2 §3.2), which stands where an EtherType would name a
/// length.
///
/// ```text
/// +--------+--------+---------+
/// |  DSAP  |  SSAP  | Control |
/// +--------+--------+---------+
/// ```
public record Llc(Packet packet, int offset) {
    public static final int LENGTH = 3;

    /// The bridge group's service access point, at which BPDUs arrive.
    public static final int STP_SAP = 0x42;

    /// SNAP: an organization code and an EtherType follow.
    public static final int SNAP_SAP = 0xaa;

    public static final int UNNUMBERED_INFORMATION = 0x03;

    public static boolean fits(Packet packet, int offset) {
        return packet.length() - offset >= LENGTH;
    }

    public int dsap() {
        return packet.u8(offset);
    }

    public int ssap() {
        return packet.u8(offset + 1);
    }

    public int control() {
        return packet.u8(offset + 2);
    }

    public void write(int dsap, int ssap, int control) {
        packet.put8(offset, dsap);
        packet.put8(offset + 1, ssap);
        packet.put8(offset + 2, control);
    }

    /// Does a BPDU of IEEE 802.1D follow?
    public boolean isStp() {
        return dsap() == STP_SAP && ssap() == STP_SAP && control() == UNNUMBERED_INFORMATION;
    }
}
