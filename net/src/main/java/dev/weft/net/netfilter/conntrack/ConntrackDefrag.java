package dev.weft.net.netfilter.conntrack;

import dev.weft.core.graph.Arcs;
import dev.weft.core.graph.Drop;
import dev.weft.core.graph.DropReason;
import dev.weft.core.graph.Frame;
import dev.weft.core.graph.Node;
import dev.weft.core.graph.NodeType;
import dev.weft.core.graph.Sink;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.Packet;
import dev.weft.core.wire.Ipv4;
import dev.weft.net.ip.fragment.Fragments;
import dev.weft.net.ip.v4.Ip4Input;
import dev.weft.net.ip.v4.Ip4LocalOutput;
import org.jspecify.annotations.Nullable;

/// Puts fragments together before they are tracked, for only the first has ports (kernel:
/// `ipv4_conntrack_defrag`).
public final class ConntrackDefrag extends Node implements Fragments.Ends {
    static final String IN = "conntrack-defrag";
    static final String OUT = "conntrack-defrag-out";

    public static final NodeType ON_INPUT = type(IN, true);
    public static final NodeType ON_OUTPUT = type(OUT, false);

    private static final int FRAGMENT_WORD = 6;
    private static final int IS_FRAGMENT = Ipv4.MORE_FRAGMENTS | Ipv4.OFFSET_MASK;

    private final boolean input;
    private final Arcs arcs = arcs();
    private @Nullable Packet current;
    private final Sink used = sink("put together with the others");
    private final Drop overlapping = drop(DropReason.DUP_FRAG);
    private final Drop tooFar = drop(DropReason.FRAG_TOO_FAR);
    private final Drop noRoom = drop(DropReason.PROTO_MEM);
    private final Drop late = drop(DropReason.FRAG_REASM_TIMEOUT);

    private ConntrackDefrag(boolean input) {
        this.input = input;
    }

    private static NodeType type(String name, boolean input) {
        return NodeType.of(
                        name,
                        () -> new ConntrackDefrag(input),
                        "ipv4_conntrack_defrag",
                        "nf_ct_ipv4_gather_frags",
                        "ip_defrag")
                .behind(input ? Ip4Input.NAME : Ip4LocalOutput.NAME);
    }

    @Override
    public void process(Frame frame) {
        for (int i = 0; i < frame.size(); i++) {
            Packet packet = frame.get(i);
            if ((packet.u16(FRAGMENT_WORD) & IS_FRAGMENT) == 0
                    || packet.connection() > 0
                    || packet.connectionInfo() == ConnectionInfo.UNTRACKED) {
                arcs.proceed(packet);
                continue;
            }
            NetDevice device = input ? packet.rxDevice() : packet.txDevice();
            current = packet;
            int user = input ? Fragments.CONNTRACK_IN : Fragments.CONNTRACK_OUT;
            Packet whole = Fragments.of(device.namespace()).add(packet, user, this);
            current = null;
            if (whole != null) {
                arcs.proceed(whole);
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
        late.send(fragment);
    }

    @Override
    public @Nullable Packet allocate(int bytes) {
        Packet whole = worker().pool().allocate(bytes);
        if (whole != null && current != null) {
            whole.takeArcs(current);
        }
        return whole;
    }
}
