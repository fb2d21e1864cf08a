package dev.weft.net.ip.neighbor;

import dev.weft.core.time.Timer;
import dev.weft.net.namespace.Jiffies;
import java.util.List;

/// Collects neighbours that nobody uses, when there are many (kernel: `neigh_periodic_work`, `neigh_forced_gc`).
final class NeighborCollector {
    private static final long FIVE_SECONDS = Jiffies.toNanos(Jiffies.ofSeconds(5));

    private final NeighborTable table;
    private final Timer timer = Timer.of(this::collect);
    private long lastForced = -FIVE_SECONDS - 1;

    NeighborCollector(NeighborTable table) {
        this.table = table;
    }

    /// A neighbour was added: from a certain number on, the periodic collection runs.
    void grown() {
        if (table.size() >= table.thresholds().threshold1() && !timer.isSet()) {
            table.timers().set(timer, table.now() + period());
        }
    }

    private long period() {
        return table.thresholds().defaults().nanos(NeighborSetting.BASE_REACHABLE_TIME) / 2;
    }

    private void collect() {
        long now = table.now();
        for (Neighbor neighbor : table.neighbors()) {
            long last = Math.max(neighbor.usedAt(), Math.min(neighbor.confirmedAt(), now));
            long stale = neighbor.parameters().nanos(NeighborSetting.GC_STALE_TIME);
            if (isCollectable(neighbor) && (neighbor.state() == NudState.FAILED || now >= last + stale)) {
                table.remove(neighbor);
            }
        }
        if (table.size() >= table.thresholds().threshold1()) {
            table.timers().set(timer, now + period());
        }
    }

    /// Makes room for one more.
    ///
    /// @return whether there is any
    boolean makeRoom() {
        NeighborThresholds limits = table.thresholds();
        if (table.size() < limits.threshold2()) {
            return true;
        }
        List<Neighbor> all = table.neighbors();
        long counted = all.stream().filter(NeighborCollector::counts).count();
        long now = table.now();
        boolean full = counted >= limits.threshold3();
        if (!full && (counted < limits.threshold2() || now - lastForced <= FIVE_SECONDS)) {
            return true;
        }
        long surplus = counted - limits.threshold2();
        long removed = 0;
        table.statistics().collected();
        for (Neighbor neighbor : all) {
            if (removed >= surplus) {
                break;
            }
            if (isCollectable(neighbor) && isDispensable(neighbor, now)) {
                table.remove(neighbor);
                removed++;
            }
        }
        lastForced = now;
        return removed > 0 || !full;
    }

    private static boolean isDispensable(Neighbor neighbor, long now) {
        return neighbor.state() == NudState.FAILED
                || neighbor.state() == NudState.NOARP
                || now - neighbor.updatedAt() > FIVE_SECONDS;
    }

    private static boolean isCollectable(Neighbor neighbor) {
        return counts(neighbor) && neighbor.references() == 0;
    }

    /// What people or a control plane have set is neither counted nor collected.
    private static boolean counts(Neighbor neighbor) {
        return neighbor.state() != NudState.PERMANENT && (neighbor.flags() & NeighborFlag.EXT_LEARNED) == 0;
    }
}
