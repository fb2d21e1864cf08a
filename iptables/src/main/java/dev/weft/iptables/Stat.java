package dev.weft.iptables;

import java.util.List;

/// One rule's line of `iptables -L CHAIN -n -v -x`: what it has counted, and what it is, in the listing's
/// words.
///
/// `target` is empty for a rule without one; `protocol`, `input` and `output` begin with `!` when negated,
/// and `*` is any interface; `options` is what matches and target say of themselves.
public record Stat(
        long packets,
        long bytes,
        String target,
        String protocol,
        String opt,
        String input,
        String output,
        Network source,
        Network destination,
        String options) {
    private static final int FIELDS = 10;

    /// Reads one row of [Iptables#stats]; counters beyond 2⁶³ appear as unsigned numbers do in a `long`.
    ///
    /// @throws IllegalArgumentException when the row has too few fields, or one of them cannot be read
    public static Stat parse(List<String> row) {
        if (row.size() < FIELDS) {
            throw new IllegalArgumentException("a row of statistics has " + FIELDS + " fields: " + row);
        }
        return new Stat(
                Long.parseUnsignedLong(row.get(0)),
                Long.parseUnsignedLong(row.get(1)),
                row.get(2),
                row.get(3),
                row.get(4),
                row.get(5),
                row.get(6),
                Network.parse(row.get(7)),
                Network.parse(row.get(8)),
                row.get(9));
    }
}
