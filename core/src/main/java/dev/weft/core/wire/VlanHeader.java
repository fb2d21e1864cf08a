package dev.weft.core.wire;

import dev.weft.core.packet.Packet;

/// The values of a [Vlan] tag.
public record VlanHeader(int priority, boolean dropEligible, int id, int etherType) {
    public static VlanHeader read(Packet packet, int offset) {
        Vlan view = new Vlan(packet, offset);
        return new VlanHeader(view.priority(), view.isDropEligible(), view.id(), view.etherType());
    }

    public void write(Packet packet, int offset) {
        Vlan view = new Vlan(packet, offset);
        view.control(priority << 13 | (dropEligible ? 0x1000 : 0) | id);
        view.etherType(etherType);
    }

    public int length() {
        return Vlan.LENGTH;
    }
}
