package dev.weft.core.graph;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Waits by parking the thread: for networks that are joined to no host.
public final class ParkingIdler implements Idler {
    private volatile @Nullable Thread thread;
    private volatile boolean woken;

    @Override
    public void idle(long nanos) {
        thread = Thread.currentThread();
        if (!woken) {
            LockSupport.parkNanos(this, nanos);
        }
        woken = false;
        thread = null;
    }

    @Override
    public void wake() {
        woken = true;
        Thread waiting = thread;
        if (waiting != null) {
            LockSupport.unpark(waiting);
        }
    }
}
