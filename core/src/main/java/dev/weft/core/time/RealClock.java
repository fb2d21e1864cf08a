package dev.weft.core.time;

import java.time.Instant;

/// The machine's own time.
public final class RealClock extends Clock {
    private final long start = System.nanoTime();
    private final long epochAtStart;

    public RealClock() {
        Instant now = Instant.now();
        epochAtStart = now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    @Override
    public long nanos() {
        return System.nanoTime() - start;
    }

    @Override
    public long epochNanos() {
        return epochAtStart + nanos();
    }
}
