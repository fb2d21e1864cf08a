package dev.weft.net.ip.icmp;

import dev.weft.core.graph.Drop;
import dev.weft.core.graph.DropReason;
import dev.weft.core.graph.Frame;
import dev.weft.core.graph.Next;
import dev.weft.core.graph.Node;
import dev.weft.core.graph.NodeType;
import dev.weft.core.graph.Sink;
import dev.weft.core.packet.ChecksumState;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.packet.Packet;
import dev.weft.core.wire.Icmp;
import dev.weft.core.wire.IpProtocol;
import dev.weft.core.wire.Ipv4;
import dev.weft.net.ip.fib.Nexthop;
import dev.weft.net.ip.fib.RouteType;
import dev.weft.net.ip.v4.Ip4Config;
import dev.weft.net.ip.v4.Ip4Counter;
import dev.weft.net.ip.v4.Ip4Counters;
import dev.weft.net.ip.v4.Ip4Global;
import dev.weft.net.ip.v4.Ip4Options;
import dev.weft.net.ip.v4.Ip4Routing;
import dev.weft.net.ip.v4.Transports;

/// Answers echo and timestamp requests and passes errors on to those whose packets they are about (kernel: `icmp_rcv`;
/// RFC 1122 §3.2.2).
public final class IcmpInput extends Node {
    public static final String NAME = "icmp4-input";
    public static final NodeType TYPE = NodeType.of(NAME, IcmpInput::new, "icmp_rcv");

    /// Milliseconds since midnight three times (RFC 792).
    private static final int TIMESTAMP_BYTES = 12;

    private static final int LAST_TYPE = 18;

    private final Next send = next(IcmpSend.NAME);
    private final Sink answered = sink("answered");
    private final Sink told = sink("told to the socket that it concerns");
    private final Sink taken = sink("taken by a raw socket, if there was one");
    private final Drop badChecksum = drop(DropReason.ICMP_CSUM);
    private final Drop tooSmall = drop(DropReason.PKT_TOO_SMALL);
    private final Drop malformed = drop(DropReason.IP_INHDR);
    private final Drop ignored = drop(new DropReason("INVALID_PROTO", "not answered when it went to many"));
    private final Drop unknown = drop(DropReason.UNHANDLED_PROTO);
    private final Drop noMemory = drop(DropReason.NOMEM);

    @Override
    public void process(Frame frame) {
        for (int i = 0; i < frame.size(); i++) {
            Packet packet = frame.get(i);
            NetNamespace namespace = packet.rxDevice().namespace();
            Ip4Counters counters = Ip4Counters.of(namespace);
            counters.increment(Ip4Counter.ICMP_IN_MSGS);
            Icmp icmp = new Icmp(packet, 0);
            if (packet.checksumState() == ChecksumState.NONE && !icmp.isChecksumRight(packet.length())) {
                counters.increment(Ip4Counter.ICMP_IN_CSUM_ERRORS);
                counters.increment(Ip4Counter.ICMP_IN_ERRORS);
                badChecksum.send(packet);
            } else if (packet.length() < Icmp.LENGTH) {
                counters.increment(Ip4Counter.ICMP_IN_ERRORS);
                tooSmall.send(packet);
            } else {
                counters.icmpIn(icmp.type());
                handle(packet, icmp, namespace, counters);
            }
        }
    }

    private void handle(Packet packet, Icmp icmp, NetNamespace namespace, Ip4Counters counters) {
        int type = icmp.type();
        if (type > LAST_TYPE) {
            counters.increment(Ip4Counter.ICMP_IN_ERRORS);
            unknown.send(packet);
            return;
        }
        Ip4Config config = Ip4Config.of(namespace);
        Nexthop way = Ip4Routing.way(packet);
        boolean toMany = way.type() == RouteType.BROADCAST || way.type() == RouteType.MULTICAST;
        if (toMany && !mayGoToMany(type, config)) {
            counters.increment(Ip4Counter.ICMP_IN_ERRORS);
            ignored.send(packet);
            return;
        }
        switch (type) {
            case Icmp.ECHO -> {
                if (config.is(Ip4Global.ICMP_ECHO_IGNORE_ALL)) {
                    taken.send(packet);
                } else {
                    reply(packet, Icmp.ECHO_REPLY, packet.length());
                }
            }
            case Icmp.TIMESTAMP -> timestamp(packet, counters);
            case Icmp.DESTINATION_UNREACHABLE,
                    Icmp.TIME_EXCEEDED,
                    Icmp.SOURCE_QUENCH,
                    Icmp.PARAMETER_PROBLEM,
                    Icmp.REDIRECT -> error(packet, icmp, namespace, counters);
            default -> taken.send(packet);
        }
    }

    private static boolean mayGoToMany(int type, Ip4Config config) {
        return switch (type) {
            case Icmp.ECHO, Icmp.TIMESTAMP -> !config.is(Ip4Global.ICMP_ECHO_IGNORE_BROADCASTS);
            case Icmp.ADDRESS_MASK, Icmp.ADDRESS_MASK_REPLY -> true;
            default -> false;
        };
    }

