package dev.weft.net.netfilter.conntrack;

import dev.weft.core.time.Timer;
import dev.weft.net.namespace.Jiffies;
import java.util.Arrays;

/// Ends connections: those whose time is up, those nobody confirmed, and, when the table is full, those that
/// have shown the least life (kernel: `gc_worker`, `early_drop`).
final class Reaper {
    /// Slots looked at before others may do something.
    private static final int SLICE = 8192;

    private static final int BUCKETS_TRIED = 8;

    /// The shortest time between two looks at everything.
    private static final long PAUSE = 1_000_000_000L;

    private final Conntrack conntrack;
    private int[] retired = new int[16];
    private int retiredCount;
    private int cursor;
    private int nearest = Integer.MAX_VALUE;

    private final Timer timer = new Timer() {
        @Override
        public void expire(long nowNanos) {
            sweep(nowNanos);
        }
    };

    Reaper(Conntrack conntrack) {
        this.conntrack = conntrack;
    }

    // ---- those that have ended

    void retired(int slot) {
        if (retiredCount == retired.length) {
            retired = Arrays.copyOf(retired, 2 * retiredCount);
        }
        retired[retiredCount++] = slot;
    }

    /// No packet on its way belongs to those that were retired earlier.
    void releaseRetired() {
        for (int i = 0; i < retiredCount; i++) {
            conntrack.extensions().remove(retired[i]);
            conntrack.connections().release(retired[i]);
        }
        retiredCount = 0;
    }

    // ---- those whose time is up

    /// There is a connection; somebody must look after it.
    void isNeeded() {
        if (!timer.isSet()) {
            arm(conntrack.worker().now() + PAUSE);
        }
    }

    /// Something ends in so many jiffies, if nothing happens.
    void expect(int span) {
        long at = conntrack.worker().now() + Math.max(PAUSE, Jiffies.toNanos(span));
        if (cursor == 0 && (!timer.isSet() || timer.deadlineNanos() > at)) {
            arm(at);
        }
    }

    private void arm(long at) {
        conntrack.worker().timers().set(timer, at);
    }

    private void sweep(long now) {
        Connections connections = conntrack.connections();
        conntrack.begin(now, conntrack.worker().graph().pass());
        if (cursor == 0) {
            nearest = Integer.MAX_VALUE;
        }
        int from = Math.max(1, cursor);
        int to = Math.min(connections.slots(), from + SLICE);
        for (int slot = from; slot < to; slot++) {
            if (connections.isUsed(slot)) {
                look(slot);
            }
        }
        if (to < connections.slots()) {
            cursor = to;
            arm(now + 1_000_000);
            return;
        }
        cursor = 0;
        if (nearest != Integer.MAX_VALUE) {
            arm(now + Math.max(PAUSE, Jiffies.toNanos(nearest)));
        } else if (connections.size() > 0) {
            arm(now + PAUSE);
        }
    }

    private void look(int slot) {
        Connections connections = conntrack.connections();
        int status = connections.status(slot);
        if ((status & ConnectionStatus.DYING) != 0) {
            return;
        }
        if ((status & ConnectionStatus.CONFIRMED) == 0) {
            if (connections.stamp(slot) != conntrack.pass()) {
                conntrack.kill(slot);
            }
            return;
        }
        int left = connections.timeout(slot) - conntrack.jiffies();
        if (left <= 0) {
            conntrack.kill(slot);
        } else {
            nearest = Math.min(nearest, left);
        }
    }

    // ---- when the table is full

    /// Makes room near the bucket of a hash, at the cost of a connection that is not assured.
    ///
    /// @return whether there is room now
    boolean earlyDrop(int hash) {
        Connections connections = conntrack.connections();
        for (int ahead = 0; ahead < BUCKETS_TRIED; ahead++) {
            int entry = connections.first(hash, ahead);
            while (entry != 0) {
                int slot = entry >>> 1;
                int status = connections.status(slot);
                entry = connections.next(entry);
                boolean spared = (status & (ConnectionStatus.ASSURED | ConnectionStatus.FIXED_TIMEOUT)) != 0;
                boolean confirmed = (status & ConnectionStatus.CONFIRMED) != 0;
                boolean over =
                        confirmed ? !spared || conntrack.isExpired(slot) : connections.stamp(slot) != conntrack.pass();
                if (over) {
                    conntrack.kill(slot);
                    conntrack.count(Statistic.EARLY_DROP);
                    return true;
                }
            }
        }
        return false;
    }
}
