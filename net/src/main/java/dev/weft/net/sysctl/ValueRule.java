package dev.weft.net.sysctl;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.net.namespace.SysctlNumber;
import dev.weft.net.namespace.SysctlText;
import java.util.List;

/// What may be written to a setting, and how it then reads.
@FunctionalInterface
interface ValueRule {
    /// @param before what the setting holds now, which a shorter text changes in part
    /// @return what it holds afterwards
    /// @throws KernelError when the kernel would refuse the text
    String accept(String text, String before);

    /// The rule that a word names:
    ///
    /// | word                                | kernel                                   |
    /// |-------------------------------------|------------------------------------------|
    /// | `int`, `int:MIN:MAX`, `int:MIN`     | `proc_dointvec_minmax`                   |
    /// | `u8`, `uint:MIN:MAX`                | `proc_dou8vec_minmax`, `proc_douintvec_minmax` |
    /// | `long:MIN:MAX`                      | `proc_doulongvec_minmax`                 |
    /// | `ints:COUNT:MIN`                    | a vector                                 |
    /// | `ports`, `groups`                   | the two ends of a range                  |
    /// | `seconds`, `milliseconds`, `centiseconds` | kept in ticks                      |
    /// | `switch`                            | any number, kept as 0 or 1               |
    /// | `bits:COUNT`                        | `proc_do_large_bitmap`: `1-5,7`          |
    /// | `words:A,B`                         | one of these                             |
    /// | `text`                              | anything                                 |
    static ValueRule of(String word) {
        List<String> parts = List.of(word.split(":"));
        return switch (parts.getFirst()) {
            case "int" -> number(bounded(parts, SysctlNumber.ANY));
            case "u8" -> number(bounded(parts, SysctlNumber.OCTET));
            case "uint" -> number(bounded(parts, SysctlNumber.unsigned(0, 0xffff_ffffL)));
            case "long" -> ValueRule.longNumber(bound(parts, 1, 0), bound(parts, 2, Long.MAX_VALUE));
            case "ints" -> vector((int) bound(parts, 1, 1), bound(parts, 2, Integer.MIN_VALUE), Integer.MAX_VALUE);
            case "ports" -> ValueRule::ports;
            case "groups" -> ValueRule::groups;
            case "seconds" -> number(SysctlNumber.SECONDS);
            case "milliseconds" -> number(SysctlNumber.MILLISECONDS);
            case "centiseconds" -> number(SysctlNumber.CENTISECONDS);
            case "switch" -> (text, before) -> SysctlNumber.ANY.parse(text) == 0 ? "0" : "1";
            case "bits" -> (text, before) -> BitRanges.parse(text, (int) bound(parts, 1, 1));
            case "words" -> oneOf(List.of(parts.get(1).split(",")));
            case "text" -> (text, before) -> text.strip();
            default -> throw new IllegalArgumentException(word);
        };
    }

    private static SysctlNumber bounded(List<String> parts, SysctlNumber type) {
        return new SysctlNumber(type.unit(), bound(parts, 1, type.min()), bound(parts, 2, type.max()));
    }

    private static long bound(List<String> parts, int at, long otherwise) {
        return at < parts.size() ? Long.decode(parts.get(at)) : otherwise;
    }

    private static ValueRule number(SysctlNumber number) {
        return (text, before) -> number.format(number.parse(text));
    }

    private static ValueRule longNumber(long min, long max) {
        return (text, before) -> {
            long value = SysctlText.number(text, false);
            if (value < min || value > max) {
                throw new KernelError(Errno.EINVAL);
            }
            return Long.toString(value);
        };
    }

    /// Numbers that are missing stay what they were.
    private static ValueRule vector(int count, long min, long max) {
        return (text, before) -> {
            String[] values = before.split("\t");
            String[] words = text.strip().split("\\s+");
            for (int i = 0; i < Math.min(count, words.length); i++) {
                long value = SysctlText.number(words[i], true);
                if (value < min || value > max) {
                    throw new KernelError(Errno.EINVAL);
                }
                values[i] = Long.toString(value);
            }
            return String.join("\t", values);
        };
    }

    private static String ports(String text, String before) {
        String range = vector(2, 1, 0xffff).accept(text, before);
        if (isReversed(range)) {
            throw new KernelError(Errno.EINVAL);
        }
        return range;
    }

    /// A range without anybody reads `1 0` (kernel: `ipv4_ping_group_range`).
    private static String groups(String text, String before) {
        String range = vector(2, 0, Integer.MAX_VALUE).accept(text, before);
        return isReversed(range) ? "1\t0" : range;
    }

    private static boolean isReversed(String range) {
        String[] ends = range.split("\t");
        return Long.parseLong(ends[0]) > Long.parseLong(ends[1]);
    }

    private static ValueRule oneOf(List<String> words) {
        return (text, before) -> {
            if (!words.contains(text.strip())) {
                throw new KernelError(Errno.ENOENT);
            }
            return text.strip();
        };
    }
}
