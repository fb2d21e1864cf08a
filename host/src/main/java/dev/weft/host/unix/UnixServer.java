package dev.weft.host.unix;

import dev.weft.core.errno.Errno;
import dev.weft.host.linux.ErrnoException;
import dev.weft.host.linux.Socket;
import dev.weft.host.linux.Unistd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A listening stream socket with a path: whoever may enter its directory may call.
public final class UnixServer implements AutoCloseable {
    private static final int BACKLOG = 4096;

    private final Path path;
    private final int fd;
    private volatile boolean closed;

    public UnixServer(Path path) throws IOException {
        this.path = path;
        this.fd = Socket.socket(Socket.AF_UNIX, Socket.SOCK_STREAM);
        try {
            Socket.bind(fd, path.toString());
            Socket.listen(fd, BACKLOG);
        } catch (IOException e) {
            Unistd.close(fd);
            throw e;
        }
    }

    public Path path() {
        return path;
    }

    public boolean isClosed() {
        return closed;
    }

    /// For whoever waits until somebody calls.
    public int fd() {
        return fd;
    }

    /// Waits for the next caller.
    ///
    /// @throws IOException when the server was closed
    public UnixSocket accept() throws IOException {
        while (true) {
            try {
                int accepted = Socket.accept(fd);
                if (closed) {
                    Unistd.close(accepted);
                    throw new IOException("closed: " + path);
                }
                return new UnixSocket(accepted);
            } catch (ErrnoException e) {
                if (closed || !(e.is(Errno.EINTR) || e.is(Errno.ECONNABORTED))) {
                    throw e;
                }
            }
        }
    }

    /// Ends a waiting [#accept] too.
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        Socket.shutdown(fd);
        Files.deleteIfExists(path);
        Unistd.close(fd);
    }
}
