package dev.weft.net.sysctl;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.net.namespace.SysctlText;
import java.util.BitSet;
import java.util.StringJoiner;

/// A set of small numbers as the kernel reads and writes it, `1-5,7` (`proc_do_large_bitmap`).
final class BitRanges {
    private BitRanges() {}

    /// The shortest form of the set that the text names.
    ///
    /// @param size the first number that is too large
    /// @throws KernelError EINVAL
    static String parse(String text, int size) {
        BitSet bits = new BitSet(size);
        String stripped = text.strip();
        for (String range : stripped.isEmpty() ? new String[0] : stripped.split(",", -1)) {
            String[] ends = range.split("-", 2);
            int first = number(ends[0], size);
            int last = ends.length == 1 ? first : number(ends[1], size);
            if (last < first) {
                throw new KernelError(Errno.EINVAL);
            }
            bits.set(first, last + 1);
        }
        return format(bits);
    }

    private static int number(String word, int size) {
        long value = SysctlText.number(word, false);
        if (value >= size || word.isBlank() || word.strip().contains(" ")) {
            throw new KernelError(Errno.EINVAL);
        }
        return (int) value;
    }

    private static String format(BitSet bits) {
        StringJoiner out = new StringJoiner(",");
        for (int first = bits.nextSetBit(0); first >= 0; ) {
            int end = bits.nextClearBit(first);
            out.add(end - first == 1 ? "" + first : first + "-" + (end - 1));
            first = bits.nextSetBit(end);
        }
        return out.toString();
    }
}
