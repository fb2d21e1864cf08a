package dev.weft.host.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;

/// One function of the C library.
///
/// All are called in one shape, six words in and one out: on x86-64 and arm64 a function does not see the words that it
/// does not take, a narrower one is the low part of its register, and one shape costs one start-up (7 ms) where 35 cost
/// 250.
final class Function {
    private static final Linker LINKER = Linker.nativeLinker();
    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static final long ERRNO = STATE.byteOffset(MemoryLayout.PathElement.groupElement("errno"));
    private static final MethodHandle CALL = LINKER.downcallHandle(
            FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG),
            Linker.Option.captureCallState("errno"));
    private static final ThreadLocal<MemorySegment> CAPTURED =
            ThreadLocal.withInitial(() -> Arena.ofAuto().allocate(STATE));

    private final String name;
    private final MemorySegment address;

    private Function(String name) {
        this.name = name;
        this.address = LINKER.defaultLookup().findOrThrow(name);
    }

    static Function of(String name) {
        return new Function(name);
    }

    /// Calls and answers what came back, which is negative on failure: then -errno.
    long tryCall(long a, long b, long c, long d, long e, long f) {
        MemorySegment state = CAPTURED.get();
        long result;
        try {
            result = (long) CALL.invokeExact(address, state, a, b, c, d, e, f);
        } catch (Throwable impossible) {
            throw new IllegalStateException(name, impossible);
        }
        return result == -1 || (int) result == -1 ? -state.get(JAVA_INT, ERRNO) : result;
    }

    long call(long a, long b, long c) throws ErrnoException {
        return call(a, b, c, 0, 0, 0);
    }

    long call(long a, long b, long c, long d, long e, long f) throws ErrnoException {
        long result = tryCall(a, b, c, d, e, f);
        if (result < 0) {
            throw new ErrnoException(name, (int) -result);
        }
        return result;
    }

    /// For functions of `int`, whose upper half of the register says nothing.
    int callInt(long a, long b, long c, long d, long e, long f) throws ErrnoException {
        return (int) call(a, b, c, d, e, f);
    }

    int callInt(long a, long b, long c) throws ErrnoException {
        return (int) call(a, b, c, 0, 0, 0);
    }
}
