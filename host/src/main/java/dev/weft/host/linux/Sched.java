package dev.weft.host.linux;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// sched.h: the calling thread's processors and namespaces.
public final class Sched {
    public static final int CLONE_NEWNET = 0x4000_0000;

    private static final Function SCHED_SETAFFINITY = Function.of("sched_setaffinity");
    private static final Function SETNS = Function.of("setns");
    private static final int MASK_WORDS = 16;

    private Sched() {}

    /// Pins the calling thread to one processor.
    public static void setAffinity(int cpu) throws ErrnoException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment mask = arena.allocate(JAVA_LONG, MASK_WORDS);
            mask.setAtIndex(JAVA_LONG, cpu / 64, 1L << (cpu % 64));
            SCHED_SETAFFINITY.callInt(0, mask.byteSize(), mask.address());
        }
    }

    /// setns(2): moves the calling thread, and only it, to the namespace that `fd` stands for.
    public static void setns(int fd, int kind) throws ErrnoException {
        SETNS.callInt(fd, kind, 0);
    }
}
