package dev.weft.net.netfilter.target.hmark;

import dev.weft.core.packet.Packet;
import dev.weft.core.wire.Icmp;
import dev.weft.core.wire.IpProtocol;
import dev.weft.core.wire.Ipv4;
import dev.weft.net.netfilter.conntrack.Connections;
import dev.weft.net.netfilter.conntrack.Conntrack;
import dev.weft.net.netfilter.conntrack.Tuples;
import dev.weft.net.netfilter.table.HookState;

/// What of a packet's flow goes into the hash (kernel: `struct hmark_tuple`); filled anew for each packet.
final class HmarkFlow {
    int source;
    int destination;

    /// The greater one in the upper half.
    int ports;

    int protocol;

    /// The two ends of a connection, before translation (kernel: `hmark_ct_set_htuple`).
    ///
    /// @return false when the packet belongs to none
    boolean ofConnection(Packet packet, HookState state, HmarkOptions options) {
        Conntrack conntrack = Conntrack.of(state.namespace());
        int slot = conntrack.connection(packet);
        if (slot == 0) {
            return false;
        }
        Connections connections = conntrack.connections();
        long key = connections.key(2 * slot);
        source = Tuples.source(connections.addresses(2 * slot)) & options.sourceMask();
        destination = Tuples.source(connections.addresses(2 * slot + 1)) & options.destinationMask();
        protocol = Tuples.protocol(key);
        ports = 0;
        if (protocol != IpProtocol.ICMP) {
            ports(Tuples.sourcePort(key) << 16 | Tuples.sourcePort(connections.key(2 * slot + 1)), options);
        }
        return true;
    }

    /// An ICMP error counts as the packet that it is about (kernel: `hmark_pkt_set_htuple_ipv4`).
    boolean ofPacket(Packet packet, HmarkOptions options) {
        Ipv4 ip = new Ipv4(packet, 0);
        if (ip.protocol() == IpProtocol.ICMP) {
            int inner = ip.headerLength() + Icmp.LENGTH;
            if (packet.length() >= inner && new Icmp(packet, ip.headerLength()).isError()) {
                if (packet.length() - inner < Ipv4.LENGTH) {
                    return false;
                }
                ip = new Ipv4(packet, inner);
            }
        }
        source = ip.source() & options.sourceMask();
        destination = ip.destination() & options.destinationMask();
        protocol = ip.protocol();
        ports = 0;
        int at = ip.payloadOffset() + (protocol == IpProtocol.AH ? 4 : 0);
        if (hasPorts(protocol) && !ip.isFragment() && packet.length() - at >= 4) {
            ports(packet.i32(at), options);
        }
        return true;
    }

    /// Kernel: `proto_ports_offset`; the SPI of IPsec counts as ports.
    private static boolean hasPorts(int protocol) {
        return switch (protocol) {
            case IpProtocol.TCP,
                    IpProtocol.UDP,
                    IpProtocol.UDP_LITE,
                    IpProtocol.DCCP,
                    IpProtocol.SCTP,
                    IpProtocol.ESP,
                    IpProtocol.AH -> true;
            default -> false;
        };
    }

    private void ports(int sourceAndDestination, HmarkOptions options) {
        int word = sourceAndDestination & options.portMask() | options.portSet();
        int first = word >>> 16;
        int second = word & 0xffff;
        ports = second > first ? second << 16 | first : word;
    }
}
