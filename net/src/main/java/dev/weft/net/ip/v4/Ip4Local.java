package dev.weft.net.ip.v4;

import dev.weft.core.graph.Arcs;
import dev.weft.core.graph.Frame;
import dev.weft.core.graph.Next;
import dev.weft.core.graph.Node;
import dev.weft.core.graph.NodeType;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.Packet;
import dev.weft.core.wire.Ipv4;
import dev.weft.net.ip.fragment.Ip4Reassembly;
import dev.weft.net.netfilter.hook.Hook;
import dev.weft.net.netfilter.hook.Hooks;

/// What is for this host: fragments are put together first, then it passes LOCAL_IN (kernel: `ip_local_deliver`).
public final class Ip4Local extends Node {
    public static final String NAME = "ip4-local";
    public static final NodeType TYPE = NodeType.of(NAME, Ip4Local::new, "ip_local_deliver");

    private static final int FRAGMENT_WORD = 6;
    private static final int IS_FRAGMENT = Ipv4.MORE_FRAGMENTS | Ipv4.OFFSET_MASK;

    private final Next protocol = next(Ip4Protocol.NAME);
    private final Next reassembly = next(Ip4Reassembly.NAME);
    private final Arcs arcs = arcs();

    @Override
    public void process(Frame frame) {
        for (int i = 0; i < frame.size(); i++) {
            Packet packet = frame.get(i);
            if ((packet.u16(FRAGMENT_WORD) & IS_FRAGMENT) != 0) {
                reassembly.send(packet);
                continue;
            }
            NetDevice device = packet.rxDevice();
            arcs.enter(packet, Hooks.of(device.namespace()).program(Hook.LOCAL_IN), protocol);
        }
    }
}
