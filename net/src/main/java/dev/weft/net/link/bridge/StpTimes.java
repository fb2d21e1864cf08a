package dev.weft.net.link.bridge;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import java.util.concurrent.TimeUnit;

/// The three times of the spanning tree, in nanoseconds (IEEE 802.1D-1998 §8.10.2). People give and see hundredths of
/// a second, BPDUs carry 256ths.
final class StpTimes {
    static final long CENTISECOND = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    /// What each bridge adds to a message's age.
    static final long MESSAGE_AGE_INCREMENT = SECOND / 256;

    private static final long LEAST_FORWARD_DELAY = 2 * SECOND;
    private static final long MOST_FORWARD_DELAY = 30 * SECOND;

    long forwardDelay = 15 * SECOND;
    long helloTime = 2 * SECOND;
    long maxAge = 20 * SECOND;

    void copy(StpTimes other) {
        forwardDelay = other.forwardDelay;
        helloTime = other.helloTime;
        maxAge = other.maxAge;
    }

    /// @param checked is the protocol on, so that the bounds count?
    static long forwardDelay(long centiseconds, boolean checked) {
        long nanos = centiseconds * CENTISECOND;
        return checked ? within(nanos, LEAST_FORWARD_DELAY, MOST_FORWARD_DELAY) : nanos;
    }

    static long clampForwardDelay(long nanos) {
        return Math.clamp(nanos, LEAST_FORWARD_DELAY, MOST_FORWARD_DELAY);
    }

    static long helloTime(long centiseconds) {
        return within(centiseconds * CENTISECOND, SECOND, 10 * SECOND);
    }

    static long maxAge(long centiseconds) {
        return within(centiseconds * CENTISECOND, 6 * SECOND, 40 * SECOND);
    }

    private static long within(long nanos, long least, long most) {
        if (nanos < least || nanos > most) {
            throw new KernelError(Errno.ERANGE);
        }
        return nanos;
    }

    /// From the 256ths of a BPDU.
    static long ofTicks(int ticks) {
        return ticks * SECOND / 256;
    }

    static int ticks(long nanos) {
        return (int) (nanos * 256 / SECOND);
    }
}
