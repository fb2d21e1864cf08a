package dev.weft.net.ip.v4;

import dev.weft.core.graph.Arcs;
import dev.weft.core.graph.Drop;
import dev.weft.core.graph.DropReason;
import dev.weft.core.graph.Frame;
import dev.weft.core.graph.Next;
import dev.weft.core.graph.Node;
import dev.weft.core.graph.NodeType;
import dev.weft.core.packet.ArcProgram;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.Packet;
import dev.weft.core.packet.PacketFlag;
import dev.weft.core.packet.PacketType;
import dev.weft.core.wire.Icmp;
import dev.weft.core.wire.Ipv4;
import dev.weft.net.ip.fib.Nexthop;
import dev.weft.net.ip.fib.RouteScope;
import dev.weft.net.ip.icmp.IcmpErrors;
import dev.weft.net.ip.icmp.Redirects;
import dev.weft.net.ip.v4.address.SourceAddress;
import dev.weft.net.netfilter.hook.Hook;
import dev.weft.net.netfilter.hook.Hooks;

/// Sends on what is for another host: one hop less to live, small enough for the way ahead, past FORWARD (kernel:
/// `ip_forward`, RFC 1812 §5.2).
public final class Ip4Forward extends Node {
    public static final String NAME = "ip4-forward";
    public static final NodeType TYPE = NodeType.of(NAME, Ip4Forward::new, "ip_forward");

    /// Where the TTL stands in the header.
    private static final int TTL = 8;

    private static final int PLAIN_HEADER = 0x45;

    private final Next output = next(Ip4Output.NAME);
    private final Arcs arcs = arcs();
    private final IcmpErrors icmp = new IcmpErrors(next(IcmpErrors.NODE));
    private final Drop notForUs = drop(DropReason.NOT_SPECIFIED);
    private final Drop died = drop(DropReason.IP_TTL);
    private final Drop tooBig = drop(DropReason.PKT_TOO_BIG);

    @Override
    public void process(Frame frame) {
        int next = 0;
        for (int i = 0; i < frame.size(); i = next) {
            next = forward(frame, i, frame.get(i).rxDevice());
        }
    }

    /// Forwards the run of packets from `start` on that came by the same device.
    ///
    /// @return where the next run starts
    private int forward(Frame frame, int start, NetDevice device) {
        ArcProgram program = Hooks.of(device.namespace()).program(Hook.FORWARD);
        Ip4Config config = Ip4Config.of(device.namespace());
        Ip4Counters counters = Ip4Counters.of(device.namespace());
        boolean believesPath = config.is(Ip4Global.IP_FORWARD_USE_PMTU);
        boolean updatesPriority = config.is(Ip4Global.IP_FORWARD_UPDATE_PRIORITY);
        int alive = 0;
        int i = start;
        for (; i < frame.size(); i++) {
            Packet packet = frame.get(i);
            if (packet.rxDevice() != device) {
                break;
            }
            if (packet.type() != PacketType.HOST) {
                notForUs.send(packet); // a router does not send on what came as link-layer broadcast (RFC 1812 §5.3.4)
                continue;
            }
            int life = packet.u16(TTL);
            if (life < 0x200) {
                counters.increment(Ip4Counter.IN_HDR_ERRORS);
                icmp.report(packet, Icmp.TIME_EXCEEDED, Icmp.TTL_EXCEEDED, 0);
                died.send(packet);
                continue;
            }
            alive++;
            Nexthop way = Ip4Routing.way(packet);
            int mtu = way.forwardMtu(believesPath);
            if (packet.length() > mtu && mayNotBeCut(packet, mtu)) {
                counters.increment(Ip4Counter.FRAG_FAILS);
                icmp.report(packet, Icmp.DESTINATION_UNREACHABLE, Icmp.FRAGMENTATION_NEEDED, mtu);
                tooBig.send(packet);
                continue;
            }
            decreaseTtl(packet, life);
            if (packet.u8(0) != PLAIN_HEADER) {
                Ip4Options.forward(packet, SourceAddress.select(packet.txDevice(), way.gateway(), RouteScope.UNIVERSE));
            }
            if (packet.has(PacketFlag.DO_REDIRECT)) {
                Redirects.send(packet, way, icmp);
            }
            if (updatesPriority) {
                packet.priority(TypeOfService.priority(packet.u8(1)));
            }
            packet.set(PacketFlag.FORWARDED);
            if (program.isEmpty()) {
                output.send(packet);
            } else {
                arcs.enter(packet, program, output);
            }
        }
        counters.add(Ip4Counter.FORW_DATAGRAMS, alive);
        return i;
    }

    /// The TTL is the upper half of its word, so that the checksum's grows by 0x100 (RFC 1624).
    private static void decreaseTtl(Packet packet, int life) {
        packet.put16(TTL, life - 0x100);
        int sum = packet.u16(TTL + 2) + 0x100;
        packet.put16(TTL + 2, sum + (sum >= 0xffff ? 1 : 0));
    }

    private static boolean mayNotBeCut(Packet packet, int mtu) {
        boolean dontFragment = (packet.u16(6) & Ipv4.DONT_FRAGMENT) != 0;
        return dontFragment && !Segments.fit(packet, mtu);
    }
}
