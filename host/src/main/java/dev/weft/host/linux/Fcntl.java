package dev.weft.host.linux;

import java.lang.foreign.Arena;

/// fcntl.h: opening files, and the flags of descriptors.
public final class Fcntl {
    public static final int O_RDONLY = 0;
    public static final int O_WRONLY = 1;
    public static final int O_RDWR = 2;
    public static final int O_CREAT = 0x40;
    public static final int O_TRUNC = 0x200;
    public static final int O_NONBLOCK = 0x800;
    public static final int O_CLOEXEC = 0x80000;

    private static final Function OPEN = Function.of("open");
    private static final Function FCNTL = Function.of("fcntl");
    private static final int F_GETFL = 3;
    private static final int F_SETFL = 4;

    private Fcntl() {}

    /// open(2), always with O_CLOEXEC.
    public static int open(String path, int flags) throws ErrnoException {
        try (Arena arena = Arena.ofConfined()) {
            return OPEN.callInt(arena.allocateFrom(path).address(), flags | O_CLOEXEC, 0666);
        }
    }

    /// Reading and writing the descriptor, and every copy of it, does not wait any more.
    public static void setNonblocking(int fd) throws ErrnoException {
        int flags = FCNTL.callInt(fd, F_GETFL, 0);
        FCNTL.callInt(fd, F_SETFL, flags | O_NONBLOCK);
    }
}
