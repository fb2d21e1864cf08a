package dev.weft.net.netfilter.classify;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The classes of one field's values: for a value, where the row of the rules begins that are content with it.
sealed interface ValueClasses {
    int row(long value);

    /// A field of few values, or of ports: a table with a place for each.
    record Table(int[] rows) implements ValueClasses {
        @Override
        public int row(long value) {
            return rows[(int) value];
        }
    }

    /// Any other: single values, such as the addresses of hosts, are looked up in a hash table; what is left are
    /// ranges, found by an index and then by halving.
    final class Searched implements ValueClasses {
        private static final int NONE = -1;

        // Open addressing; a row of NONE is a free slot.
        private final long[] singles;
        private final int[] singleRows;

        // The first value of each range, and the row of all its values; the first range starts at 0.
        private final long[] starts;
        private final int[] rows;

        // The values from the second range's first to the last range's fall into equal parts; a part has the number of
        // the range that its first value is in.
        private final int[] parts;
        private final long from;
        private final int shift;

        Searched(long[] values, int[] valueRows, int count, long[] starts, int[] rows) {
            int capacity = count == 0 ? 0 : Integer.highestOneBit(count) << 2;
            singles = new long[capacity];
            singleRows = new int[capacity];
            Arrays.fill(singleRows, NONE);
            for (int i = 0; i < count; i++) {
                int slot = slot(values[i], capacity - 1);
                while (singleRows[slot] != NONE) {
                    slot = (slot + 1) & (capacity - 1);
                }
                singles[slot] = values[i];
                singleRows[slot] = valueRows[i];
            }
            this.starts = starts;
            this.rows = rows;
            from = starts.length > 1 ? starts[1] : 0;
            long span = starts[starts.length - 1] - from;
            int bits = 64 - Long.numberOfLeadingZeros(span);
            shift = Math.max(0, bits - (32 - Integer.numberOfLeadingZeros(starts.length)));
            parts = new int[(int) (span >>> shift) + 2];
            int range = 0;
            parts[parts.length - 1] = starts.length - 1;
            for (int part = 0; part < parts.length - 1; part++) {
                long first = from + ((long) part << shift);
                while (range + 1 < starts.length && Long.compareUnsigned(starts[range + 1], first) <= 0) {
                    range++;
                }
                parts[part] = range;
            }
        }

        @Override
        public int row(long value) {
            if (singles.length > 0) {
                int mask = singles.length - 1;
                for (int slot = slot(value, mask); singleRows[slot] != NONE; slot = (slot + 1) & mask) {
                    if (singles[slot] == value) {
                        return singleRows[slot];
                    }
                }
            }
            if (Long.compareUnsigned(value, from) < 0) {
                return rows[0];
            }
            long part = (value - from) >>> shift;
            if (Long.compareUnsigned(part, parts.length - 1) >= 0) {
                return rows[rows.length - 1];
            }
            int low = parts[(int) part];
            int length = parts[(int) part + 1] - low + 1;
            while (length > 1) {
                int half = length >>> 1;
                low += Long.compareUnsigned(starts[low + half], value) <= 0 ? half : 0;
                length -= half;
            }
            return rows[low];
        }

        private static int slot(long value, int mask) {
            long hash = value * 0x9E3779B97F4A7C15L;
            return (int) (hash >>> 40) & mask;
        }
    }

    /// @return null when no rule demands anything of the field
    static @Nullable ValueClasses of(Field field, List<Demand> demands, Rows rows) {
        Edges edges = Edges.of(field, demands);
        return edges == null ? null : new Builder(field, rows).sweep(edges);
    }

    /// Walks along the values from 0 upwards and stores a row wherever a rule begins or ceases to be content.
    final class Builder {
        /// Fields of so few values have a table always, ports only when they fall into more than a few classes.
        private static final int SMALL = 0xff;

        private static final int FEW = 4;

        private final Field field;
        private final Rows rows;
        private long[] starts = new long[64];
        private int[] startRows = new int[64];
        private int count;
        private long[] singles = new long[64];
        private int[] singleRows = new int[64];
        private int singleCount;

        Builder(Field field, Rows rows) {
            this.field = field;
            this.rows = rows;
        }

        ValueClasses sweep(Edges edges) {
            long[] bits = edges.content();
            long at = 0;
            for (int i = 0; i < edges.size(); ) {
                long until = edges.at(i);
                if (until != at) {
                    add(at, until - 1, rows.intern(bits));
                }
                at = until;
                while (i < edges.size() && edges.at(i) == at) {
                    int rule = edges.rule(i++);
                    bits[rule >>> 6] ^= 1L << rule;
                }
            }
            add(at, field.last(), rows.intern(bits));
            return finish();
        }

        private void add(long first, long last, int row) {
            if (first == last) {
                if (singleCount == singles.length) {
                    singles = Arrays.copyOf(singles, 2 * singleCount);
                    singleRows = Arrays.copyOf(singleRows, 2 * singleCount);
                }
                singles[singleCount] = first;
                singleRows[singleCount++] = row;
            } else {
                addRange(first, row);
            }
        }

        /// Ranges on both sides of single values are one when their rows are.
        private void addRange(long first, int row) {
            if (count > 0 && startRows[count - 1] == row) {
                return;
            }
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, 2 * count);
                startRows = Arrays.copyOf(startRows, 2 * count);
            }
            starts[count] = count == 0 ? 0 : first;
            startRows[count++] = row;
        }

        private ValueClasses finish() {
            if (count == 0) { // a field of single values only
                addRange(0, rows.intern(new long[rows.words()]));
            }
            ValueClasses searched = new Searched(
                    singles, singleRows, singleCount, Arrays.copyOf(starts, count), Arrays.copyOf(startRows, count));
            boolean fitsTable = field.last() >= 0 && field.last() <= Field.NO_PORT;
            if (!fitsTable || field.last() > SMALL && count + singleCount <= FEW) {
                return searched;
            }
            int[] table = new int[(int) field.last() + 1];
            Arrays.setAll(table, searched::row);
            return new Table(table);
        }
    }
}
