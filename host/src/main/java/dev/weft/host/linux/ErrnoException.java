package dev.weft.host.linux;

import dev.weft.core.errno.Errno;
import java.io.IOException;

/// A system call that failed, and how (errno(3)).
public final class ErrnoException extends IOException {
    private static final long serialVersionUID = 1;

    private final int errno;

    public ErrnoException(String function, int errno) {
        super(function + ": " + Errno.text(errno));
        this.errno = errno;
    }

    public int errno() {
        return errno;
    }

    public boolean is(Errno other) {
        return errno == other.number();
    }
}
