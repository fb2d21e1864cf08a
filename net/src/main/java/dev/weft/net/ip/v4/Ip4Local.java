package dev.weft.net.ip.v4;

import dev.weft.core.graph.Arcs;
import dev.weft.core.graph.Frame;
import dev.weft.core.graph.Next;
import dev.weft.core.graph.NodeType;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.Packet;
import dev.weft.core.wire.Icmp;
import dev.weft.core.wire.Ipv4;
import dev.weft.net.ip.fragment.Fragments;
import dev.weft.net.ip.fragment.ReassemblyNode;
import dev.weft.net.ip.icmp.IcmpErrors;
import dev.weft.net.netfilter.hook.Hook;
import dev.weft.net.netfilter.hook.Hooks;

/// What is for this host: fragments wait for each other, then the whole passes LOCAL_IN (kernel: `ip_local_deliver`,
/// `ip_defrag`).
public final class Ip4Local extends ReassemblyNode {
    public static final String NAME = "ip4-local";
    public static final NodeType TYPE = NodeType.of(NAME, Ip4Local::new, "ip_local_deliver");

    private final Next protocol = next(Ip4Protocol.NAME);
    private final Arcs arcs = arcs();
    private final IcmpErrors icmp = new IcmpErrors(next(IcmpErrors.NODE));

    @Override
    public void process(Frame frame) {
        for (int i = 0; i < frame.size(); i++) {
            Packet packet = frame.get(i);
            NetDevice device = packet.rxDevice();
            Packet whole = packet;
            if (isFragment(packet)) {
                if (packet.isTraced()) {
                    packet.trace(new Fragment(new Ipv4(packet, 0).fragmentOffset(), packet.length()));
                }
                whole = Fragments.of(device.namespace()).add(packet, Fragments.LOCAL_DELIVER, this);
            }
            if (whole != null) {
                arcs.enter(whole, Hooks.of(device.namespace()).program(Hook.LOCAL_IN), protocol);
            }
        }
    }

    @Override
    public void late(Packet fragment, boolean isFirst) {
        if (isFirst) {
            icmp.report(fragment, Icmp.TIME_EXCEEDED, Icmp.REASSEMBLY_TIME_EXCEEDED, 0);
        }
        super.late(fragment, isFirst);
    }

    /// Trace line: the packet is a part of a datagram.
    public record Fragment(int offset, int bytes) {}
}
