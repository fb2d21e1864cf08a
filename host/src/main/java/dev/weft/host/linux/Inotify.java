package dev.weft.host.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/// sys/inotify.h: being told what happens in directories.
public final class Inotify implements AutoCloseable {
    public static final int IN_CLOSE_WRITE = 0x8;

    private static final Function INOTIFY_INIT1 = Function.of("inotify_init1");
    private static final Function INOTIFY_ADD_WATCH = Function.of("inotify_add_watch");
    private static final int IN_NONBLOCK = 0x800;
    private static final int IN_CLOEXEC = 0x80000;
    private static final int HEADER_BYTES = 16;
    private static final int BUFFER_BYTES = 16 * 1024;

    private final int fd;
    private final MemorySegment buffer = Arena.ofAuto().allocate(BUFFER_BYTES, 8);

    /// Something happened to the entry of that name in a watched directory.
    public record Event(int watch, String name) {}

    public Inotify() throws ErrnoException {
        fd = INOTIFY_INIT1.callInt(IN_NONBLOCK | IN_CLOEXEC, 0, 0);
    }

    /// For whoever waits until there are events.
    public int fd() {
        return fd;
    }

    /// Watches a directory.
    ///
    /// @return the number that its events bear
    public int watch(String directory, int events) throws ErrnoException {
        try (Arena arena = Arena.ofConfined()) {
            return INOTIFY_ADD_WATCH.callInt(fd, arena.allocateFrom(directory).address(), events);
        }
    }

    /// What has happened so far, without waiting.
    public List<Event> events() {
        List<Event> events = new ArrayList<>();
        int length = Unistd.tryRead(fd, buffer.address(), BUFFER_BYTES);
        for (int at = 0; at + HEADER_BYTES <= length; ) {
            int name = buffer.get(JAVA_INT, at + 12L);
            String text = name == 0 ? "" : buffer.getString(at + HEADER_BYTES);
            events.add(new Event(buffer.get(JAVA_INT, at), text));
            at += HEADER_BYTES + name;
        }
        return events;
    }

    @Override
    public void close() {
        Unistd.close(fd);
    }
}
