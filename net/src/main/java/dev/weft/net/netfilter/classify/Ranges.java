package dev.weft.net.netfilter.classify;

import java.util.Arrays;

/// A set of numbers without sign: closed ranges, ascending, apart from each other.
public final class Ranges {
    /// First and last of each range, in turn.
    private final long[] bounds;

    private Ranges(long[] bounds) {
        this.bounds = bounds;
    }

    public static Ranges only(long value) {
        return of(value, value);
    }

    public static Ranges of(long first, long last) {
        if (Long.compareUnsigned(first, last) > 0) {
            throw new IllegalArgumentException(
                    "a range from " + Long.toUnsignedString(first) + " to " + Long.toUnsignedString(last) + " is none");
        }
        return new Ranges(new long[] {first, last});
    }

    public static Ranges none() {
        return new Ranges(new long[0]);
    }

    public int count() {
        return bounds.length / 2;
    }

    public long first(int range) {
        return bounds[2 * range];
    }

    public long last(int range) {
        return bounds[2 * range + 1];
    }

    public boolean contains(long value) {
        for (int i = 0; i < count(); i++) {
            if (Long.compareUnsigned(first(i), value) <= 0 && Long.compareUnsigned(value, last(i)) <= 0) {
                return true;
            }
        }
        return false;
    }

    /// What is not in it, of the numbers from 0 up to `greatest`.
    public Ranges complement(long greatest) {
        long[] result = new long[bounds.length + 2];
        int size = 0;
        long from = 0;
        for (int i = 0; i < count(); i++) {
            if (first(i) != from) {
                result[size++] = from;
                result[size++] = first(i) - 1;
            }
            if (last(i) == greatest) {
                return new Ranges(Arrays.copyOf(result, size));
            }
            from = last(i) + 1;
        }
        result[size++] = from;
        result[size++] = greatest;
        return new Ranges(Arrays.copyOf(result, size));
    }

    /// What is in both.
    public Ranges and(Ranges other) {
        long[] result = new long[bounds.length + other.bounds.length];
        int size = 0;
        int i = 0;
        int j = 0;
        while (i < count() && j < other.count()) {
            long first = max(first(i), other.first(j));
            long last = min(last(i), other.last(j));
            if (Long.compareUnsigned(first, last) <= 0) {
                result[size++] = first;
                result[size++] = last;
            }
            if (Long.compareUnsigned(last(i), other.last(j)) < 0) {
                i++;
            } else {
                j++;
            }
        }
        return new Ranges(Arrays.copyOf(result, size));
    }

    /// What is in one of them or in both; `greatest` is the greatest number that there is.
    public Ranges or(Ranges other, long greatest) {
        return complement(greatest).and(other.complement(greatest)).complement(greatest);
    }

    private static long max(long a, long b) {
        return Long.compareUnsigned(a, b) >= 0 ? a : b;
    }

    private static long min(long a, long b) {
        return Long.compareUnsigned(a, b) <= 0 ? a : b;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ranges ranges && Arrays.equals(bounds, ranges.bounds);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bounds);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < count(); i++) {
            text.append(i == 0 ? "" : ", ").append(Long.toUnsignedString(first(i)));
            if (first(i) != last(i)) {
                text.append("-").append(Long.toUnsignedString(last(i)));
            }
        }
        return text.append('}').toString();
    }
}
