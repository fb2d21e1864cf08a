package dev.weft.net.ip.v4;

import dev.weft.core.graph.Arcs;
import dev.weft.core.graph.Drop;
import dev.weft.core.graph.DropReason;
import dev.weft.core.graph.Frame;
import dev.weft.core.graph.Next;
import dev.weft.core.graph.Node;
import dev.weft.core.graph.NodeType;
import dev.weft.core.graph.Sink;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.Packet;
import dev.weft.core.wire.Icmp;
import dev.weft.core.wire.Ipv4;
import dev.weft.net.ip.fragment.Fragments;
import dev.weft.net.ip.icmp.IcmpErrors;
import dev.weft.net.netfilter.hook.Hook;
import dev.weft.net.netfilter.hook.Hooks;
import org.jspecify.annotations.Nullable;

/// What is for this host: fragments wait for each other, then the whole passes LOCAL_IN (kernel: `ip_local_deliver`,
/// `ip_defrag`).
public final class Ip4Local extends Node implements Fragments.Ends {
    public static final String NAME = "ip4-local";
    public static final NodeType TYPE = NodeType.of(NAME, Ip4Local::new, "ip_local_deliver");

    private static final int FRAGMENT_WORD = 6;
    private static final int IS_FRAGMENT = Ipv4.MORE_FRAGMENTS | Ipv4.OFFSET_MASK;

    private final Next protocol = next(Ip4Protocol.NAME);
    private final Arcs arcs = arcs();
    private final IcmpErrors icmp = new IcmpErrors(next(IcmpErrors.NODE));
    private final Sink used = sink("put together with the other fragments");
    private final Drop overlapping = drop(DropReason.DUP_FRAG);
    private final Drop tooFar = drop(DropReason.FRAG_TOO_FAR);
    private final Drop noRoom = drop(DropReason.PROTO_MEM);
    private final Drop late = drop(DropReason.FRAG_REASM_TIMEOUT);

    @Override
    public void process(Frame frame) {
        for (int i = 0; i < frame.size(); i++) {
            Packet packet = frame.get(i);
            NetDevice device = packet.rxDevice();
            Packet whole = packet;
            if ((packet.u16(FRAGMENT_WORD) & IS_FRAGMENT) != 0) {
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
    public void used(Packet fragment) {
        used.send(fragment);
    }

    @Override
    public void overlapping(Packet fragment) {
        overlapping.send(fragment);
    }

    @Override
    public void tooFar(Packet fragment) {
        tooFar.send(fragment);
    }

    @Override
    public void noRoom(Packet fragment) {
        noRoom.send(fragment);
    }

    @Override
    public void late(Packet fragment, boolean isFirst) {
        if (isFirst) {
            icmp.report(fragment, Icmp.TIME_EXCEEDED, Icmp.REASSEMBLY_TIME_EXCEEDED, 0);
        }
        late.send(fragment);
    }

    @Override
    public @Nullable Packet allocate(int bytes) {
        return worker().pool().allocate(bytes);
    }

    /// Trace line: the packet is a part of a datagram.
    public record Fragment(int offset, int bytes) {}
}
