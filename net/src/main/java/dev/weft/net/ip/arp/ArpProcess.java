package dev.weft.net.ip.arp;

import dev.weft.core.graph.Drop;
import dev.weft.core.graph.DropReason;
import dev.weft.core.graph.Frame;
import dev.weft.core.graph.Node;
import dev.weft.core.graph.NodeType;
import dev.weft.core.graph.Sink;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.Packet;
import dev.weft.core.packet.PacketType;
import dev.weft.core.wire.Arp;
import dev.weft.core.wire.EtherType;
import dev.weft.core.wire.Ip4Address;
import dev.weft.net.ip.fib.RouteType;
import dev.weft.net.ip.neighbor.Neighbor;
import dev.weft.net.ip.neighbor.NeighborSetting;
import dev.weft.net.ip.neighbor.NeighborTable;
import dev.weft.net.ip.neighbor.NudState;
import dev.weft.net.ip.v4.InputRoute;
import dev.weft.net.ip.v4.Ip4Device;
import dev.weft.net.ip.v4.Ip4Routing;
import dev.weft.net.ip.v4.Ip4Setting;
import org.jspecify.annotations.Nullable;

/// Answers those who ask for this host, or for one it stands in for, and learns from what neighbours say (kernel:
/// `arp_process`).
public final class ArpProcess extends Node {
    public static final String NAME = "arp-process";
    public static final NodeType TYPE = NodeType.of(NAME, ArpProcess::new, "arp_process");

    private final Sink answered = sink("answered");
    private final Sink learnt = sink("noted");
    private final Drop martian = drop(DropReason.IP_INVALID_DEST);
    private final Drop malformed = drop(DropReason.UNHANDLED_PROTO);
    private final Drop proxyQueueFull = drop(DropReason.NEIGH_QUEUEFULL);
    private final InputRoute route = new InputRoute();
    private final ArpReplies replies = new ArpReplies();

    @Override
    public void process(Frame frame) {
        for (int i = 0; i < frame.size(); i++) {
            process(frame.get(i), false);
        }
    }

    /// A request whose answer was held back is answered now (kernel: `parp_redo`).
    void answerForProxy(Packet request) {
        process(request, true);
    }

    private void process(Packet packet, boolean delayed) {
        NetDevice device = packet.rxDevice();
        Ip4Device settings = Ip4Device.of(device);
        Arp arp = new Arp(packet, 0);
        boolean request = arp.operation() == Arp.REQUEST;
        if (arp.hardwareType() != Arp.ETHERNET
                || arp.protocolType() != EtherType.IPV4
                || !request && arp.operation() != Arp.REPLY) {
            malformed.send(packet);
            return;
        }
        int sender = arp.senderIp();
        int target = arp.targetIp();
        boolean gratuitous = sender == target && settings.is(Ip4Setting.DROP_GRATUITOUS_ARP);
        if (Ip4Address.isMulticast(target)
                || Ip4Address.isLoopback(target) && !settings.is(Ip4Setting.ROUTE_LOCALNET)
                || gratuitous) {
            martian.send(packet);
        } else if (sender == 0) {
            defend(packet, arp, settings);
        } else if (!request || !answer(packet, arp, settings, delayed)) {
            learn(packet, arp, settings);
            learnt.send(packet);
        }
    }

    /// Somebody wants to use an address and asks whether it is free (RFC 5227; DHCP, RFC 2131 §4.4.1).
    private void defend(Packet packet, Arp arp, Ip4Device settings) {
        NetDevice device = packet.rxDevice();
        boolean own =
                arp.operation() == Arp.REQUEST && Ip4Routing.addressTypeOn(device, arp.targetIp()) == RouteType.LOCAL;
        if (own && !replies.isToBeIgnored(device, settings, 0, arp.targetIp())) {
            reply(packet, arp);
            answered.send(packet);
        } else {
            learnt.send(packet);
        }
    }

    /// Answers a request, or holds the answer back.
    ///
    /// @return is all done that is to be done with the packet?
    private boolean answer(Packet packet, Arp arp, Ip4Device settings, boolean delayed) {
        NetDevice device = packet.rxDevice();
        if (!route.find(device, arp.senderIp(), arp.targetIp(), 0, packet.mark(), true)) {
            return false;
        }
        if (route.type() == RouteType.LOCAL) {
            boolean ignored = replies.isToBeIgnored(device, settings, arp.senderIp(), arp.targetIp())
                    || settings.is(Ip4Setting.ARP_FILTER) && replies.isFiltered(device, arp.senderIp(), arp.targetIp());
            if (!ignored && hear(device, arp) != null) {
                reply(packet, arp);
            }
            answered.send(packet);
            return true;
        }
        if (!settings.is(Ip4Setting.FORWARDING)
                || route.type() != RouteType.UNICAST
                || !replies.standsIn(device, settings, route.device(), arp.targetIp())) {
            return false;
        }
        hear(device, arp);
        NeighborTable table = ArpTable.of(device.namespace());
        int delay = table.parameters(device).get(NeighborSetting.PROXY_DELAY);
        if (delayed || packet.type() == PacketType.HOST || delay == 0) {
            reply(packet, arp);
            answered.send(packet);
        } else if (!table.proxies().delay(packet, table.parameters(device))) {
            proxyQueueFull.send(packet);
        }
        return true;
    }

    private static @Nullable Neighbor hear(NetDevice device, Arp arp) {
        return ArpTable.of(device.namespace()).heard(device, 0, arp.senderIp() & 0xffff_ffffL, arp.senderMac());
    }

    private static void reply(Packet packet, Arp arp) {
        NetDevice device = packet.rxDevice();
        ArpMessage.send(
                device,
                Arp.REPLY,
                arp.senderMac(),
                device.address(),
                arp.targetIp(),
                arp.senderMac(),
                arp.senderIp(),
                packet);
    }

    /// Takes down what the packet says of a neighbour that is known, or that `arp_accept` lets in.
    private static void learn(Packet packet, Arp arp, Ip4Device settings) {
        NetDevice device = packet.rxDevice();
        NeighborTable table = ArpTable.of(device.namespace());
        int sender = arp.senderIp();
        Neighbor neighbor = table.lookup(device, sender);
        boolean accepts = ArpReplies.accepts(device, settings, sender);
        if (neighbor == null && !accepts) {
            return;
        }
        boolean reply = arp.operation() == Arp.REPLY;
        boolean unicast = Ip4Routing.addressTypeOn(device, sender) == RouteType.UNICAST;
        boolean gratuitous = sender == arp.targetIp() && unicast && (!reply || arp.targetMac() == arp.senderMac());
        if (neighbor == null && unicast && (gratuitous || reply)) {
            neighbor = table.lookupOrCreate(device, sender);
        }
        if (neighbor != null) {
            boolean proof = reply && packet.type() == PacketType.HOST;
            boolean overrides = gratuitous || table.isUnlocked(neighbor);
            neighbor.update(
                    arp.senderMac(), proof ? NudState.REACHABLE : NudState.STALE, overrides ? Neighbor.OVERRIDE : 0);
            if (packet.isTraced()) {
                packet.trace(new Learnt(neighbor.toString()));
            }
        }
    }

    /// Trace line: what is known of a neighbour now.
    public record Learnt(String neighbor) {}
}
