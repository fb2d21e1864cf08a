package dev.weft.net.iproute;

/// Large numbers with a suffix, as `-h` shows them (iproute2: `print_num`).
public final class HumanNumber {
    private static final String SUFFIXES = "kMGTPE";

    private HumanNumber() {}

    /// `1.50k`, `24.4k`, `123k`, or with `iec` powers of 1024: `1.46Ki`.
    public static String format(long value, boolean iec) {
        long base = iec ? 1024 : 1000;
        if (value < base) {
            return Long.toString(value);
        }
        long power = base;
        int suffix = 0;
        while (value / base >= power && suffix < SUFFIXES.length() - 1) {
            power *= base;
            suffix++;
        }
        long whole = value / power;
        int decimals = whole < 10 ? 2 : whole < 100 ? 1 : 0;
        return String.format("%." + decimals + "f", (double) value / power)
                + SUFFIXES.charAt(suffix)
                + (iec ? "i" : "");
    }
}
