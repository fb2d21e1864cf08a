package dev.weft.net.ip.v4;

import dev.weft.core.graph.Arcs;
import dev.weft.core.graph.Frame;
import dev.weft.core.graph.Next;
import dev.weft.core.graph.Node;
import dev.weft.core.graph.NodeType;
import dev.weft.core.graph.Sink;
import dev.weft.core.packet.ArcProgram;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.Packet;
import dev.weft.core.packet.PacketFlag;
import dev.weft.core.wire.Ipv4;
import dev.weft.net.ip.fib.Nexthop;
import dev.weft.net.ip.fib.RouteType;
import dev.weft.net.netfilter.hook.Hook;
import dev.weft.net.netfilter.hook.Hooks;

/// The way out for what was forwarded and what this host has made: past POST_ROUTING, and with a copy for this host
/// itself of what goes to all or to a group that it is in (kernel: `ip_output`, `ip_mc_output`).
public final class Ip4Output extends Node {
    public static final String NAME = "ip4-output";
    public static final NodeType TYPE = NodeType.of(NAME, Ip4Output::new, "ip_output");

    private final Next finish = next(Ip4FinishOutput.NAME);
    private final Next loop = next(Ip4LoopOutput.NAME);
    private final Arcs arcs = arcs();
    private final Sink stayed = sink("stayed on this host (multicast with a TTL of 0)");

    @Override
    public void process(Frame frame) {
        int next = 0;
        for (int i = 0; i < frame.size(); i = next) {
            next = output(frame, i, frame.get(i).txDevice());
        }
    }

    /// Sends the run of packets from `start` on that leave by the same device.
    ///
    /// @return where the next run starts
    private int output(Frame frame, int start, NetDevice device) {
        ArcProgram program = Hooks.of(device.namespace()).program(Hook.POST_ROUTING);
        Ip4Counters counters = Ip4Counters.of(device.namespace());
        long bytes = 0;
        int i = start;
        for (; i < frame.size(); i++) {
            Packet packet = frame.get(i);
            if (packet.txDevice() != device) {
                break;
            }
            bytes += packet.length();
            RouteType type = Ip4Routing.way(packet).type();
            if ((type == RouteType.BROADCAST || type == RouteType.MULTICAST) && !toMany(packet, type, counters)) {
                continue;
            }
            if (program.isEmpty()) {
                finish.send(packet);
            } else {
                arcs.enter(packet, program, finish);
            }
        }
        counters.add(Ip4Counter.OUT_TRANSMITS, i - start);
        counters.add(Ip4Counter.OUT_OCTETS, bytes);
        return i;
    }

    /// Gives this host its copy.
    ///
    /// @return whether the packet itself leaves; else it has ended here
    private boolean toMany(Packet packet, RouteType type, Ip4Counters counters) {
        boolean multicast = type == RouteType.MULTICAST;
        counters.increment(multicast ? Ip4Counter.OUT_MCAST_PKTS : Ip4Counter.OUT_BCAST_PKTS);
        counters.add(multicast ? Ip4Counter.OUT_MCAST_OCTETS : Ip4Counter.OUT_BCAST_OCTETS, packet.length());
        if (!multicast || isWantedHere(packet)) {
            Packet copy = copy(packet);
            if (copy != null) {
                Nexthop way = Ip4Routing.way(packet);
                copy.destination(way);
                arcs.enter(copy, Hooks.of(packet.txDevice().namespace()).program(Hook.POST_ROUTING), loop);
            }
        }
        if (multicast && new Ipv4(packet, 0).ttl() == 0) {
            stayed.send(packet);
            return false;
        }
        return true;
    }

    private static boolean isWantedHere(Packet packet) {
        NetDevice device = packet.txDevice();
        return !packet.has(PacketFlag.NO_MULTICAST_LOOP)
                && !device.has(NetDevice.IFF_LOOPBACK)
                && !packet.has(PacketFlag.FORWARDED)
                && Ip4Groups.of(device).isMember(new Ipv4(packet, 0).destination());
    }
}
