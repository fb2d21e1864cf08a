package dev.weft.net.ip.fragment;

import dev.weft.core.graph.Drop;
import dev.weft.core.graph.DropReason;
import dev.weft.core.graph.Node;
import dev.weft.core.graph.Sink;
import dev.weft.core.packet.Packet;
import dev.weft.core.wire.Ipv4;
import org.jspecify.annotations.Nullable;

/// A node at which fragments wait for each other, and the arcs on which those end that do not go on.
public abstract class ReassemblyNode extends Node implements Fragments.Ends {
    private static final int FRAGMENT_WORD = 6;
    private static final int IS_FRAGMENT = Ipv4.MORE_FRAGMENTS | Ipv4.OFFSET_MASK;

    private final Sink used = sink("put together with the other fragments");
    private final Drop overlapping = drop(DropReason.DUP_FRAG);
    private final Drop tooFar = drop(DropReason.FRAG_TOO_FAR);
    private final Drop noRoom = drop(DropReason.PROTO_MEM);
    private final Drop late = drop(DropReason.FRAG_REASM_TIMEOUT);

    protected static boolean isFragment(Packet packet) {
        return (packet.u16(FRAGMENT_WORD) & IS_FRAGMENT) != 0;
    }

    @Override
    public final void used(Packet fragment) {
        used.send(fragment);
    }

    @Override
    public final void overlapping(Packet fragment) {
        overlapping.send(fragment);
    }

    @Override
    public final void tooFar(Packet fragment) {
        tooFar.send(fragment);
    }

    @Override
    public final void noRoom(Packet fragment) {
        noRoom.send(fragment);
    }

    @Override
    public void late(Packet fragment, boolean isFirst) {
        late.send(fragment);
    }

    @Override
    public @Nullable Packet allocate(int bytes) {
        return pool().allocate(bytes);
    }
}
