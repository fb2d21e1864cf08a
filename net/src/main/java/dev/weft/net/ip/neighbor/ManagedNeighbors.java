package dev.weft.net.ip.neighbor;

import dev.weft.core.time.Timer;
import java.util.ArrayList;
import java.util.List;

/// Neighbours that the kernel keeps resolved by itself (`ip neigh … managed`; kernel: `neigh_managed_work`).
final class ManagedNeighbors {
    private final NeighborTable table;
    private final List<Neighbor> managed = new ArrayList<>(0);
    private final Timer timer = Timer.of(this::probeAll);

    ManagedNeighbors(NeighborTable table) {
        this.table = table;
    }

    void set(Neighbor neighbor, boolean on) {
        if (!on) {
            managed.remove(neighbor);
        } else if (!managed.contains(neighbor)) {
            managed.add(neighbor);
            if (!timer.isSet()) {
                wake();
            }
        }
    }

    private void probeAll() {
        List.copyOf(managed).forEach(Neighbor::use);
        if (!managed.isEmpty()) {
            wake();
        }
    }

    private void wake() {
        long interval = table.thresholds().defaults().nanos(NeighborSetting.INTERVAL_PROBE_TIME);
        table.timers().set(timer, table.now() + interval);
    }
}
