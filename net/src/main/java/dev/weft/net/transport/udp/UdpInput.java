package dev.weft.net.transport.udp;

import dev.weft.core.graph.Drop;
import dev.weft.core.graph.DropReason;
import dev.weft.core.graph.Frame;
import dev.weft.core.graph.Node;
import dev.weft.core.graph.NodeType;
import dev.weft.core.graph.Sink;
import dev.weft.core.packet.Checksum;
import dev.weft.core.packet.ChecksumState;
import dev.weft.core.packet.Packet;
import dev.weft.core.wire.Icmp;
import dev.weft.core.wire.IpProtocol;
import dev.weft.core.wire.Ipv4;
import dev.weft.core.wire.Udp;
import dev.weft.net.ip.fib.RouteType;
import dev.weft.net.ip.icmp.IcmpErrors;
import dev.weft.net.ip.v4.Ip4Counter;
import dev.weft.net.ip.v4.Ip4Counters;
import dev.weft.net.ip.v4.Ip4Routing;

/// Gives datagrams to their sockets, and tells senders where none listens (kernel: `udp_rcv`, `__udp4_lib_rcv`; RFC
/// 1122
/// §4.1.3).
public final class UdpInput extends Node {
    public static final String NAME = "udp4-input";
    public static final NodeType TYPE =
            NodeType.of(NAME, UdpInput::new, "udp_rcv", "__udp4_lib_rcv", "udp_queue_rcv_skb");

    private final IcmpErrors icmp = new IcmpErrors(next(IcmpErrors.NODE));
    private final Sink delivered = sink("delivered to a socket");
    private final Drop noSocket = drop(DropReason.NO_SOCKET);
    private final Drop tooSmall = drop(DropReason.PKT_TOO_SMALL);
    private final Drop badChecksum = drop(DropReason.UDP_CSUM);

    @Override
    public void process(Frame frame) {
        for (int i = 0; i < frame.size(); i++) {
            Packet packet = frame.get(i);
            Ip4Counters counters = Ip4Counters.of(packet.rxDevice().namespace());
            Ipv4 ip = new Ipv4(packet, packet.networkOffset());
            Udp udp = new Udp(packet, 0);
            if (packet.length() < Udp.LENGTH || udp.length() < Udp.LENGTH || udp.length() > packet.length()) {
                counters.increment(Ip4Counter.UDP_IN_ERRORS);
                tooSmall.send(packet);
            } else if (packet.checksumState() == ChecksumState.NONE && !isChecksumRight(ip, udp)) {
                counters.increment(Ip4Counter.UDP_IN_CSUM_ERRORS);
                counters.increment(Ip4Counter.UDP_IN_ERRORS);
                badChecksum.send(packet);
            } else {
                packet.length(udp.length());
                deliver(packet, ip, udp, counters);
            }
        }
    }

    private static boolean isChecksumRight(Ipv4 ip, Udp udp) {
        return udp.isChecksumRight(Checksum.pseudoHeader(ip.source(), ip.destination(), IpProtocol.UDP, udp.length()));
    }

    private void deliver(Packet packet, Ipv4 ip, Udp udp, Ip4Counters counters) {
        UdpSockets sockets = UdpSockets.of(packet.rxDevice().namespace());
        int source = ip.source();
        int destination = ip.destination();
        RouteType type = Ip4Routing.way(packet).type();
        int header = -packet.networkOffset();
        int sourcePort = udp.sourcePort();
        int port = udp.destinationPort();
        packet.push(header); // sockets are shown the whole datagram
        boolean found;
        if (type == RouteType.BROADCAST || type == RouteType.MULTICAST) {
            found = sockets.deliverToAll(packet, source, sourcePort, destination, port);
        } else {
            UdpSocket socket = sockets.lookup(source, sourcePort, destination, port, Ip4Routing.inputDevice(packet));
            found = socket != null;
            if (socket != null) {
                socket.deliver(packet);
            }
        }
        packet.transportOffset(header);
        if (found) {
            counters.increment(Ip4Counter.UDP_IN_DATAGRAMS);
            delivered.send(packet);
        } else {
            counters.increment(type == RouteType.LOCAL ? Ip4Counter.UDP_NO_PORTS : Ip4Counter.UDP_IGNORED_MULTI);
            icmp.report(packet, Icmp.DESTINATION_UNREACHABLE, Icmp.PORT_UNREACHABLE, 0);
            noSocket.send(packet);
        }
    }
}
