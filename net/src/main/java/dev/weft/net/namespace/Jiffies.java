package dev.weft.net.namespace;

/// The kernel's tick, in which it counts the times that people set (kernel: `HZ`): a sysctl reads back what it was
/// rounded to.
public final class Jiffies {
    /// Ticks a second, as Linux's own default configuration has it.
    public static final int HZ = 250;

    /// What user space takes the tick for (kernel: `USER_HZ`).
    public static final int USER_HZ = 100;

    private static final long NANOS = 1_000_000_000L / HZ;

    private Jiffies() {}

    public static long toNanos(int jiffies) {
        return jiffies * NANOS;
    }

    public static long fromNanos(long nanos) {
        return nanos / NANOS;
    }

    public static int ofSeconds(int seconds) {
        return seconds * HZ;
    }

    /// Rounds up, as `msecs_to_jiffies` does.
    public static int ofMillis(long millis) {
        return (int) ((millis * HZ + 999) / 1000);
    }
}
