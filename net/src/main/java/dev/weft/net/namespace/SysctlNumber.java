package dev.weft.net.namespace;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;

/// How the number of a sysctl is written, and what it may be (kernel: `proc_dointvec_minmax`, `proc_dointvec_jiffies`
/// and their kin).
///
/// @param min the least value accepted, in the unit that is written
/// @param max the greatest
public record SysctlNumber(Unit unit, long min, long max) {
    /// What is written; times are kept in [Jiffies].
    public enum Unit {
        COUNT,
        /// No sign is read, as with the kernel's `unsigned int` and `u8`.
        UNSIGNED,
        SECONDS,
        MILLISECONDS,
        /// Hundredths of a second (kernel: `proc_dointvec_userhz_jiffies`).
        CENTISECONDS
    }

    /// Any `int`.
    public static final SysctlNumber ANY = new SysctlNumber(Unit.COUNT, Integer.MIN_VALUE, Integer.MAX_VALUE);

    public static final SysctlNumber NOT_NEGATIVE = new SysctlNumber(Unit.COUNT, 0, Integer.MAX_VALUE);
    public static final SysctlNumber SWITCH = new SysctlNumber(Unit.UNSIGNED, 0, 1);
    public static final SysctlNumber OCTET = new SysctlNumber(Unit.UNSIGNED, 0, 255);
    public static final SysctlNumber SECONDS =
            new SysctlNumber(Unit.SECONDS, Integer.MIN_VALUE / Jiffies.HZ, Integer.MAX_VALUE / Jiffies.HZ);
    public static final SysctlNumber MILLISECONDS = new SysctlNumber(Unit.MILLISECONDS, 0, 0xffff_ffffL);
    public static final SysctlNumber CENTISECONDS =
            new SysctlNumber(Unit.CENTISECONDS, Integer.MIN_VALUE, 0xffff_ffffL);

    public static SysctlNumber between(long min, long max) {
        return new SysctlNumber(Unit.COUNT, min, max);
    }

    public static SysctlNumber unsigned(long min, long max) {
        return new SysctlNumber(Unit.UNSIGNED, min, max);
    }

    /// Reads what was written to the file.
    ///
    /// @return the value as it is kept
    /// @throws KernelError EINVAL when it is no number of this kind
    public int parse(String text) {
        long value = SysctlText.number(text, unit != Unit.UNSIGNED);
        if (value < min || value > max) {
            throw new KernelError(Errno.EINVAL);
        }
        return switch (unit) {
            case COUNT, UNSIGNED -> (int) value;
            case SECONDS -> (int) (value * Jiffies.HZ);
            case MILLISECONDS -> Jiffies.ofMillis(value);
            case CENTISECONDS -> (int) (value * Jiffies.HZ / Jiffies.USER_HZ);
        };
    }

    /// What the file shows for a value as it is kept, without the line's end.
    public String format(int value) {
        return Long.toString(
                switch (unit) {
                    case COUNT -> (long) value;
                    case UNSIGNED -> Integer.toUnsignedLong(value);
                    case SECONDS -> (long) value / Jiffies.HZ;
                    case MILLISECONDS -> value * 1000L / Jiffies.HZ;
                    case CENTISECONDS -> (long) value * Jiffies.USER_HZ / Jiffies.HZ;
                });
    }
}
