package dev.weft.net.ip.v4;

import dev.weft.core.graph.Arcs;
import dev.weft.core.graph.Frame;
import dev.weft.core.graph.Next;
import dev.weft.core.graph.Node;
import dev.weft.core.graph.NodeType;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.packet.Packet;
import dev.weft.core.wire.Ipv4;
import dev.weft.net.netfilter.hook.Hook;
import dev.weft.net.netfilter.hook.Hooks;

/// Where packets that this host has made begin their way: length and checksum of the header are written, then they pass
/// LOCAL_OUT (kernel: `ip_local_out`, `__ip_local_out`).
public final class Ip4LocalOutput extends Node {
    public static final String NAME = "ip4-local-output";
    public static final NodeType TYPE = NodeType.of(NAME, Ip4LocalOutput::new, "ip_local_out", "__ip_local_out");

    private final Next output = next(Ip4Output.NAME);
    private final Arcs arcs = arcs();

    @Override
    public void process(Frame frame) {
        for (int i = 0; i < frame.size(); i++) {
            Packet packet = frame.get(i);
            NetNamespace namespace = packet.txDevice().namespace();
            Ip4Counters.of(namespace).increment(Ip4Counter.OUT_REQUESTS);
            Ipv4 ip = new Ipv4(packet, 0);
            ip.totalLength(packet.length());
            ip.writeChecksum();
            if (packet.isTraced()) {
                packet.trace(new Routed(Ip4Routing.way(packet).toString()));
            }
            arcs.enter(packet, Hooks.of(namespace).program(Hook.LOCAL_OUT), output);
        }
    }

    /// Trace line: the route by which it goes.
    public record Routed(String way) {}
}
