package dev.weft.net.ip.icmp;

import dev.weft.core.graph.Next;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.packet.Packet;
import dev.weft.core.packet.PacketType;
import dev.weft.core.wire.Icmp;
import dev.weft.core.wire.IpProtocol;
import dev.weft.core.wire.Ipv4;
import dev.weft.net.ip.fib.Nexthop;
import dev.weft.net.ip.fib.RouteScope;
import dev.weft.net.ip.fib.RouteType;
import dev.weft.net.ip.v4.Ip4Config;
import dev.weft.net.ip.v4.Ip4Counter;
import dev.weft.net.ip.v4.Ip4Counters;
import dev.weft.net.ip.v4.Ip4Global;
import dev.weft.net.ip.v4.Ip4Options;
import dev.weft.net.ip.v4.TypeOfService;
import dev.weft.net.ip.v4.address.SourceAddress;
import dev.weft.net.namespace.Network;

/// How a node reports an error to the sender of a packet, before it drops it (kernel: `__icmp_send`; RFC 1122
/// §3.2.2, RFC 1812 §4.3.2).
public final class IcmpErrors {
    /// The node at which the message begins its way: to be given as the arc.
    public static final String NODE = IcmpSend.NAME;

    /// Longest message, IP header included (RFC 1812 §4.3.2.3).
    static final int MOST_BYTES = 576;

    /// The highest type that is known; higher ones are taken for errors (kernel: `NR_ICMP_TYPES`).
    private static final int LAST_TYPE = 18;

    private final Next send;

    /// @param send an arc of the node to [#NODE]
    public IcmpErrors(Next send) {
        this.send = send;
    }

    /// Tells the packet's sender, unless the rules forbid it or there are too many such messages. The packet
    /// stays the caller's.
    ///
    /// @param info the four bytes behind the checksum: MTU, gateway, or pointer in the highest byte
    public void report(Packet packet, int type, int code, int info) {
        Nexthop way = (Nexthop) packet.destination();
        NetDevice device = packet.rxDeviceOrNull() != null ? packet.rxDevice() : packet.txDevice();
        if (way == null || !mayBeAnswered(packet, way, type)) {
            return;
        }
        NetNamespace namespace = device.namespace();
        Ip4Config config = Ip4Config.of(namespace);
        boolean limited = IcmpLimits.isLimited(config, type, code);
        if (limited
                && !device.has(NetDevice.IFF_LOOPBACK)
                && !IcmpLimits.of(namespace)
                        .takeOne(
                                config,
                                Network.of(namespace).workerOf(namespace).now())) {
            Ip4Counters.of(namespace).increment(Ip4Counter.ICMP_OUT_RATE_LIMIT_GLOBAL);
            return;
        }
        Ipv4 ip = new Ipv4(packet, packet.networkOffset());
        int options = Ip4Options.echoLength(packet);
        int room = MOST_BYTES - Ipv4.LENGTH - options - Icmp.LENGTH;
        int quoted = Math.min(packet.length() - packet.networkOffset(), room);
        Packet message = Network.of(namespace).workerOf(namespace).pool().allocate(options + Icmp.LENGTH + quoted);
        if (message == null) {
            return;
        }
        message.length(options + Icmp.LENGTH + quoted);
        message.copyFrom(options + Icmp.LENGTH, packet, packet.networkOffset(), quoted);
        Ip4Options.echo(packet, message, device);
        Icmp icmp = new Icmp(message, options);
        icmp.type(type);
        icmp.code(code);
        icmp.rest(info);
        message.transportOffset(options);
        message.txDevice(device);
        if (config.is(Ip4Global.FWMARK_REFLECT)) {
            message.mark(packet.mark());
        }
        int tos = Icmp.isError(type)
                ? ip.tos() & TypeOfService.ROUTE_MASK | TypeOfService.INTERNETWORK_CONTROL
                : ip.tos();
        IcmpSend.request(message, source(packet, ip, way, config), ip.source(), tos, limited);
        attach(message, packet);
        message.causedBy(packet, "ICMP error");
        send.send(message);
    }

    /// The message belongs to the connection of the packet that it is about, and goes the other way (kernel:
    /// `nf_ct_attach`).
    private static void attach(Packet message, Packet packet) {
        if (packet.connection() > 0) {
            message.connection(packet.connection(), packet.connectionInfo() >= 3 ? 1 : 4);
        }
    }

    /// No error about what went to many, about a later fragment, or about an error.
    private static boolean mayBeAnswered(Packet packet, Nexthop way, int type) {
        if (packet.type() != PacketType.HOST
                || way.type() == RouteType.BROADCAST
                || way.type() == RouteType.MULTICAST) {
            return false;
        }
        Ipv4 ip = new Ipv4(packet, packet.networkOffset());
        if (ip.fragmentOffset() != 0) {
            return false;
        }
        if (!Icmp.isError(type) || ip.protocol() != IpProtocol.ICMP) {
            return true;
        }
        int inner = ip.payloadOffset();
        return inner < packet.length() && packet.u8(inner) <= LAST_TYPE && !Icmp.isError(packet.u8(inner));
    }

    /// The address to send from: the one that was spoken to, if it is this host's; else 0, and the route
    /// says.
    private static int source(Packet packet, Ipv4 ip, Nexthop way, Ip4Config config) {
        if (way.type() == RouteType.LOCAL) {
            return ip.destination();
        }
        NetDevice in = packet.rxDeviceOrNull();
        return in != null && config.is(Ip4Global.ICMP_ERRORS_USE_INBOUND_IFADDR)
                ? SourceAddress.select(in, ip.source(), RouteScope.LINK)
                : 0;
    }
}
