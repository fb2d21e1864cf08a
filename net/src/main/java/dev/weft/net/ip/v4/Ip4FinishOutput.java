package dev.weft.net.ip.v4;

import dev.weft.core.graph.DeviceOutput;
import dev.weft.core.graph.Drop;
import dev.weft.core.graph.DropReason;
import dev.weft.core.graph.Frame;
import dev.weft.core.graph.Next;
import dev.weft.core.graph.Node;
import dev.weft.core.graph.NodeType;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.Packet;
import dev.weft.core.packet.PacketFlag;
import dev.weft.net.ip.arp.ArpResolve;
import dev.weft.net.ip.arp.ArpTable;
import dev.weft.net.ip.fib.Nexthop;
import dev.weft.net.ip.fragment.Ip4Fragment;
import dev.weft.net.ip.neighbor.Neighbor;
import dev.weft.net.ip.neighbor.NudState;
import org.jspecify.annotations.Nullable;

/// The last step of IPv4: finds the neighbour and puts its link-layer header in front; what is too large is cut first
/// (kernel: `ip_finish_output`, `ip_finish_output2`).
public final class Ip4FinishOutput extends Node {
    public static final String NAME = "ip4-finish-output";
    public static final NodeType TYPE = NodeType.of(
            NAME, Ip4FinishOutput::new, "ip_finish_output", "__ip_finish_output", "ip_finish_output2", "neigh_output");

    private static final int DESTINATION = 16;

    private final Next deviceOutput = next(DeviceOutput.NAME);
    private final Next resolve = next(ArpResolve.NAME);
    private final Next fragment = next(Ip4Fragment.NAME);
    private final Drop tableFull = drop(DropReason.NEIGH_CREATEFAIL);
    private @Nullable Neighbor last;

    @Override
    public void process(Frame frame) {
        for (int i = 0; i < frame.size(); i++) {
            Packet packet = frame.get(i);
            Nexthop way = Ip4Routing.way(packet);
            NetDevice device = packet.txDevice();
            int mtu = Ip4Routing.outputMtu(way, packet);
            if (packet.length() > mtu && !Segments.fit(packet, mtu)) {
                fragment.send(packet);
                continue;
            }
            Neighbor neighbor = neighbor(device, way.nextAddress(packet.i32(DESTINATION)));
            if (neighbor == null) {
                device.statistics().txDropped();
                tableFull.send(packet);
                continue;
            }
            if (packet.has(PacketFlag.CONFIRM_NEIGHBOR)) {
                neighbor.confirm();
            }
            if (packet.isTraced()) {
                packet.trace(new Reached(neighbor.toString(), neighbor.state()));
            }
            if (neighbor.isReady()) {
                neighbor.writeHeader(packet);
                deviceOutput.send(packet);
            } else {
                resolve.send(packet);
            }
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
    public record Reached(String neighbor, NudState state) {}
}
