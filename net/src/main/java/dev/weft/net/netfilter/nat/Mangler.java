package dev.weft.net.netfilter.nat;

import dev.weft.core.packet.Checksum;
import dev.weft.core.packet.ChecksumState;
import dev.weft.core.packet.Packet;
import dev.weft.core.wire.Icmp;
import dev.weft.core.wire.IpProtocol;
import dev.weft.core.wire.Ipv4;
import dev.weft.net.netfilter.conntrack.Tuples;

/// Writes addresses and ports into packets and keeps their checksums right, by what has changed (kernel:
/// nf_nat_proto.c).
final class Mangler {
    private static final int SOURCE = 12;
    private static final int DESTINATION = 16;
    private static final int IP_CHECKSUM = 10;

    private Mangler() {}

    /// Gives one end of the packet whose IPv4 header is at `ip` the address and port of that end in a tuple
    /// (kernel: `nf_nat_ipv4_manip_pkt`).
    static void mangle(Packet packet, int ip, long addresses, long key, Manip manip) {
        int field = ip + (manip == Manip.SOURCE ? SOURCE : DESTINATION);
        int before = packet.i32(field);
        int after = manip == Manip.SOURCE ? Tuples.source(addresses) : Tuples.destination(addresses);
        int transport = ip + (packet.u8(ip) & 0xf) * 4;
        if ((packet.u16(ip + 6) & Ipv4.OFFSET_MASK) == 0) {
            transport(packet, transport, packet.u8(ip + 9), before, after, key, manip);
        }
        packet.put32(field, after);
        packet.put16(ip + IP_CHECKSUM, Checksum.update32(packet.u16(ip + IP_CHECKSUM), before, after));
    }

    private static void transport(Packet packet, int at, int protocol, int before, int after, long key, Manip manip) {
        int left = packet.length() - at;
        if (left < 8) {
            return;
        }
        switch (protocol) {
            case IpProtocol.TCP -> {
                int port = port(packet, at, key, manip);
                if (left >= 20) {
                    checksum(packet, at + 16, before, after, port, portOf(key, manip));
                }
            }
            case IpProtocol.UDP -> {
                int port = port(packet, at, key, manip);
                int sum = packet.u16(at + 6);
                if (sum != 0 || packet.checksumState() == ChecksumState.PARTIAL) {
                    checksum(packet, at + 6, before, after, port, portOf(key, manip));
                    if (packet.u16(at + 6) == 0) {
                        packet.put16(at + 6, 0xffff);
                    }
                }
            }
            case IpProtocol.UDP_LITE -> {
                int port = port(packet, at, key, manip);
                checksum(packet, at + 6, before, after, port, portOf(key, manip));
            }
            case IpProtocol.ICMP -> icmp(packet, at, key);
            default -> {
                // only the address changes
            }
        }
    }

    private static int portOf(long key, Manip manip) {
        return manip == Manip.SOURCE ? Tuples.sourcePort(key) : Tuples.destinationPort(key);
    }

    /// @return the port that was there
    private static int port(Packet packet, int at, long key, Manip manip) {
        int field = at + (manip == Manip.SOURCE ? 0 : 2);
        int before = packet.u16(field);
        packet.put16(field, portOf(key, manip));
        return before;
    }

    private static void checksum(Packet packet, int field, int before, int after, int oldPort, int newPort) {
        int sum = packet.u16(field);
        if (packet.checksumState() == ChecksumState.PARTIAL) {
            // it holds the sum of the pseudo header, not complemented; the ports are still to be added
            packet.put16(field, Checksum.complement(Checksum.update32(Checksum.complement(sum), before, after)));
            return;
        }
        packet.put16(field, Checksum.update16(Checksum.update32(sum, before, after), oldPort, newPort));
    }

    /// Only queries have an identifier.
    private static void icmp(Packet packet, int at, long key) {
        int type = packet.u8(at);
        boolean query = type == Icmp.ECHO || type == Icmp.ECHO_REPLY || type >= Icmp.TIMESTAMP && type <= 18;
        if (query) {
            int before = packet.u16(at + 4);
            int after = Tuples.sourcePort(key);
            packet.put16(at + 4, after);
            packet.put16(at + 2, Checksum.update16(packet.u16(at + 2), before, after));
        }
    }
}
