package dev.weft.core.time;

/// Time that moves only when it is told to: by jumps to the next timer, and by a little for every packet and node, so
/// that
/// a loop of bridges or an endless stream lets time pass.
public final class VirtualClock extends Clock {
    /// The wall clock of a fresh network: 2026-01-01 00:00:00 UTC.
    public static final long DEFAULT_EPOCH_NANOS = 1_767_225_600_000_000_000L;

    private static final long NANOS_PER_HOP = 250;

    private final long epochAtStart;
    private volatile long now;

    public VirtualClock() {
        this(DEFAULT_EPOCH_NANOS);
    }

    public VirtualClock(long epochAtStart) {
        this.epochAtStart = epochAtStart;
    }

    @Override
    public long nanos() {
        return now;
    }

    @Override
    public long epochNanos() {
        return epochAtStart + now;
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread moves it, others read
    public void worked(int packets) {
        now += packets * NANOS_PER_HOP;
    }

    /// Jumps forward; never back.
    public void advanceTo(long nanos) {
        if (nanos > now) {
            now = nanos;
        }
    }
}
