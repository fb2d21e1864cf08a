package dev.weft.host.unix;

import dev.weft.core.errno.Errno;
import dev.weft.host.linux.Credentials;
import dev.weft.host.linux.ErrnoException;
import dev.weft.host.linux.Poll;
import dev.weft.host.linux.Socket;
import dev.weft.host.linux.Unistd;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// One end of a connection over which bytes and descriptors travel. One thread reads and one writes.
public final class UnixSocket implements AutoCloseable {
    private static final int BUFFER_BYTES = 16 * 1024;

    private final int fd;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment buffer = arena.allocate(BUFFER_BYTES);
    private final Queue<Integer> descriptors = new ArrayDeque<>();

    UnixSocket(int fd) {
        this.fd = fd;
    }

    /// Calls a server.
    public static UnixSocket connect(Path path) throws IOException {
        int fd = Socket.socket(Socket.AF_UNIX, Socket.SOCK_STREAM);
        try {
            Socket.connect(fd, path.toString());
        } catch (IOException e) {
            Unistd.close(fd);
            throw e;
        }
        return new UnixSocket(fd);
    }

    /// Who called, as the kernel saw it then (SO_PEERCRED).
    public Credentials peer() throws ErrnoException {
        return Socket.peerCredentials(fd);
    }

    /// For whoever waits until there is something to read.
    public int fd() {
        return fd;
    }

    /// Reads what is there, without waiting; descriptors that come along wait for [#descriptor].
    ///
    /// @return null when nothing is there yet, nothing but an empty array at the end of the stream
    public byte @Nullable [] read() throws ErrnoException {
        try {
            int count = Socket.receive(fd, buffer, descriptors, Socket.MSG_DONTWAIT);
            return buffer.asSlice(0, count).toArray(ValueLayout.JAVA_BYTE);
        } catch (ErrnoException e) {
            if (e.is(Errno.EAGAIN) || e.is(Errno.EINTR)) {
                return null;
            }
            if (e.is(Errno.ECONNRESET)) {
                return new byte[0];
            }
            throw e;
        }
    }

    /// The next descriptor that came along, now the caller's own to close; -1 when there is none.
    public int descriptor() {
        Integer next = descriptors.poll();
        return next == null ? -1 : next;
    }

    /// Sends bytes, and copies of descriptors with the first of them.
    public void write(byte[] bytes, int... fds) throws IOException {
        try (Arena confined = Arena.ofConfined()) {
            MemorySegment rest = confined.allocateFrom(ValueLayout.JAVA_BYTE, bytes);
            int[] along = fds;
            while (rest.byteSize() > 0) {
                try {
                    rest = rest.asSlice(Socket.send(fd, rest, along));
                    along = new int[0];
                } catch (ErrnoException e) {
                    if (e.is(Errno.EAGAIN)) {
                        Poll.await(fd, Poll.POLLOUT, -1);
                    } else if (!e.is(Errno.EINTR)) {
                        throw e;
                    }
                }
            }
        }
    }

    /// Says that nothing more will be sent or read; the peer sees the end of the stream.
    public void shutdown() {
        Socket.shutdown(fd);
    }

    /// Only when no thread is in a call any more.
    @Override
    public void close() {
        for (int left = descriptor(); left >= 0; left = descriptor()) {
            Unistd.close(left);
        }
        Unistd.close(fd);
        arena.close();
    }
}
