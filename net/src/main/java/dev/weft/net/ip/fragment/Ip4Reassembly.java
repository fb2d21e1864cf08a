package dev.weft.net.ip.fragment;

import dev.weft.core.graph.Drop;
import dev.weft.core.graph.DropReason;
import dev.weft.core.graph.Frame;
import dev.weft.core.graph.Next;
import dev.weft.core.graph.Node;
import dev.weft.core.graph.NodeType;
import dev.weft.core.graph.Sink;
import dev.weft.core.packet.Packet;
import dev.weft.core.wire.Icmp;
import dev.weft.net.ip.icmp.IcmpErrors;
import dev.weft.net.ip.v4.Ip4Local;
import org.jspecify.annotations.Nullable;

/// Where fragments for this host wait for each other (kernel: `ip_defrag`).
public final class Ip4Reassembly extends Node implements Fragments.Ends {
    public static final String NAME = "ip4-reassembly";
    public static final NodeType TYPE =
            NodeType.of(NAME, Ip4Reassembly::new, "ip_defrag", "ip_frag_queue", "ip_frag_reasm");

    private final Next local = next(Ip4Local.NAME);
    private final IcmpErrors icmp = new IcmpErrors(next(IcmpErrors.NODE));
    private final Sink used = sink("put together with the others");
    private final Drop overlapping = drop(DropReason.DUP_FRAG);
    private final Drop tooFar = drop(DropReason.FRAG_TOO_FAR);
    private final Drop noRoom = drop(DropReason.PROTO_MEM);
    private final Drop late = drop(DropReason.FRAG_REASM_TIMEOUT);

    @Override
    public void process(Frame frame) {
        for (int i = 0; i < frame.size(); i++) {
            Packet packet = frame.get(i);
            Fragments fragments = Fragments.of(packet.rxDevice().namespace());
            Packet whole = fragments.add(packet, Fragments.LOCAL_DELIVER, this);
            if (whole != null) {
                local.send(whole);
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
}
