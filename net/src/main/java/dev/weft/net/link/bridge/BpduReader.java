package dev.weft.net.link.bridge;

import dev.weft.core.wire.Bpdu;

/// A received configuration BPDU with its times in nanoseconds.
record BpduReader(Bpdu bpdu) {
    long root() {
        return bpdu.root();
    }

    int rootPathCost() {
        return bpdu.rootPathCost();
    }

    long bridge() {
        return bpdu.bridge();
    }

    int port() {
        return bpdu.port();
    }

    long messageAge() {
        return StpTimes.ofTicks(bpdu.messageAge());
    }

    long maxAge() {
        return StpTimes.ofTicks(bpdu.maxAge());
    }

    long helloTime() {
        return StpTimes.ofTicks(bpdu.helloTime());
    }

    long forwardDelay() {
        return StpTimes.ofTicks(bpdu.forwardDelay());
    }

    boolean isTopologyChange() {
        return (bpdu.flags() & Bpdu.TOPOLOGY_CHANGE) != 0;
    }

    boolean isAcknowledgment() {
        return (bpdu.flags() & Bpdu.TOPOLOGY_CHANGE_ACKNOWLEDGMENT) != 0;
    }
}
