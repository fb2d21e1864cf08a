package dev.weft.core.graph;

/// What `show runtime` tells of a node. Time is measured on every frame of some size and on one in sixteen of the small
/// ones.
public final class NodeStatistics {
    private long calls;
    private long packets;
    private long measuredPackets;
    private long measuredNanos;
    private long failures;

    void dispatched(int size) {
        calls++;
        packets += size;
    }

    void measured(int size, long nanos) {
        measuredPackets += size;
        measuredNanos += nanos;
    }

    void failed() {
        failures++;
    }

    void clear() {
        calls = 0;
        packets = 0;
        measuredPackets = 0;
        measuredNanos = 0;
    }

    public long calls() {
        return calls;
    }

    public long packets() {
        return packets;
    }

    public double nanosPerPacket() {
        return measuredPackets == 0 ? 0 : (double) measuredNanos / measuredPackets;
    }

    public double packetsPerCall() {
        return calls == 0 ? 0 : (double) packets / calls;
    }

    /// Frames that a broken invariant stopped.
    public long failures() {
        return failures;
    }
}
