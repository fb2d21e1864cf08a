package dev.weft.net.ip.v4;

import dev.weft.core.graph.DeviceOutput;
import dev.weft.core.graph.Drop;
import dev.weft.core.graph.DropReason;
import dev.weft.core.graph.Frame;
import dev.weft.core.graph.Next;
import dev.weft.core.graph.Node;
import dev.weft.core.graph.NodeType;
import dev.weft.core.graph.Sink;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.Packet;
import dev.weft.core.packet.PacketFlag;
import dev.weft.core.wire.Icmp;
import dev.weft.net.ip.arp.ArpResolve;
import dev.weft.net.ip.arp.ArpTable;
import dev.weft.net.ip.fib.Nexthop;
import dev.weft.net.ip.fragment.Ip4Fragmenter;
import dev.weft.net.ip.icmp.IcmpErrors;
import dev.weft.net.ip.neighbor.Neighbor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The last step of IPv4: what is too large is cut, then the neighbour's link-layer header is put in front (kernel:
/// `ip_finish_output`, `ip_finish_output2`).
public final class Ip4FinishOutput extends Node {
    public static final String NAME = "ip4-finish-output";
    public static final NodeType TYPE = NodeType.of(
            NAME, Ip4FinishOutput::new, "ip_finish_output", "__ip_finish_output", "ip_finish_output2", "neigh_output");

    private static final int DESTINATION = 16;

    private final Next deviceOutput = next(DeviceOutput.NAME);
    private final Next resolve = next(ArpResolve.NAME);
    private final IcmpErrors icmp = new IcmpErrors(next(IcmpErrors.NODE));
    private final Sink fragmented = sink("sent in fragments");
    private final Drop mayNotBeCut = drop(DropReason.PKT_TOO_BIG);
    private final Drop noMemory = drop(DropReason.NOMEM);
    private final Drop tableFull = drop(DropReason.NEIGH_CREATEFAIL);
    private final Consumer<Packet> pieces = this::finishPiece;
    private int pieceCount;
    private long pieceBytes;
    private @Nullable Neighbor last;

    @Override
    public void process(Frame frame) {
        for (int i = 0; i < frame.size(); i++) {
            Packet packet = frame.get(i);
            int mtu = Ip4Routing.outputMtu(Ip4Routing.way(packet), packet);
            if (packet.length() > mtu && !Segments.fit(packet, mtu)) {
                cut(packet, mtu);
            } else {
                finish(packet);
            }
        }
    }

    private void cut(Packet packet, int mtu) {
        Ip4Counters counters = Ip4Counters.of(packet.txDevice().namespace());
        pieceCount = 0;
        pieceBytes = 0;
        int length = packet.length();
        if (!Ip4Fragmenter.canCut(packet, mtu)) {
            counters.increment(Ip4Counter.FRAG_FAILS);
            icmp.report(packet, Icmp.DESTINATION_UNREACHABLE, Icmp.FRAGMENTATION_NEEDED, mtu);
            mayNotBeCut.send(packet);
        } else if (Ip4Fragmenter.cut(packet, mtu, worker().pool(), pieces)) {
            counters.increment(Ip4Counter.FRAG_OKS);
            fragmented.send(packet);
        } else {
            counters.increment(Ip4Counter.FRAG_FAILS);
            noMemory.send(packet);
        }
        // it was counted whole on its way here
        counters.add(Ip4Counter.OUT_TRANSMITS, pieceCount - 1);
        counters.add(Ip4Counter.OUT_OCTETS, pieceBytes - length);
    }

    private void finishPiece(Packet piece) {
        pieceCount++;
        pieceBytes += piece.length();
        finish(piece);
    }

    /// Kernel: `ip_finish_output2`.
    private void finish(Packet packet) {
        Nexthop way = Ip4Routing.way(packet);
        NetDevice device = packet.txDevice();
        Neighbor neighbor = neighbor(device, way.nextAddress(packet.i32(DESTINATION)));
        if (neighbor == null) {
            device.statistics().txDropped();
            tableFull.send(packet);
            return;
        }
        if (packet.has(PacketFlag.CONFIRM_NEIGHBOR)) {
            neighbor.confirm();
        }
        if (packet.isTraced()) {
            packet.trace(new Reached(neighbor.toString()));
        }
        if (neighbor.isReady() && resolve.isIdle()) {
            neighbor.writeHeader(packet);
            deviceOutput.send(packet);
        } else {
            resolve.send(packet);
        }
    }

    /// The neighbour of that address, which mostly is that of the packet before.
    private @Nullable Neighbor neighbor(NetDevice device, int address) {
        Neighbor known = last;
        if (known == null || known.device() != device || (int) known.low() != address || known.isDead()) {
            known = ArpTable.of(device.namespace()).lookupOrCreate(device, address);
            last = known;
        }
        return known;
    }

    /// Trace line: the neighbour that the packet goes to.
    public record Reached(String neighbor) {}
}
