package dev.weft.host.linux;

import dev.weft.core.errno.Errno;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// unistd.h: what can be done with any descriptor.
public final class Unistd {
    private static final Function READ = Function.of("read");
    private static final Function WRITE = Function.of("write");
    private static final Function CLOSE = Function.of("close");

    private Unistd() {}

    /// read(2); 0 at the end of the file.
    public static int read(int fd, MemorySegment buffer) throws ErrnoException {
        return (int) READ.call(fd, buffer.address(), buffer.byteSize());
    }

    /// write(2); how much of it was taken.
    public static int write(int fd, MemorySegment buffer) throws ErrnoException {
        return (int) WRITE.call(fd, buffer.address(), buffer.byteSize());
    }

    /// read(2) for the data path: the count, or -errno.
    public static int tryRead(int fd, long address, int length) {
        return (int) READ.tryCall(fd, address, length, 0, 0, 0);
    }

    /// write(2) for the data path: the count, or -errno.
    public static int tryWrite(int fd, long address, int length) {
        return (int) WRITE.tryCall(fd, address, length, 0, 0, 0);
    }

    /// Writes all of it, however long the descriptor takes.
    public static void writeFully(int fd, byte[] bytes) throws ErrnoException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment rest = arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes);
            while (rest.byteSize() > 0) {
                int taken = tryWrite(fd, rest.address(), (int) rest.byteSize());
                if (taken >= 0) {
                    rest = rest.asSlice(taken);
                } else if (-taken == Errno.EAGAIN.number()) {
                    Poll.await(fd, Poll.POLLOUT, -1);
                } else if (-taken != Errno.EINTR.number()) {
                    throw new ErrnoException("write", -taken);
                }
            }
        }
    }

    /// close(2); nothing useful can be done when it fails.
    public static void close(int fd) {
        CLOSE.tryCall(fd, 0, 0, 0, 0, 0);
    }
}
