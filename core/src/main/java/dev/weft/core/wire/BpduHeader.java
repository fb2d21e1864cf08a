package dev.weft.core.wire;

import dev.weft.core.packet.Packet;

/// The values of a [Bpdu].
public sealed interface BpduHeader {
    /// "I am this bridge and think that one the root" (IEEE 802.1D-1998 §9.3.1); times in units of 1/256 s.
    record Configuration(
            int flags,
            BridgeId root,
            int rootPathCost,
            BridgeId bridge,
            int port,
            int messageAge,
            int maxAge,
            int helloTime,
            int forwardDelay)
            implements BpduHeader {}

    /// "The topology has changed", sent towards the root (§9.3.2).
    record TopologyChangeNotification() implements BpduHeader {}

    static BpduHeader read(Packet packet, int offset) {
        Bpdu view = new Bpdu(packet, offset);
        if (view.type() == Bpdu.TOPOLOGY_CHANGE_NOTIFICATION) {
            return new TopologyChangeNotification();
        }
        return new Configuration(
                view.flags(),
                new BridgeId(view.root()),
                view.rootPathCost(),
                new BridgeId(view.bridge()),
                view.port(),
                view.messageAge(),
                view.maxAge(),
                view.helloTime(),
                view.forwardDelay());
    }

    default void write(Packet packet, int offset) {
        Bpdu view = new Bpdu(packet, offset);
        switch (this) {
            case TopologyChangeNotification() -> view.head(Bpdu.TOPOLOGY_CHANGE_NOTIFICATION);
            case Configuration values -> {
                view.head(Bpdu.CONFIGURATION);
                view.flags(values.flags);
                view.root(values.root.bits());
                view.rootPathCost(values.rootPathCost);
                view.bridge(values.bridge.bits());
                view.port(values.port);
                view.messageAge(values.messageAge);
                view.maxAge(values.maxAge);
                view.helloTime(values.helloTime);
                view.forwardDelay(values.forwardDelay);
            }
        }
    }

    default int length() {
        return switch (this) {
            case TopologyChangeNotification() -> Bpdu.NOTIFICATION_LENGTH;
            case Configuration values -> Bpdu.CONFIGURATION_LENGTH;
        };
    }
}
