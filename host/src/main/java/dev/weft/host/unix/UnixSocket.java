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

/// One end of a connection over which bytes and descriptors travel. One thread reads and one writes.
public final class UnixSocket implements AutoCloseable {
    private static final int BUFFER_BYTES = 16 * 1024;

    private final int fd;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment buffer = arena.allocate(BUFFER_BYTES);
    private final Queue<Integer> descriptors = new ArrayDeque<>();
    private int position;
    private int limit;

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

    /// Fills the array; descriptors that come along wait for [#descriptor].
    ///
    /// @return false at the end of the stream
    public boolean read(byte[] bytes) throws IOException {
        int filled = 0;
        while (filled < bytes.length) {
            if (position == limit && !fill()) {
                if (filled > 0) {
                    throw new IOException("the peer left within a message");
                }
                return false;
            }
            int piece = Math.min(bytes.length - filled, limit - position);
            MemorySegment.copy(buffer, ValueLayout.JAVA_BYTE, position, bytes, filled, piece);
            position += piece;
            filled += piece;
        }
        return true;
    }

    private boolean fill() throws ErrnoException {
        while (true) {
            try {
                position = 0;
                limit = Socket.receive(fd, buffer, descriptors);
                return limit > 0;
            } catch (ErrnoException e) {
                if (e.is(Errno.ECONNRESET)) {
                    return false;
                }
                if (!e.is(Errno.EINTR)) {
                    throw e;
                }
            }
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

    /// Says that nothing more will be sent or read; a waiting [#read] ends.
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
