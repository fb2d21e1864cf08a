package dev.weft.net.ip.neighbor;

/// What a table has counted, as `ip ntable` and `/proc/net/stat/arp_cache` show it (kernel: `struct neigh_statistics`).
public final class NeighborStatistics {
    private long allocations;
    private long destructions;
    private long failures;
    private long forcedCollections;
    private long discards;
    private long overflows;

    void allocated() {
        allocations++;
    }

    void destroyed() {
        destructions++;
    }

    void resolveFailed() {
        failures++;
    }

    void collected() {
        forcedCollections++;
    }

    void discarded() {
        discards++;
    }

    void tableFull() {
        overflows++;
    }

    public long allocations() {
        return allocations;
    }

    public long destructions() {
        return destructions;
    }

    /// Neighbours that never answered.
    public long failures() {
        return failures;
    }

    public long forcedCollections() {
        return forcedCollections;
    }

    /// Packets that had to give way in a full queue.
    public long discards() {
        return discards;
    }

    /// Neighbours for which there was no room.
    public long overflows() {
        return overflows;
    }
}
