package dev.weft.core.packet;

/// What a device has counted (`struct rtnl_link_stats64`); written by the worker that owns the device's namespace.
public final class DeviceStatistics {
    private long rxPackets;
    private long rxBytes;
    private long rxErrors;
    private long rxDropped;
    private long multicast;
    private long txPackets;
    private long txBytes;
    private long txErrors;
    private long txDropped;
    private long collisions;
    private long carrierChanges;

    public void received(int bytes) {
        received(1, bytes);
    }

    public void received(int packets, int bytes) {
        rxPackets += packets;
        rxBytes += bytes;
    }

    public void transmitted(int bytes) {
        transmitted(1, bytes);
    }

    public void transmitted(int packets, int bytes) {
        txPackets += packets;
        txBytes += bytes;
    }

    public void receivedMulticast() {
        multicast++;
    }

    public void rxDropped() {
        rxDropped++;
    }

    public void txDropped() {
        txDropped++;
    }

    public void rxError() {
        rxErrors++;
    }

    public void txError() {
        txErrors++;
    }

    public void carrierChanged() {
        carrierChanges++;
    }

    public long rxPackets() {
        return rxPackets;
    }

    public long rxBytes() {
        return rxBytes;
    }

    public long rxErrors() {
        return rxErrors;
    }

    public long rxDroppedCount() {
        return rxDropped;
    }

    public long multicast() {
        return multicast;
    }

    public long txPackets() {
        return txPackets;
    }

    public long txBytes() {
        return txBytes;
    }

    public long txErrors() {
        return txErrors;
    }

    public long txDroppedCount() {
        return txDropped;
    }

    public long collisions() {
        return collisions;
    }

    public long carrierChanges() {
        return carrierChanges;
    }
}
