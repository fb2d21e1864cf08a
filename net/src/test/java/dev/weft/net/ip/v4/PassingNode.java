package dev.weft.net.ip.v4;

import dev.weft.core.graph.Arcs;
import dev.weft.core.graph.Frame;
import dev.weft.core.graph.Node;
import dev.weft.core.graph.NodeType;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.Packet;
import dev.weft.core.wire.Ip4Address;
import dev.weft.core.wire.Ipv4;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Stands on a hook, writes down who passes, and lets everybody through.
public final class PassingNode extends Node {
    public static final String NAME = "test-passing";
    public static final NodeType TYPE = NodeType.of(NAME, PassingNode::new);

    private final Arcs arcs = arcs();
    private final List<String> seen = new ArrayList<>();

    /// What passed: `SOURCE > DESTINATION in DEVICE out DEVICE`.
    public List<String> seen() {
        return seen;
    }

    @Override
    public void process(Frame frame) {
        for (int i = 0; i < frame.size(); i++) {
            Packet packet = frame.get(i);
            Ipv4 ip = new Ipv4(packet, 0);
            seen.add(Ip4Address.toString(ip.source()) + " > " + Ip4Address.toString(ip.destination())
                    + name(" in ", packet.rxDeviceOrNull())
                    + name(" out ", packet.txDeviceOrNull()));
            arcs.proceed(packet);
        }
    }

    private static String name(String word, @Nullable NetDevice device) {
        return device == null ? "" : word + device.name();
    }
}
