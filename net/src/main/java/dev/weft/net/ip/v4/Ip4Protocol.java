package dev.weft.net.ip.v4;

import dev.weft.core.graph.Drop;
import dev.weft.core.graph.DropReason;
import dev.weft.core.graph.Frame;
import dev.weft.core.graph.Next;
import dev.weft.core.graph.Node;
import dev.weft.core.graph.NodeType;
import dev.weft.core.graph.Sink;
import dev.weft.core.packet.Packet;
import dev.weft.core.wire.Icmp;
import dev.weft.core.wire.Ipv4;
import dev.weft.net.ip.icmp.IcmpErrors;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// Shows the packet to the raw sockets that want it and hands it to its protocol (kernel: `ip_local_deliver_finish`,
/// `ip_protocol_deliver_rcu`). From here on the data begins behind the IP header.
public final class Ip4Protocol extends Node {
    public static final String NAME = "ip4-protocol";

    private final @Nullable Next[] handlers = new Next[256];
    private final IcmpErrors icmp = new IcmpErrors(next(IcmpErrors.NODE));
    private final Sink delivered = sink("delivered to a raw socket");
    private final Drop noProtocol = drop(DropReason.IP_NOPROTO);

    private Ip4Protocol(SortedMap<Integer, String> nodes) {
        nodes.forEach((protocol, node) -> handlers[protocol] = next(node));
    }

    /// @param handlers the node that handles each protocol
    public static NodeType type(SortedMap<Integer, String> handlers) {
        return NodeType.of(NAME, () -> new Ip4Protocol(handlers), "ip_local_deliver_finish", "ip_protocol_deliver_rcu");
    }

    @Override
    public void process(Frame frame) {
        for (int i = 0; i < frame.size(); i++) {
            Packet packet = frame.get(i);
            Ip4Counters counters = Ip4Counters.of(packet.rxDevice().namespace());
            Ipv4 ip = new Ipv4(packet, 0);
            int protocol = ip.protocol();
            boolean raw = Transports.of(packet.rxDevice().namespace()).deliverRaw(packet, protocol);
            Next handler = handlers[protocol];
            if (handler != null) {
                counters.increment(Ip4Counter.IN_DELIVERS);
                packet.pull(ip.headerLength());
                packet.transportOffset(0);
                handler.send(packet);
            } else if (raw) {
                counters.increment(Ip4Counter.IN_DELIVERS);
                delivered.send(packet);
            } else {
                counters.increment(Ip4Counter.IN_UNKNOWN_PROTOS);
                icmp.report(packet, Icmp.DESTINATION_UNREACHABLE, Icmp.PROTOCOL_UNREACHABLE, 0);
                noProtocol.send(packet);
            }
        }
    }
}
