package dev.weft.net.link.bridge;

import org.jspecify.annotations.Nullable;

/// The comparisons by which bridges agree on a tree: root, then path cost, then bridge, then port, and the smaller is
/// the better (IEEE 802.1D-1998 §8.6.2.2, §8.6.8.3, §8.6.9.3).
final class RootElection {
    private RootElection() {}

    /// Is the port a better way to the root than `best`?
    static boolean wins(BridgePort port, @Nullable BridgePort best, SpanningTree tree) {
        if (port.state == PortState.DISABLED
                || tree.isDesignated(port)
                || Long.compareUnsigned(tree.bridgeId(), port.designatedRoot) <= 0) {
            return false;
        }
        if (best == null) {
            return true;
        }
        int order = Long.compareUnsigned(port.designatedRoot, best.designatedRoot);
        if (order == 0) {
            order = Integer.compareUnsigned(port.designatedCost + port.pathCost, best.designatedCost + best.pathCost);
        }
        if (order == 0) {
            order = Long.compareUnsigned(port.designatedBridge, best.designatedBridge);
        }
        if (order == 0) {
            order = Integer.compare(port.designatedPort, best.designatedPort);
        }
        return order != 0 ? order < 0 : port.id() < best.id();
    }

    /// Is this bridge, by this port, the best way to the root for the segment behind the port?
    static boolean isBestOfSegment(BridgePort port, SpanningTree tree) {
        if (tree.isDesignated(port) || port.designatedRoot != tree.designatedRoot()) {
            return true;
        }
        int order = Integer.compareUnsigned(tree.rootPathCost(), port.designatedCost);
        if (order == 0) {
            order = Long.compareUnsigned(tree.bridgeId(), port.designatedBridge);
        }
        return order != 0 ? order < 0 : port.id() < port.designatedPort;
    }

    /// Is what a BPDU says better than, or the news of, what is known of the segment?
    static boolean supersedes(BpduReader bpdu, BridgePort port, SpanningTree tree) {
        int order = Long.compareUnsigned(bpdu.root(), port.designatedRoot);
        if (order == 0) {
            order = Integer.compareUnsigned(bpdu.rootPathCost(), port.designatedCost);
        }
        if (order == 0) {
            order = Long.compareUnsigned(bpdu.bridge(), port.designatedBridge);
        }
        if (order != 0) {
            return order < 0;
        }
        return bpdu.bridge() != tree.bridgeId() || bpdu.port() <= port.designatedPort;
    }
}
