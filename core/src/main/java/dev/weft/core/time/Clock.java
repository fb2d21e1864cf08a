package dev.weft.core.time;

/// The one source of time: monotonic nanoseconds, and the wall clock that goes with them.
public abstract class Clock {
    /// Nanoseconds since the network began.
    public abstract long nanos();

    /// Nanoseconds since 1970, as `date` and `tcpdump` tell them.
    public abstract long epochNanos();

    /// Says that the worker has moved `packets` one node further; virtual time lets this cost something.
    public void worked(int packets) {}
}
