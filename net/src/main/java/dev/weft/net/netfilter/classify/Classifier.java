package dev.weft.net.netfilter.classify;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// For a list of rules, tells which of them a packet satisfies. Immutable: any number of namespaces with the same rules
/// share one.
///
/// A walk over the candidates is a [Candidates]:
/// ```java
/// for (int rule = candidates.first(classifier, packet); rule >= 0; rule = candidates.next()) { … }
/// ```
public final class Classifier {
    private final int size;
    final int summaryWords;
    final long[] store;

    // The fields that some rule demands something of, and their classes.
    final int[] fields;
    final ValueClasses[] values;
    final @Nullable NameClasses input;
    final @Nullable NameClasses output;

    private Classifier(
            int size,
            Rows rows,
            List<Field> fields,
            List<ValueClasses> values,
            @Nullable NameClasses in,
            @Nullable NameClasses out) {
        this.size = size;
        this.summaryWords = rows.summaryWords();
        this.store = rows.store();
        this.fields = fields.stream().mapToInt(Enum::ordinal).toArray();
        this.values = values.toArray(ValueClasses[]::new);
        this.input = in;
        this.output = out;
    }

    /// @param demands what each rule demands, in the rules' order
    public static Classifier of(List<Demand> demands) {
        Rows rows = new Rows(demands.size());
        List<Field> fields = new ArrayList<>();
        List<ValueClasses> values = new ArrayList<>();
        for (Field field : Field.values()) {
            ValueClasses classes = ValueClasses.of(field, demands, rows);
            if (classes != null) {
                fields.add(field);
                values.add(classes);
            }
        }
        NameClasses in = NameClasses.of(Demand::input, demands, rows);
        NameClasses out = NameClasses.of(Demand::output, demands, rows);
        if (fields.isEmpty() && in == null && out == null) {
            return of(demands, rows);
        }
        return new Classifier(demands.size(), rows, fields, values, in, out);
    }

    /// No rule demands anything, so that every packet satisfies all: one class of one field says so.
    private static Classifier of(List<Demand> demands, Rows rows) {
        List<Demand> any = demands.stream()
                .map(d -> d.with(Field.STATE, Ranges.of(0, Field.STATE.last())))
                .toList();
        ValueClasses all = ValueClasses.of(Field.STATE, any, rows);
        if (all == null) { // there are no rules
            return new Classifier(demands.size(), rows, List.of(), List.of(), null, null);
        }
        return new Classifier(demands.size(), rows, List.of(Field.STATE), List.of(all), null, null);
    }

    /// How many rules it is about.
    public int size() {
        return size;
    }

    /// Bytes of its tables, about.
    public long bytes() {
        return 8L * store.length;
    }
}
