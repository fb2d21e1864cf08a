package dev.weft.host.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// sys/epoll.h: waiting for many descriptors at once.
public final class Epoll implements AutoCloseable {
    public static final int EPOLLIN = 0x1;

    private static final Function EPOLL_CREATE1 = Function.of("epoll_create1");
    private static final Function EPOLL_CTL = Function.of("epoll_ctl");
    private static final Function EPOLL_WAIT = Function.of("epoll_wait");
    private static final Function EPOLL_PWAIT2 = Function.of("epoll_pwait2");
    private static final int EPOLL_CLOEXEC = 0x80000;
    private static final int EPOLL_CTL_ADD = 1;
    private static final int EPOLL_CTL_DEL = 2;
    private static final int MAX_EVENTS = 64;

    /// struct epoll_event is packed on x86-64 only.
    private static final int DATA = "amd64".equals(System.getProperty("os.arch")) ? 4 : 8;

    private final int fd;
    private final MemorySegment events = Arena.ofAuto().allocate((long) MAX_EVENTS * (DATA + 8), 8);
    private final MemorySegment timeout = Arena.ofAuto().allocate(16, 8);

    public Epoll() throws ErrnoException {
        this.fd = EPOLL_CREATE1.callInt(EPOLL_CLOEXEC, 0, 0);
    }

    public void add(int watched, int interest) throws ErrnoException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment event = arena.allocate(DATA + 8, 8);
            event.set(JAVA_INT, 0, interest);
            event.set(JAVA_LONG_UNALIGNED, DATA, watched);
            EPOLL_CTL.callInt(fd, EPOLL_CTL_ADD, watched, event.address(), 0, 0);
        }
    }

    public void remove(int watched) throws ErrnoException {
        EPOLL_CTL.callInt(fd, EPOLL_CTL_DEL, watched, events.address(), 0, 0);
    }

    /// Waits until something is ready or the time is over.
    ///
    /// @param nanos how long at most; Long.MAX_VALUE for ever
    /// @return how many descriptors are ready
    public int await(long nanos) {
        if (nanos == Long.MAX_VALUE) {
            return (int) EPOLL_WAIT.tryCall(fd, events.address(), MAX_EVENTS, -1, 0, 0);
        }
        timeout.set(JAVA_LONG_UNALIGNED, 0, nanos / 1_000_000_000);
        timeout.set(JAVA_LONG_UNALIGNED, 8, nanos % 1_000_000_000);
        return (int) EPOLL_PWAIT2.tryCall(fd, events.address(), MAX_EVENTS, timeout.address(), 0, 0);
    }

    /// The descriptor of one of those that [#await] found ready.
    public int ready(int index) {
        return (int) events.get(JAVA_LONG_UNALIGNED, (long) index * (DATA + 8) + DATA);
    }

    @Override
    public void close() {
        Unistd.close(fd);
    }
}
