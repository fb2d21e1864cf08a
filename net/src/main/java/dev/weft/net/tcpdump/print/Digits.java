package dev.weft.net.tcpdump.print;

/// Numbers as text, without the cost of a format string.
final class Digits {
    private static final String HEX = "0123456789abcdef";

    private Digits() {}

    /// Decimal, with zeros in front up to `width`.
    static void padded(StringBuilder out, long value, int width) {
        int start = out.length();
        out.append(value);
        while (out.length() - start < width) {
            out.insert(start, '0');
        }
    }

    /// Decimal, with blanks in front up to `width`.
    static void blankPadded(StringBuilder out, long value, int width) {
        int start = out.length();
        out.append(value);
        while (out.length() - start < width) {
            out.insert(start, ' ');
        }
    }

    /// Lower-case hexadecimal of at least `width` digits.
    static void hex(StringBuilder out, long value, int width) {
        int digits = Math.max(width, (67 - Long.numberOfLeadingZeros(value | 1)) / 4);
        for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
            out.append(HEX.charAt((int) (value >>> shift) & 15));
        }
    }
}
