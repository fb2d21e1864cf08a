package dev.weft.net.ip.icmp;

import dev.weft.core.graph.Drop;
import dev.weft.core.graph.DropReason;
import dev.weft.core.graph.Frame;
import dev.weft.core.graph.Next;
import dev.weft.core.graph.Node;
import dev.weft.core.graph.NodeType;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.packet.Packet;
import dev.weft.core.wire.Icmp;
import dev.weft.core.wire.IpProtocol;
import dev.weft.core.wire.Ipv4;
import dev.weft.net.ip.fib.Ip4Flow;
import dev.weft.net.ip.v4.Ip4Config;
import dev.weft.net.ip.v4.Ip4Counter;
import dev.weft.net.ip.v4.Ip4Counters;
import dev.weft.net.ip.v4.Ip4Header;
import dev.weft.net.ip.v4.Ip4LocalOutput;
import dev.weft.net.ip.v4.Ip4Options;
import dev.weft.net.ip.v4.Ip4OutputRoute;

/// Finds the way for this host's own ICMP messages, limits how many go to one host, and gives them their IP header
/// (kernel: `icmp_reply`, `__icmp_send`).
public final class IcmpSend extends Node {
    public static final String NAME = "icmp4-send";
    public static final NodeType TYPE = NodeType.of(
            NAME, IcmpSend::new, "icmp_send", "ip_route_output_flow", "icmp_push_reply", "ip_push_pending_frames");

    /// Sent from when a host has no address at all (RFC 7600 §4.8).
    private static final int DUMMY = 0xc000_0008;

    private static final int LIMITED = 0x100;

    private final Next output = next(Ip4LocalOutput.NAME);
    private final Drop noRoute = drop(DropReason.IP_OUTNOROUTES);
    private final Drop tooMany = drop(new DropReason("ICMP_RATELIMIT", "too many such messages to this host"));
    private final Drop tooSmall = drop(DropReason.PKT_TOO_BIG);
    private final Ip4Flow flow = new Ip4Flow();
    private final Ip4OutputRoute route = new Ip4OutputRoute();

    /// Says what the message, whose data are IP options and then the ICMP header, is to be sent with.
    ///
    /// @param source 0 for what the route says
    static void request(Packet message, int source, int destination, int tos, boolean limited) {
        message.controlA(source);
        message.controlB(destination);
        message.controlC(tos | (limited ? LIMITED : 0));
    }

    @Override
    public void process(Frame frame) {
        for (int i = 0; i < frame.size(); i++) {
            Packet packet = frame.get(i);
            NetNamespace namespace = packet.txDevice().namespace();
            int tos = (int) packet.controlC() & 0xff;
            flow.clear().to(packet.controlB()).from(packet.controlA());
            flow.tos = tos;
            flow.mark = packet.mark();
            flow.protocol = IpProtocol.ICMP;
            if (route.find(namespace, flow) != null) {
                Ip4Counters.of(namespace).increment(Ip4Counter.ICMP_OUT_ERRORS);
                noRoute.send(packet);
                continue;
            }
            if ((packet.controlC() & LIMITED) != 0 && !mayGo(namespace)) {
                Ip4Counters.of(namespace).increment(Ip4Counter.ICMP_OUT_RATE_LIMIT_HOST);
                tooMany.send(packet);
                continue;
            }
            int options = packet.transportOffset();
            Icmp icmp = new Icmp(packet, options);
            if (Icmp.isError(icmp.type()) && !fits(packet, options)) {
                tooSmall.send(packet);
                continue;
            }
            icmp.writeChecksum(packet.length() - options);
            Ip4Counters.of(namespace).icmpOut(icmp.type());
            int source = flow.source != 0 ? flow.source : DUMMY;
            route.applyTo(packet);
            Ip4Header.push(packet, options, source, flow.destination, IpProtocol.ICMP, tos, route.ttl(), false);
            if (options > 0) {
                Ip4Options.build(packet, worker().clock());
            }
            output.send(packet);
        }
    }

    private boolean mayGo(NetNamespace namespace) {
        NetDevice device = route.device();
        return device.has(NetDevice.IFF_LOOPBACK)
                || IcmpLimits.mayGoTo(Peers.of(namespace).get(flow.destination, now()), Ip4Config.of(namespace), now());
    }

    /// Cuts what is quoted to what the way can carry; an IP header at least must fit.
    private boolean fits(Packet packet, int options) {
        int room = Math.min(IcmpErrors.MOST_BYTES, route.mtu()) - Ipv4.LENGTH - options - Icmp.LENGTH;
        if (room <= Ipv4.LENGTH) {
            return false;
        }
        packet.length(Math.min(packet.length(), options + Icmp.LENGTH + room));
        return true;
    }
}
