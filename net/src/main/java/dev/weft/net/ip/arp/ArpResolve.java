package dev.weft.net.ip.arp;

import dev.weft.core.graph.Drop;
import dev.weft.core.graph.DropReason;
import dev.weft.core.graph.Frame;
import dev.weft.core.graph.NodeType;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.Packet;
import dev.weft.core.wire.Icmp;
import dev.weft.net.ip.icmp.IcmpErrors;
import dev.weft.net.ip.neighbor.Neighbor;
import dev.weft.net.ip.neighbor.NeighborNode;
import dev.weft.net.ip.neighbor.NeighborTable;
import dev.weft.net.ip.v4.Ip4Routing;

/// Where IPv4 packets come whose neighbour is not known, or must show that it is still there (kernel:
/// `neigh_resolve_output`).
public final class ArpResolve extends NeighborNode {
    public static final String NAME = "arp-resolve";
    public static final NodeType TYPE =
            NodeType.of(NAME, ArpResolve::new, "neigh_resolve_output", "__neigh_event_send");

    private static final int DESTINATION = 16;

    private final IcmpErrors icmp = new IcmpErrors(next(IcmpErrors.NODE));
    private final Drop tableFull = drop(DropReason.NEIGH_CREATEFAIL);

    @Override
    public void process(Frame frame) {
        for (int i = 0; i < frame.size(); i++) {
            Packet packet = frame.get(i);
            NetDevice device = packet.txDevice();
            NeighborTable table = ArpTable.of(device.namespace());
            int address = Ip4Routing.way(packet).nextAddress(packet.i32(DESTINATION));
            Neighbor neighbor = table.lookupOrCreate(device, address);
            if (neighbor == null) {
                tableFull.send(packet);
            } else if (table.resolve(neighbor, packet, this)) {
                transmit(packet);
            }
        }
    }

    @Override
    protected void reportUnreachable(Packet packet) {
        icmp.report(packet, Icmp.DESTINATION_UNREACHABLE, Icmp.HOST_UNREACHABLE, 0);
    }
}
