package dev.weft.app.server;

import dev.weft.host.linux.ErrnoException;
import dev.weft.host.linux.Fcntl;
import dev.weft.host.linux.Unistd;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// Finds out whether all processes of a run wait.
///
/// A look is two walks over all threads. If a thread sleeps in both and has been switched to no further time between
/// its
/// two visits, it slept all the time between them; if that holds for all threads, there was a moment, between the
/// walks,
/// at which all slept. From then on only something outside can wake one of them: the engine, the machine's clock, or
/// the
/// user. A woken thread is runnable before its waker's system call returns, so none is missed in between.
final class Census {
    private static final int BUFFER_BYTES = 8192;

    private final MemorySegment buffer = Arena.ofAuto().allocate(BUFFER_BYTES);
    private Path lastBusy = Path.of("");

    Rest look(Collection<ProcFs> runs) {
        if (isBusy(lastBusy)) {
            return Rest.BUSY;
        }
        Map<Path, Long> first = new HashMap<>();
        for (ProcFs run : runs) {
            if (!walk(run, first)) {
                return Rest.BUSY;
            }
        }
        Map<Path, Long> second = new HashMap<>();
        for (ProcFs run : runs) {
            if (!walk(run, second)) {
                return Rest.BUSY;
            }
        }
        if (!first.equals(second)) {
            return Rest.BUSY;
        }
        return first.keySet().stream().anyMatch(this::isTimed) ? Rest.DOZING : Rest.ASLEEP;
    }

    /// Visits all threads of a run.
    ///
    /// @return false as soon as one does not sleep
    private boolean walk(ProcFs run, Map<Path, Long> switches) {
        for (long pid : run.processes()) {
            Path process = run.root().resolve(Long.toString(pid));
            ThreadStatus status = ThreadStatus.of(read(process.resolve("status")));
            if (status.threads() <= 1) {
                if (!visit(process, status, switches)) {
                    return false;
                }
                continue;
            }
            for (long thread : run.threads(pid)) {
                Path path = process.resolve("task").resolve(Long.toString(thread));
                if (!visit(path, ThreadStatus.of(read(path.resolve("status"))), switches)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean visit(Path path, ThreadStatus status, Map<Path, Long> switches) {
        if (!status.isResting()) {
            lastBusy = path;
            return false;
        }
        switches.put(path, status.switches());
        return true;
    }

    private boolean isBusy(Path path) {
        return !path.toString().isEmpty()
                && !ThreadStatus.of(read(path.resolve("status"))).isResting();
    }

    private boolean isTimed(Path thread) {
        return TimedCall.isIn(read(thread.resolve("syscall")));
    }

    /// The file's text; empty when the thread has ended, or when it may not be read.
    private String read(Path path) {
        try {
            int fd = Fcntl.open(path.toString(), Fcntl.O_RDONLY);
            int length = Unistd.tryRead(fd, buffer.address(), BUFFER_BYTES);
            Unistd.close(fd);
            byte[] bytes = buffer.asSlice(0, Math.max(0, length)).toArray(ValueLayout.JAVA_BYTE);
            return new String(bytes, StandardCharsets.ISO_8859_1);
        } catch (ErrnoException e) {
            return "";
        }
    }

    /// What `/proc/PID/status` says that matters here.
    record ThreadStatus(char state, int threads, long switches) {
        static ThreadStatus of(String text) {
            char state = 'X';
            int threads = 0;
            long switches = 0;
            for (String line : text.lines().toList()) {
                int colon = line.indexOf(':');
                if (colon < 0) {
                    continue;
                }
                String value = line.substring(colon + 1).strip();
                switch (line.substring(0, colon)) {
                    case "State" -> state = value.charAt(0);
                    case "Threads" -> threads = Integer.parseInt(value);
                    case "voluntary_ctxt_switches", "nonvoluntary_ctxt_switches" -> switches += Long.parseLong(value);
                    default -> {}
                }
            }
            return new ThreadStatus(state, threads, switches);
        }

        /// Asleep, stopped, or dead; not running and not waiting for a disk.
        boolean isResting() {
            return "STtZXx".indexOf(state) >= 0;
        }
    }
}
