package dev.weft.net.netfilter.target;

import dev.weft.core.packet.Packet;
import dev.weft.core.wire.Ipv4;

/// The eight bits of an IP header that say how a packet is to be treated: type of service, traffic class.
public final class TrafficClass {
    private TrafficClass() {}

    /// Kernel: `ipv4_get_dsfield`, `ipv6_get_dsfield`.
    public static int of(Packet packet, boolean isIp6) {
        return isIp6 ? packet.u16(0) >>> 4 & 0xff : packet.u8(1);
    }

    /// Sets all of it; the checksum of IPv4 follows (kernel: `ipv4_change_dsfield`, `ipv6_change_dsfield`).
    public static void set(Packet packet, boolean isIp6, int value) {
        if (isIp6) {
            packet.put16(0, packet.u16(0) & 0xf00f | value << 4);
        } else {
            new Ipv4(packet, 0).changeTos(value);
        }
    }
}
