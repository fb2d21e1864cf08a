package dev.weft.iptables;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.file.Path;

/// The lock that iptables itself takes on `/run/xtables.lock` (flock(2)), for versions that cannot wait for
/// it.
///
/// As in those versions it is a courtesy: when another program holds the lock the command is run all the
/// same. Java's own file locks are another kind (fcntl(2)), which flock(2) does not see.
final class XtablesLock implements AutoCloseable {
    private static final Path FILE = Path.of("/var/run/xtables.lock");

    private static final int O_CREAT = 0x40;
    private static final int O_CLOEXEC = 0x80000;
    private static final int OWNER_ONLY = 0600;
    private static final int LOCK_EX = 2;
    private static final int LOCK_NB = 4;
    private static final int EAGAIN = 11;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final MemoryLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO = STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));
    private static final MethodHandle OPEN = LINKER.downcallHandle(
            LINKER.defaultLookup().findOrThrow("open"),
            FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT),
            Linker.Option.captureCallState("errno"),
            Linker.Option.firstVariadicArg(2));
    private static final MethodHandle FLOCK = call("flock", JAVA_INT, JAVA_INT);
    private static final MethodHandle CLOSE = call("close", JAVA_INT);

    private final int descriptor;
    private final boolean held;

    private XtablesLock(int descriptor, boolean held) {
        this.descriptor = descriptor;
        this.held = held;
    }

    private static MethodHandle call(String name, MemoryLayout... arguments) {
        return LINKER.downcallHandle(
                LINKER.defaultLookup().findOrThrow(name),
                FunctionDescriptor.of(JAVA_INT, arguments),
                Linker.Option.captureCallState("errno"));
    }

    /// Takes the host's lock, if it is free.
    static XtablesLock tryAcquire() throws IOException {
        return tryAcquire(FILE);
    }

    /// Takes the lock on the given file, if it is free; the file is made when it is missing.
    static XtablesLock tryAcquire(Path file) throws IOException {
        try (var arena = Arena.ofConfined()) {
            var state = arena.allocate(STATE);
            var name = arena.allocateFrom(file.toString());
            int descriptor = (int) OPEN.invokeExact(state, name, O_CREAT | O_CLOEXEC, OWNER_ONLY);
            if (descriptor < 0) {
                throw new IOException("cannot open %s: errno %d".formatted(file, errno(state)));
            }
            boolean held = (int) FLOCK.invokeExact(state, descriptor, LOCK_EX | LOCK_NB) == 0;
            var lock = new XtablesLock(descriptor, held);
            int errno = errno(state);
            if (!held && errno != EAGAIN) {
                lock.close();
                throw new IOException("cannot lock %s: errno %d".formatted(file, errno));
            }
            return lock;
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    private static int errno(MemorySegment state) {
        return (int) ERRNO.get(state, 0L);
    }

    /// Whether the lock was free, and is ours.
    boolean isHeld() {
        return held;
    }

    /// Gives the lock back.
    @Override
    public void close() {
        try (var arena = Arena.ofConfined()) {
            int ignored = (int) CLOSE.invokeExact(arena.allocate(STATE), descriptor);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
