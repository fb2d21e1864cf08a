package dev.weft.core.graph;

import dev.weft.core.packet.NetDevice;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The node types of a network and their ids, the same for every worker: what graphs are built from and arc programs
/// compiled to.
public final class GraphPlan {
    private final List<NodeType> types;
    private final Map<String, Integer> ids = new HashMap<>();

    public GraphPlan(Collection<NodeType> types) {
        List<NodeType> all = new ArrayList<>();
        all.add(NodeType.of("nowhere", Nowhere::new)); // so that id 0 means "no node"
        all.addAll(types);
        for (NodeType type : all) {
            if (ids.put(type.name(), ids.size()) != null) {
                throw new IllegalArgumentException("two nodes are named " + type.name());
            }
        }
        this.types = List.copyOf(all);
    }

    public List<NodeType> types() {
        return types;
    }

    public int id(String name) {
        Integer id = ids.get(name);
        if (id == null) {
            throw new IllegalArgumentException("no node is named " + name);
        }
        return id;
    }

    public boolean has(String name) {
        return ids.containsKey(name);
    }

    /// Tells a device at which nodes its packets go in and out.
    public void connect(NetDevice device) {
        device.nodes(id(device.inputNodeName()), id(device.outputNodeName()));
    }

    /// Where packets go that were sent to no node: a bug in whoever sent them.
    private static final class Nowhere extends Node {
        private final Drop lost = drop(DropReason.NOT_SPECIFIED);

        @Override
        public void process(Frame frame) {
            for (int i = 0; i < frame.size(); i++) {
                lost.send(frame.get(i));
            }
        }
    }
}
