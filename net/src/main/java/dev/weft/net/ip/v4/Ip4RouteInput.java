package dev.weft.net.ip.v4;

import dev.weft.core.errno.Errno;
import dev.weft.core.graph.Drop;
import dev.weft.core.graph.DropReason;
import dev.weft.core.graph.Frame;
import dev.weft.core.graph.Next;
import dev.weft.core.graph.Node;
import dev.weft.core.graph.NodeType;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.Packet;
import dev.weft.core.packet.PacketFlag;
import dev.weft.core.packet.PacketType;
import dev.weft.core.wire.Icmp;
import dev.weft.core.wire.Ip4Address;
import dev.weft.core.wire.Ipv4;
import dev.weft.net.ip.fib.DirectRoutes;
import dev.weft.net.ip.fib.Fib;
import dev.weft.net.ip.fib.Ip4Flow;
import dev.weft.net.ip.fib.MultipathHash;
import dev.weft.net.ip.fib.Nexthop;
import dev.weft.net.ip.fib.RouteType;
import dev.weft.net.ip.icmp.IcmpErrors;
import dev.weft.net.ip.icmp.IcmpLimits;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Decides where a received packet goes: up to this host, or on to another one (kernel: `ip_rcv_finish`,
/// `ip_route_input_noref`).
///
/// The destinations of a whole frame are looked up together; most packets then need no more than a check of their
/// source, and what is the same as for the packet before is not asked again. All others take the kernel's long way, in
/// [InputRoute].
public final class Ip4RouteInput extends Node {
    public static final String NAME = "ip4-route-input";
    public static final NodeType TYPE = NodeType.of(
            NAME,
            Ip4RouteInput::new,
            "ip_rcv_finish",
            "ip_route_input_noref",
            "fib_table_lookup",
            "fib_validate_source");

    private static final int SOURCE = 12;
    private static final int DESTINATION = 16;

    private final Next local = next(Ip4Local.NAME);
    private final Next forward = next(Ip4Forward.NAME);
    private final IcmpErrors icmp = new IcmpErrors(next(IcmpErrors.NODE));
    private final InputDrops drops = new InputDrops(this::drop);
    private final Drop badOptions = drop(DropReason.IP_INHDR);
    private final Drop noRoute = drop(DropReason.IP_INNOROUTES);
    private final Drop notForUs =
            drop(new DropReason("IP_INADDRERRORS", "for another host, and this one is no router"));
    private final Drop blackhole = drop(new DropReason("NOT_SPECIFIED", "a route says that it is to be dropped"));
    private final Drop inGroup = drop(DropReason.UNICAST_IN_L2_MULTICAST);

    private final int[] destinations = new int[Frame.CAPACITY];
    private final int[] words = new int[Frame.CAPACITY];
    private final @Nullable Nexthop[] ways = new Nexthop[Frame.CAPACITY];
    private final InputRoute route = new InputRoute();
    private final Ip4Flow flow = new Ip4Flow();

    @Override
    public void process(Frame frame) {
        int next = 0;
        for (int i = 0; i < frame.size(); i = next) {
            next = route(frame, i, frame.get(i).rxDevice());
        }
    }

    /// Routes the run of packets from `start` on that came by the same device.
    ///
    /// @return where the next run starts
    private int route(Frame frame, int start, NetDevice device) {
        Fib fib = Fib.of(device.namespace());
        Ip4Device settings = Ip4Device.of(device);
        boolean forwards = settings.is(Ip4Setting.FORWARDING);
        int end = start;
        while (end < frame.size() && frame.get(end).rxDevice() == device) {
            destinations[end - start] = frame.get(end).i32(DESTINATION);
            end++;
        }
        fib.simple(destinations, words, ways, end - start);
        int believed = 0;
        for (int i = start; i < end; i++) {
            Packet packet = frame.get(i);
            Nexthop way = ways[i - start];
            int source = packet.i32(SOURCE);
            if (way == null || !isPlain(packet, source, destinations[i - start])) {
                routeSlowly(packet, device, settings, fib);
                continue;
            }
            RouteType type = way.type();
            boolean goesOn = type == RouteType.UNICAST && forwards && way.device() != device;
            if (!goesOn && type != RouteType.LOCAL || source != believed && !isBelieved(device, settings, source)) {
                routeSlowly(packet, device, settings, fib);
                continue;
            }
            believed = source;
            packet.destination(way);
            if (packet.isTraced()) {
                packet.trace(new Routed(way.toString()));
            }
            if (goesOn) {
                packet.txDevice(way.device());
                forward.send(packet);
            } else {
                local.send(packet);
            }
        }
        return end;
    }

    /// Is it an ordinary packet, from one ordinary address to another, without options, not routed yet?
    private static boolean isPlain(Packet packet, int source, int destination) {
        return isOrdinary(source)
                && isOrdinary(destination)
                && packet.destination() == null
                && packet.transportOffset() - packet.networkOffset() == Ipv4.LENGTH
                && packet.type() == PacketType.HOST;
    }

    private static boolean isOrdinary(int address) {
        int top = address >>> 24;
        return top != 0 && top != 127 && top < 224;
    }

    /// Can the source be believed without a look at the tables (kernel: the short way of `fib_validate_source`)?
    private boolean isBelieved(NetDevice device, Ip4Device settings, int source) {
        return settings.get(Ip4Setting.RP_FILTER) == 0 && route.isForeign(device, settings, source);
    }

    /// The kernel's long way.
    private void routeSlowly(Packet packet, NetDevice device, Ip4Device settings, Fib fib) {
        Ip4Counters counters = Ip4Counters.of(device.namespace());
        Ipv4 ip = new Ipv4(packet, 0);
        if (packet.destination() == null) {
            fill(packet, ip, device, fib);
            if (!route.find(device, flow, true)) {
                refuse(packet, device, settings, counters);
                return;
            }
            packet.destination(route.way());
            if (route.redirects()) {
                packet.set(PacketFlag.DO_REDIRECT);
            }
        }
        Nexthop way = Ip4Routing.way(packet);
        if (packet.isTraced()) {
            packet.trace(new Routed(way.toString()));
        }
        if (ip.hasOptions() && !readOptions(packet, device, settings, counters)) {
            return;
        }
        switch (way.type()) {
            case UNICAST -> forwardOn(packet, way, settings);
            case BROADCAST -> {
                counters.increment(Ip4Counter.IN_BCAST_PKTS);
                counters.add(Ip4Counter.IN_BCAST_OCTETS, packet.length());
                local.send(packet);
            }
            case MULTICAST -> {
                counters.increment(Ip4Counter.IN_MCAST_PKTS);
                counters.add(Ip4Counter.IN_MCAST_OCTETS, packet.length());
                local.send(packet);
            }
            default -> {
                if (isForbiddenInGroup(packet, settings)) {
                    inGroup.send(packet);
                } else {
                    local.send(packet);
                }
            }
        }
    }

    private void forwardOn(Packet packet, Nexthop way, Ip4Device settings) {
        if (isForbiddenInGroup(packet, settings)) {
            inGroup.send(packet);
        } else {
            packet.txDevice(way.device());
            forward.send(packet);
        }
    }

    private static boolean isForbiddenInGroup(Packet packet, Ip4Device settings) {
        return packet.type() != PacketType.HOST && settings.is(Ip4Setting.DROP_UNICAST_IN_L2_MULTICAST);
    }

    private void fill(Packet packet, Ipv4 ip, NetDevice device, Fib fib) {
        flow.clear().to(ip.destination()).from(ip.source());
        flow.inputDevice = device.index();
        flow.tos = ip.tos() & TypeOfService.ROUTE_MASK;
        flow.mark = packet.mark();
        if (fib.hasPolicy() || MultipathHash.needsPorts(fib)) {
            flow.protocol = ip.protocol();
            if (!ip.isFragment() && ip.payloadOffset() + 4 <= packet.length()) {
                flow.sourcePort = packet.u16(ip.payloadOffset());
                flow.destinationPort = packet.u16(ip.payloadOffset() + 2);
            }
        }
    }

    /// @return whether the packet goes on; else it has ended
    private boolean readOptions(Packet packet, NetDevice device, Ip4Device settings, Ip4Counters counters) {
        int problem = Ip4Options.receive(packet, worker().clock());
        if (problem != Ip4Options.SOUND) {
            counters.increment(Ip4Counter.IN_HDR_ERRORS);
            icmp.report(packet, Icmp.PARAMETER_PROBLEM, 0, problem << 24);
            badOptions.send(packet);
            return false;
        }
        if (Ip4Options.isSourceRouted(packet) && !settings.is(Ip4Setting.ACCEPT_SOURCE_ROUTE)) {
            badOptions.send(packet);
            return false;
        }
        return true;
    }

    // ---- no way

    private void refuse(Packet packet, NetDevice device, Ip4Device settings, Ip4Counters counters) {
        DropReason reason = route.refused();
        if (reason != null) {
            if (reason == DropReason.IP_RPFILTER) {
                counters.increment(Ip4Counter.RP_FILTER);
            }
            if (packet.isTraced()) {
                Ipv4 ip = new Ipv4(packet, 0);
                packet.trace(new Refused(
                        Ip4Address.toString(ip.source()), Ip4Address.toString(ip.destination()), device.label()));
            }
            drops.send(packet, reason);
            return;
        }
        Errno error = Objects.requireNonNullElse(route.error(), Errno.EINVAL);
        if (error == Errno.EINVAL) {
            blackhole.send(packet);
        } else if (!settings.is(Ip4Setting.FORWARDING)) {
            counters.increment(Ip4Counter.IN_ADDR_ERRORS);
            notForUs.send(packet);
        } else {
            tell(packet, device, error, counters);
        }
    }

    /// Tells the sender, now and then, that a router knows no way (kernel: `ip_error`).
    private void tell(Packet packet, NetDevice device, Errno error, Ip4Counters counters) {
        if (error == Errno.ENETUNREACH) {
            counters.increment(Ip4Counter.IN_NO_ROUTES);
        }
        if (IcmpLimits.mayTellOfNoWay(device.namespace(), packet.i32(SOURCE), now())) {
            packet.destination(DirectRoutes.of(device, RouteType.UNREACHABLE));
            int code = switch (error) {
                case EACCES -> Icmp.ADMINISTRATIVELY_PROHIBITED;
                case EHOSTUNREACH -> Icmp.HOST_UNREACHABLE;
                default -> Icmp.NET_UNREACHABLE;
            };
            icmp.report(packet, Icmp.DESTINATION_UNREACHABLE, code, 0);
        }
        noRoute.send(packet);
    }

    /// Trace line: the route that was chosen.
    public record Routed(String way) {}

    /// Trace line: what the packet claims cannot be.
    public record Refused(String source, String destination, String device) {}
}
