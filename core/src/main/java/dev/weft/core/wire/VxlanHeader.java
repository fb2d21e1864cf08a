package dev.weft.core.wire;

import dev.weft.core.packet.Packet;

/// The values of a [Vxlan] header.
public record VxlanHeader(int flags, int vni) {
    public static VxlanHeader of(int vni) {
        return new VxlanHeader(Vxlan.HAS_VNI, vni);
    }

    public static VxlanHeader read(Packet packet, int offset) {
        Vxlan view = new Vxlan(packet, offset);
        return new VxlanHeader(view.flags(), view.vni());
    }

    public void write(Packet packet, int offset) {
        Vxlan view = new Vxlan(packet, offset);
        view.flags(flags);
        view.vni(vni);
    }

    public int length() {
        return Vxlan.LENGTH;
    }
}
