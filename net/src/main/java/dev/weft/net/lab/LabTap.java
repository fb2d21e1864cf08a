package dev.weft.net.lab;

import dev.weft.core.graph.Arcs;
import dev.weft.core.graph.Frame;
import dev.weft.core.graph.Node;
import dev.weft.core.graph.NodeType;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.Packet;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// Keeps a copy of what passes a device's input, for tests to look at.
final class LabTap extends Node {
    static final String NAME = "lab-tap";
    static final NodeType TYPE = NodeType.of(NAME, LabTap::new);

    private final Arcs arcs = arcs();
    private final Map<NetDevice, List<byte[]>> seen = new IdentityHashMap<>();

    void watch(NetDevice device) {
        seen.computeIfAbsent(device, d -> new ArrayList<>());
    }

    List<byte[]> seen(NetDevice device) {
        return List.copyOf(seen.getOrDefault(device, List.of()));
    }

    @Override
    public void process(Frame frame) {
        for (int i = 0; i < frame.size(); i++) {
            Packet packet = frame.get(i);
            List<byte[]> frames = seen.get(packet.rxDevice());
            if (frames != null) {
                frames.add(packet.toByteArray());
            }
            arcs.proceed(packet);
        }
    }
}
