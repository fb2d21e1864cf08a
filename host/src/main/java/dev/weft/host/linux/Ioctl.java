package dev.weft.host.linux;

import java.lang.foreign.MemorySegment;

/// sys/ioctl.h: what a device can do besides being read and written.
public final class Ioctl {
    private static final Function IOCTL = Function.of("ioctl");

    private Ioctl() {}

    public static int ioctl(int fd, long request, MemorySegment argument) throws ErrnoException {
        return IOCTL.callInt(fd, request, argument.address());
    }

    public static int ioctl(int fd, long request, long argument) throws ErrnoException {
        return IOCTL.callInt(fd, request, argument);
    }
}
