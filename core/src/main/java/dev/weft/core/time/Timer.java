package dev.weft.core.time;

import org.jspecify.annotations.Nullable;

/// Something to be done at a moment to come; it may be set again as often as one likes, without garbage.
public abstract class Timer {
    long deadline;

    @Nullable
    Timer previous;

    @Nullable
    Timer next;

    int slot = -1;

    /// Called by the owning worker when the deadline has passed; the timer is no longer set then.
    public abstract void expire(long nowNanos);

    public final boolean isSet() {
        return slot >= 0;
    }

    /// When it fires; meaningful while it is set.
    public final long deadlineNanos() {
        return deadline;
    }

    /// A timer from a lambda.
    public static Timer of(Runnable action) {
        return new Timer() {
            @Override
            public void expire(long nowNanos) {
                action.run();
            }
        };
    }
}
