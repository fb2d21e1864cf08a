package dev.weft.net.namespace;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;

/// Reads numbers as the kernel does from what is written to a file under `/proc/sys` (kernel: `proc_get_long`).
public final class SysctlText {
    private SysctlText() {}

    /// The first number of the text; what follows behind white space is left alone.
    ///
    /// @throws KernelError EINVAL
    public static long number(String text, boolean signed) {
        String word = text.strip().split("\\s+", 2)[0];
        boolean negative = signed && word.startsWith("-");
        String digits = negative ? word.substring(1) : word;
        if (digits.isEmpty() || !isDigit(digits.charAt(0))) {
            throw new KernelError(Errno.EINVAL);
        }
        try {
            long value = magnitude(digits);
            return negative ? -value : value;
        } catch (NumberFormatException e) {
            throw new KernelError(Errno.EINVAL);
        }
    }

    /// The numbers of a vector such as `32768 60999`.
    ///
    /// @throws KernelError EINVAL when there are fewer than `count`
    public static long[] numbers(String text, int count) {
        String[] words = text.strip().split("\\s+");
        if (words.length < count) {
            throw new KernelError(Errno.EINVAL);
        }
        long[] values = new long[count];
        for (int i = 0; i < count; i++) {
            values[i] = number(words[i], true);
        }
        return values;
    }

    private static long magnitude(String digits) {
        if (digits.startsWith("0x") || digits.startsWith("0X")) {
            return Long.parseLong(digits, 2, digits.length(), 16);
        }
        return digits.length() > 1 && digits.startsWith("0") ? Long.parseLong(digits, 8) : Long.parseLong(digits);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
