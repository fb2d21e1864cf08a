package dev.weft.core.command;

import java.util.OptionalLong;

/// Reads whole numbers as strtol(3) and strtoul(3) do: white space and a sign in front, a base of 0 that tells
/// `0x10`, `010` and `10` apart by their look, and nothing behind.
public final class Numbers {
    private Numbers() {}

    /// A number of `bits` bits without sign (iproute2: `get_unsigned`, `get_u8` … `get_u64`); of 64 bits, `-1` is the
    /// largest.
    public static OptionalLong unsigned(String word, int base, int bits) {
        Digits digits = Digits.of(word, base);
        OptionalLong magnitude = digits.magnitude();
        if (magnitude.isEmpty()) {
            return magnitude;
        }
        long value = digits.negative ? -magnitude.getAsLong() : magnitude.getAsLong();
        return bits < 64 && value >>> bits != 0 ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /// A number of `bits` bits with sign (iproute2: `get_integer`, `get_s8` … `get_s64`).
    public static OptionalLong signed(String word, int base, int bits) {
        Digits digits = Digits.of(word, base);
        OptionalLong magnitude = digits.magnitude();
        if (magnitude.isEmpty()) {
            return magnitude;
        }
        long most = (1L << (bits - 1)) - (digits.negative ? 0 : 1);
        if (Long.compareUnsigned(magnitude.getAsLong(), most) > 0) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(digits.negative ? -magnitude.getAsLong() : magnitude.getAsLong());
    }

    /// A word cut into sign, base and digits.
    private record Digits(String text, int base, boolean negative) {
        static Digits of(String word, int base) {
            String text = word.replaceFirst("^[ \\t-\\r]+", "");
            boolean negative = text.startsWith("-");
            if (negative || text.startsWith("+")) {
                text = text.substring(1);
            }
            if ((base == 0 || base == 16) && text.regionMatches(true, 0, "0x", 0, 2)) {
                return new Digits(text.substring(2), 16, negative);
            }
            return new Digits(text, base != 0 ? base : text.startsWith("0") ? 8 : 10, negative);
        }

        /// All 64 bits of the number without its sign; empty when it has no digit, another character, or too many.
        OptionalLong magnitude() {
            long value = 0;
            for (int i = 0; i < text.length(); i++) {
                int digit = text.charAt(i) < 128 ? Character.digit(text.charAt(i), base) : -1;
                if (digit < 0 || Long.compareUnsigned(value, Long.divideUnsigned(-1L - digit, base)) > 0) {
                    return OptionalLong.empty();
                }
                value = value * base + digit;
            }
            return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(value);
        }
    }
}
