package dev.weft.net.netfilter.classify;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The values of a field at which a rule begins, or ceases, to be content, in ascending order.
final class Edges {
    private static final int PLACE_BITS = 30;

    private final long[] values;
    private final int[] rules;
    private final long[] content;

    private Edges(long[] values, int[] rules, long[] content) {
        this.values = values;
        this.rules = rules;
        this.content = content;
    }

    /// @return null when no rule demands anything of the field
    static @Nullable Edges of(Field field, List<Demand> demands) {
        int count = 0;
        boolean demanded = false;
        for (Demand demand : demands) {
            Ranges ranges = demand.of(field);
            if (ranges != null) {
                demanded = true;
                count += 2 * ranges.count();
            }
        }
        if (!demanded) {
            return null;
        }
        long[] content = new long[(demands.size() + 63) >>> 6];
        long[] values = new long[count];
        int[] rules = new int[count];
        int size = 0;
        for (int rule = 0; rule < demands.size(); rule++) {
            Ranges ranges = demands.get(rule).of(field);
            if (ranges == null) {
                content[rule >>> 6] |= 1L << rule;
                continue;
            }
            for (int i = 0; i < ranges.count(); i++) {
                if (ranges.first(i) == 0) {
                    content[rule >>> 6] |= 1L << rule;
                } else {
                    values[size] = ranges.first(i);
                    rules[size++] = rule;
                }
                if (ranges.last(i) != field.last()) {
                    values[size] = ranges.last(i) + 1;
                    rules[size++] = rule;
                }
            }
        }
        return sorted(values, rules, size, content);
    }

    private static Edges sorted(long[] values, int[] rules, int size, long[] content) {
        int[] order = order(values, size);
        long[] sortedValues = new long[size];
        int[] sortedRules = new int[size];
        for (int i = 0; i < size; i++) {
            sortedValues[i] = values[order[i]];
            sortedRules[i] = rules[order[i]];
        }
        return new Edges(sortedValues, sortedRules, content);
    }

    /// Where the smallest value stands, the next one, and so on.
    private static int[] order(long[] values, int size) {
        long[] keys = new long[size];
        for (int i = 0; i < size; i++) {
            if (values[i] >>> 63 - PLACE_BITS != 0) { // the upper half of an IPv6 address
                return IntStream.range(0, size)
                        .boxed()
                        .sorted((a, b) -> Long.compareUnsigned(values[a], values[b]))
                        .mapToInt(Integer::intValue)
                        .toArray();
            }
            keys[i] = values[i] << PLACE_BITS | i;
        }
        Arrays.sort(keys); // a value and its place in one number: several times faster than a sort of objects
        return Arrays.stream(keys)
                .mapToInt(key -> (int) (key & (1L << PLACE_BITS) - 1))
                .toArray();
    }

    int size() {
        return values.length;
    }

    long at(int edge) {
        return values[edge];
    }

    int rule(int edge) {
        return rules[edge];
    }

    /// The rules that are content with 0: a bit for each.
    long[] content() {
        return content.clone();
    }
}
