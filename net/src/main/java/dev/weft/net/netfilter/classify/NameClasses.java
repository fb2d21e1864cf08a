package dev.weft.net.netfilter.classify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The classes of devices' names: for a name, where the row of the rules begins that are content with it.
///
/// The names that rules name are in a hash table; any other falls into the class of the longest prefix that a rule
/// names and it begins with.
final class NameClasses {
    // Open addressing by the name's hash.
    private final @Nullable String[] names;
    private final int[] nameRows;

    // Longest first; the last one is empty, with which every name begins.
    private final String[] prefixes;
    private final int[] prefixRows;

    private NameClasses(@Nullable String[] names, int[] nameRows, String[] prefixes, int[] prefixRows) {
        this.names = names;
        this.nameRows = nameRows;
        this.prefixes = prefixes;
        this.prefixRows = prefixRows;
    }

    int row(String name) {
        int mask = names.length - 1;
        int slot = name.hashCode() & mask;
        for (String there = names[slot]; there != null; there = names[slot]) {
            if (there.equals(name)) {
                return nameRows[slot];
            }
            slot = (slot + 1) & mask;
        }
        int i = 0;
        while (!name.startsWith(prefixes[i])) {
            i++;
        }
        return prefixRows[i];
    }

    /// @return null when no rule demands a device
    static @Nullable NameClasses of(Function<Demand, @Nullable DevicePattern> side, List<Demand> demands, Rows rows) {
        Set<String> exact = new LinkedHashSet<>();
        Set<String> begins = new LinkedHashSet<>(Set.of(""));
        boolean demanded = false;
        for (Demand demand : demands) {
            DevicePattern pattern = side.apply(demand);
            if (pattern != null) {
                demanded = true;
                (pattern.isPrefix() ? begins : exact).add(pattern.name());
            }
        }
        if (!demanded) {
            return null;
        }
        NameRows rowOf = new NameRows(side, demands, rows);
        @Nullable String[] names = new @Nullable String[Integer.highestOneBit(exact.size() + 1) << 2];
        int[] nameRows = new int[names.length];
        for (String name : exact) {
            int slot = name.hashCode() & (names.length - 1);
            while (names[slot] != null) {
                slot = (slot + 1) & (names.length - 1);
            }
            names[slot] = name;
            nameRows[slot] = rowOf.of(name);
        }
        List<String> prefixes = new ArrayList<>(begins);
        prefixes.sort(Comparator.comparingInt(String::length).reversed());
        int[] prefixRows = prefixes.stream().mapToInt(rowOf::ofOthers).toArray();
        return new NameClasses(names, nameRows, prefixes.toArray(String[]::new), prefixRows);
    }

    /// Makes the rows, each from what holds for most names and the rules that see a name in another way.
    private static final class NameRows {
        private final Function<Demand, @Nullable DevicePattern> side;
        private final List<Demand> demands;
        private final Rows rows;

        NameRows(Function<Demand, @Nullable DevicePattern> side, List<Demand> demands, Rows rows) {
            this.side = side;
            this.demands = demands;
            this.rows = rows;
        }

        int of(String name) {
            return row(pattern -> pattern.matches(name));
        }

        /// Names that begin with `prefix` and that no rule names.
        int ofOthers(String prefix) {
            return row(pattern -> (pattern.isPrefix() && prefix.startsWith(pattern.name())) != pattern.isNegated());
        }

        private int row(Function<DevicePattern, Boolean> content) {
            long[] bits = new long[rows.words()];
            for (int rule = 0; rule < demands.size(); rule++) {
                DevicePattern pattern = side.apply(demands.get(rule));
                if (pattern == null || content.apply(pattern)) {
                    bits[rule >>> 6] |= 1L << rule;
                }
            }
            return rows.intern(bits);
        }
    }
}
