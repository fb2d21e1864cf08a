package dev.weft.host.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import dev.weft.core.errno.Errno;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// poll.h: is a descriptor ready?
public final class Poll {
    public static final int POLLIN = 0x1;
    public static final int POLLOUT = 0x4;
    public static final int POLLERR = 0x8;
    public static final int POLLHUP = 0x10;

    private static final Function POLL = Function.of("poll");
    private static final int POLLFD_BYTES = 8;

    private Poll() {}

    /// Waits for one of `events`, or for an error or a hang-up, which are always told.
    ///
    /// @param timeoutMillis -1 to wait for ever
    /// @return what there is, 0 when the time is over
    public static int await(int fd, int events, int timeoutMillis) throws ErrnoException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment pollfd = arena.allocate(POLLFD_BYTES, 4);
            pollfd.set(JAVA_INT, 0, fd);
            pollfd.set(JAVA_SHORT, 4, (short) events);
            long ready;
            do {
                ready = POLL.tryCall(pollfd.address(), 1, timeoutMillis, 0, 0, 0);
            } while (-ready == Errno.EINTR.number());
            if (ready < 0) {
                throw new ErrnoException("poll", (int) -ready);
            }
            return pollfd.get(JAVA_SHORT, 6);
        }
    }
}
