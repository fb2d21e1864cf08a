package dev.weft.host.linux;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// sys/eventfd.h: a counter that wakes whoever waits for its descriptor.
public final class EventFd implements AutoCloseable {
    private static final Function EVENTFD = Function.of("eventfd");
    private static final int EFD_CLOEXEC = 0x80000;
    private static final int EFD_NONBLOCK = 0x800;

    private final int fd;
    private final MemorySegment one = Arena.ofAuto().allocateFrom(JAVA_LONG, 1);
    private final MemorySegment count = Arena.ofAuto().allocate(JAVA_LONG);

    public EventFd() throws ErrnoException {
        this.fd = EVENTFD.callInt(0, EFD_CLOEXEC | EFD_NONBLOCK, 0);
    }

    public int fd() {
        return fd;
    }

    /// Wakes the waiter; from any thread.
    public void signal() {
        Unistd.tryWrite(fd, one.address(), Long.BYTES);
    }

    /// Forgets all signals so far; for the waiter.
    public void clear() {
        Unistd.tryRead(fd, count.address(), Long.BYTES);
    }

    @Override
    public void close() {
        Unistd.close(fd);
    }
}
