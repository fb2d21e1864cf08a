package dev.weft.net.netfilter.nat;

import dev.weft.core.packet.Packet;
import dev.weft.core.wire.Ip4Address;

/// Trace line: what the packet's ends have become.
public record Translated(String end, String source, String destination) {
    static Translated of(Manip manip, Packet packet) {
        return new Translated(
                manip == Manip.SOURCE ? "source" : "destination",
                Ip4Address.toString(packet.i32(12)),
                Ip4Address.toString(packet.i32(16)));
    }

    @Override
    public String toString() {
        return "nat: the " + end + " is translated: " + source + " > " + destination;
    }
}