    // ---- answers

    private void timestamp(Packet packet, Ip4Counters counters) {
        if (packet.length() < Icmp.LENGTH + 4) {
            counters.increment(Ip4Counter.ICMP_IN_ERRORS);
            tooSmall.send(packet);
            return;
        }
        int now = Ip4Options.timeOfDay(worker().clock());
        packet.length(Icmp.LENGTH + TIMESTAMP_BYTES);
        packet.put32(Icmp.LENGTH + 4, now);
        packet.put32(Icmp.LENGTH + 8, now);
        reply(packet, Icmp.TIMESTAMP_REPLY, packet.length());
    }

    /// Sends the message back with another type (kernel: `icmp_reply`).
    private void reply(Packet packet, int type, int length) {
        int options = Ip4Options.echoLength(packet);
        Packet message = worker().pool().allocate(options + length);
        if (message == null) {
            noMemory.send(packet);
            return;
        }
        NetDevice device = packet.rxDevice();
        message.length(options + length);
        message.copyFrom(options, packet, 0, length);
        Ip4Options.echo(packet, message, device);
        Icmp icmp = new Icmp(message, options);
        icmp.type(type);
        icmp.code(0);
        message.transportOffset(options);
        message.txDevice(device);
        if (Ip4Config.of(device.namespace()).is(Ip4Global.FWMARK_REFLECT)) {
            message.mark(packet.mark());
        }
        Ipv4 ip = new Ipv4(packet, packet.networkOffset());
        IcmpSend.request(message, Ip4Routing.specificDestination(packet), ip.source(), ip.tos(), false);
        message.causedBy(packet, "ICMP reply");
        send.send(message);
        answered.send(packet);
    }

    // ---- errors

    /// Kernel: `icmp_unreach`, `icmp_redirect`, `icmp_socket_deliver`.
    private void error(Packet packet, Icmp icmp, NetNamespace namespace, Ip4Counters counters) {
        if (packet.length() < Icmp.LENGTH + Ipv4.LENGTH) {
            counters.increment(Ip4Counter.ICMP_IN_ERRORS);
            tooSmall.send(packet);
            return;
        }
        Ipv4 quoted = new Ipv4(packet, Icmp.LENGTH);
        if (quoted.headerLength() < Ipv4.LENGTH) {
            counters.increment(Ip4Counter.ICMP_IN_ERRORS);
            malformed.send(packet);
            return;
        }
        if (packet.length() < quoted.payloadOffset() + 8) {
            counters.increment(Ip4Counter.ICMP_IN_ERRORS);
            tooSmall.send(packet);
            return;
        }
        if (concernsSocket(icmp, namespace) && !isBogus(packet, icmp, quoted)) {
            Transports.of(namespace).failed(packet, quoted.protocol(), Icmp.LENGTH);
            if (quoted.protocol() == IpProtocol.ICMP && packet.u8(quoted.payloadOffset()) == Icmp.ECHO_REPLY) {
                heed(packet, icmp, quoted, namespace);
            }
        }
        told.send(packet);
    }

    /// The message is about an answer that this host has given (kernel: `icmp_err`).
    private static void heed(Packet packet, Icmp icmp, Ipv4 answer, NetNamespace namespace) {
        if (icmp.type() == Icmp.REDIRECT) {
            RouterAdvice.follow(packet, answer, icmp.gateway(), answer.tos(), 0);
        } else if (icmp.type() == Icmp.DESTINATION_UNREACHABLE && icmp.code() == Icmp.FRAGMENTATION_NEEDED) {
            RouterAdvice.learnPathMtu(namespace, answer, icmp.nextHopMtu());
        }
    }

    private static boolean concernsSocket(Icmp icmp, NetNamespace namespace) {
        if (icmp.type() == Icmp.DESTINATION_UNREACHABLE) {
            boolean pathMtu = icmp.code() == Icmp.FRAGMENTATION_NEEDED;
            return icmp.code() <= 15 && !(pathMtu && Ip4Config.of(namespace).get(Ip4Global.IP_NO_PMTU_DISC) == 2);
        }
        return !(icmp.type() == Icmp.TIME_EXCEEDED && icmp.code() == Icmp.REASSEMBLY_TIME_EXCEEDED);
    }

    /// Hosts that answer broadcasts with errors break RFC 1122.
    private static boolean isBogus(Packet packet, Icmp icmp, Ipv4 quoted) {
        NetDevice device = packet.rxDevice();
        return icmp.type() != Icmp.REDIRECT
                && !Ip4Config.of(device.namespace()).is(Ip4Global.ICMP_IGNORE_BOGUS_ERROR_RESPONSES)
                && Ip4Routing.addressTypeOn(device, quoted.destination()) == RouteType.BROADCAST;
    }
}
