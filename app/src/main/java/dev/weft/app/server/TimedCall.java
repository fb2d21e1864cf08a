package dev.weft.app.server;

import java.util.Map;

/// The system calls in which a thread waits for the machine's clock, as `/proc/PID/syscall` shows them: the number, and
/// six arguments in hexadecimal.
enum TimedCall {
    /// always
    NANOSLEEP {
        @Override
        boolean waits(long[] arguments) {
            return true;
        }
    },
    /// third argument: milliseconds
    POLL {
        @Override
        boolean waits(long[] arguments) {
            return (int) arguments[2] > 0;
        }
    },
    /// third argument: a time, or null
    PPOLL {
        @Override
        boolean waits(long[] arguments) {
            return arguments[2] != 0;
        }
    },
    /// fourth argument: milliseconds
    EPOLL_WAIT {
        @Override
        boolean waits(long[] arguments) {
            return (int) arguments[3] > 0;
        }
    },
    /// fourth argument: a time, or null
    EPOLL_PWAIT2 {
        @Override
        boolean waits(long[] arguments) {
            return arguments[3] != 0;
        }
    },
    /// fifth argument: a time, or null
    SELECT {
        @Override
        boolean waits(long[] arguments) {
            return arguments[4] != 0;
        }
    },
    /// second argument: what to do; fourth: a time, or null
    FUTEX {
        @Override
        boolean waits(long[] arguments) {
            int operation = (int) arguments[1] & 0x7f;
            return (operation == 0 || operation == 6 || operation == 9) && arguments[3] != 0;
        }
    };

    private static final Map<Integer, TimedCall> X86_64 = Map.ofEntries(
            Map.entry(7, POLL),
            Map.entry(23, SELECT),
            Map.entry(35, NANOSLEEP),
            Map.entry(128, PPOLL), // rt_sigtimedwait has its time in the same place
            Map.entry(202, FUTEX),
            Map.entry(230, NANOSLEEP),
            Map.entry(232, EPOLL_WAIT),
            Map.entry(270, SELECT),
            Map.entry(271, PPOLL),
            Map.entry(281, EPOLL_WAIT),
            Map.entry(441, EPOLL_PWAIT2));
    private static final Map<Integer, TimedCall> AARCH64 = Map.of(
            22,
            EPOLL_WAIT,
            72,
            SELECT,
            73,
            PPOLL,
            98,
            FUTEX,
            101,
            NANOSLEEP,
            115,
            NANOSLEEP,
            137,
            PPOLL,
            441,
            EPOLL_PWAIT2);
    private static final Map<Integer, TimedCall> CALLS =
            "aarch64".equals(System.getProperty("os.arch")) ? AARCH64 : X86_64;

    abstract boolean waits(long[] arguments);

    static boolean isIn(String text) {
        String[] words = text.strip().split(" ");
        if (words.length < 7) {
            return false; // running, or between calls
        }
        TimedCall call = CALLS.get(Integer.parseInt(words[0]));
        if (call == null) {
            return false;
        }
        long[] arguments = new long[6];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = Long.parseUnsignedLong(words[i + 1].substring(2), 16);
        }
        return call.waits(arguments);
    }
}
