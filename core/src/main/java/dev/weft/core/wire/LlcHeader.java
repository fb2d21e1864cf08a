package dev.weft.core.wire;

import dev.weft.core.packet.Packet;

/// The values of an [Llc] header.
public record LlcHeader(int dsap, int ssap, int control) {
    public static final LlcHeader STP = new LlcHeader(Llc.STP_SAP, Llc.STP_SAP, Llc.UNNUMBERED_INFORMATION);

    public static LlcHeader read(Packet packet, int offset) {
        Llc view = new Llc(packet, offset);
        return new LlcHeader(view.dsap(), view.ssap(), view.control());
    }

    public void write(Packet packet, int offset) {
        new Llc(packet, offset).write(dsap, ssap, control);
    }

    public int length() {
        return Llc.LENGTH;
    }
}
