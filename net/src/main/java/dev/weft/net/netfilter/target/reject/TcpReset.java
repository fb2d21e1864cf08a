package dev.weft.net.netfilter.target.reject;

import dev.weft.core.packet.Checksum;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.packet.Packet;
import dev.weft.core.wire.IpProtocol;
import dev.weft.core.wire.Ipv4;
import dev.weft.core.wire.Tcp;
import dev.weft.net.ip.fib.Nexthop;
import dev.weft.net.ip.fib.RouteType;
import dev.weft.net.ip.v4.Ip4Config;
import dev.weft.net.ip.v4.Ip4Global;
import dev.weft.net.ip.v4.Ip4Header;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.Reroute;

/// Answers a TCP segment by a reset (kernel: `nf_send_reset`; RFC 9293 §3.10.7.1).
final class TcpReset {
    private final Reroute route = new Reroute();

    /// Sends it; nothing in answer to a fragment, to a reset, to what went to many, or to a segment that is damaged.
    /// The
    /// packet stays the caller's.
    void send(Packet packet, HookState state) {
        int offset = state.transportOffset();
        if (state.fragmentOffset() != 0 || !Tcp.fits(packet, offset) || !isAnswerable(packet, offset)) {
            return;
        }
        Packet answer = state.services().allocate(Tcp.LENGTH);
        if (answer == null) {
            return;
        }
        Ipv4 ip = new Ipv4(packet, 0);
        Tcp tcp = new Tcp(packet, offset);
        answer.length(Tcp.LENGTH);
        fill(new Tcp(answer, 0), tcp, packet.length() - offset - tcp.headerLength());
        new Tcp(answer, 0)
                .writeChecksum(
                        Checksum.pseudoHeader(ip.destination(), ip.source(), IpProtocol.TCP, Tcp.LENGTH), Tcp.LENGTH);
        NetNamespace namespace = state.namespace();
        if (Ip4Config.of(namespace).is(Ip4Global.FWMARK_REFLECT)) {
            answer.mark(packet.mark());
        }
        answer.txDevice(state.in() != null ? state.in() : state.out());
        Ip4Header.push(answer, 0, ip.destination(), ip.source(), IpProtocol.TCP, 0, ttl(namespace), true);
        answer.causedBy(packet, "TCP reset");
        if (route.apply(answer)) {
            state.services().sendLocal(answer);
        } else {
            state.services().drop(answer);
        }
    }

    private static boolean isAnswerable(Packet packet, int offset) {
        Tcp tcp = new Tcp(packet, offset);
        if (tcp.has(Tcp.RST) || packet.destination() instanceof Nexthop way && isToMany(way)) {
            return false;
        }
        Ipv4 ip = new Ipv4(packet, 0);
        int length = packet.length() - offset;
        return switch (packet.checksumState()) {
            case PARTIAL, UNNECESSARY -> true;
            default ->
                tcp.isChecksumRight(
                        Checksum.pseudoHeader(ip.source(), ip.destination(), IpProtocol.TCP, length), length);
        };
    }

    private static boolean isToMany(Nexthop way) {
        return way.type() == RouteType.BROADCAST || way.type() == RouteType.MULTICAST;
    }

    private static int ttl(NetNamespace namespace) {
        return Ip4Config.of(namespace).get(Ip4Global.IP_DEFAULT_TTL);
    }

    private static void fill(Tcp answer, Tcp tcp, int dataBytes) {
        answer.sourcePort(tcp.destinationPort());
        answer.destinationPort(tcp.sourcePort());
        answer.headerLength(Tcp.LENGTH, 0);
        answer.window(0);
        answer.urgentPointer(0);
        if (tcp.has(Tcp.ACK)) {
            answer.sequence(tcp.acknowledgment());
            answer.acknowledgment(0);
            answer.flags(Tcp.RST);
        } else {
            int syn = tcp.has(Tcp.SYN) ? 1 : 0;
            int fin = tcp.has(Tcp.FIN) ? 1 : 0;
            answer.sequence(0);
            answer.acknowledgment(tcp.sequence() + syn + fin + dataBytes);
            answer.flags(Tcp.RST | Tcp.ACK);
        }
    }
}
