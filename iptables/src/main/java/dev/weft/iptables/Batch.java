package dev.weft.iptables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Changes that go to the kernel together, in one `iptables-restore --noflush`: a thousand rules cost what
/// one costs.
///
/// Each table is changed at once or not at all, in the order in which they were first named; when one fails
/// those before it are changed, those after it are not. What a batch does not name stays as it is. Rules are
/// given as in [Iptables].
public final class Batch {
    private static final Set<String> BUILT_IN = Set.of("PREROUTING", "INPUT", "FORWARD", "OUTPUT", "POSTROUTING");

    private final Commands commands;
    private final Map<String, List<String>> lines = new LinkedHashMap<>();

    Batch(Commands commands) {
        this.commands = commands;
    }

    /// Appends a rule to a chain.
    public Batch append(String table, String chain, String... rule) {
        return add(table, "-A " + chain, Rule.of(chain, rule).words());
    }

    /// Inserts a rule at a position, from 1.
    public Batch insert(String table, String chain, int position, String... rule) {
        return add(table, "-I " + chain + " " + position, Rule.of(chain, rule).words());
    }

    /// Replaces the rule at a position, from 1.
    public Batch replace(String table, String chain, int position, String... rule) {
        return add(table, "-R " + chain + " " + position, Rule.of(chain, rule).words());
    }

    /// Deletes the first rule that equals the given one; its absence fails the table's batch.
    public Batch delete(String table, String chain, String... rule) {
        return add(table, "-D " + chain, Rule.of(chain, rule).withoutCounters().words());
    }

    /// Deletes the rule at a position, from 1.
    public Batch deleteById(String table, String chain, int id) {
        return add(table, "-D " + chain + " " + id, List.of());
    }

    /// Makes a chain; one that is there already fails the table's batch.
    public Batch newChain(String table, String chain) {
        return add(table, "-N " + chain, List.of());
    }

    /// Empties a chain; one of the user's own is made if it is not there.
    public Batch clearChain(String table, String chain) {
        return BUILT_IN.contains(chain)
                ? add(table, "-F " + chain, List.of())
                : add(table, ":" + chain + " - [0:0]", List.of());
    }

    /// Renames a chain.
    public Batch renameChain(String table, String oldChain, String newChain) {
        return add(table, "-E " + oldChain + " " + newChain, List.of());
    }

    /// Deletes an empty chain that no rule jumps to.
    public Batch deleteChain(String table, String chain) {
        return add(table, "-X " + chain, List.of());
    }

    /// Sets what a built-in chain does at its end: `ACCEPT` or `DROP`.
    public Batch changePolicy(String table, String chain, String target) {
        return add(table, "-P " + chain + " " + target, List.of());
    }

    private Batch add(String table, String command, List<String> words) {
        var line = (command + " " + Words.join(words)).strip();
        if (line.chars().anyMatch(c -> c == '\n' || c == '\r')) {
            throw new IllegalArgumentException("a line break in: " + line);
        }
        lines.computeIfAbsent(table, name -> new ArrayList<>()).add(line);
        return this;
    }

    /// Applies all of it; an empty batch runs nothing.
    ///
    /// @throws IptablesException when a line is refused: its `failedLine()` is that line, and its table is
    /// unchanged
    public void run() {
        if (!lines.isEmpty()) {
            commands.restore(toString(), List.of("--noflush"));
        }
    }

    /// Asks whether all of it would be understood, without changing anything (`iptables-restore --test`).
    /// What only the kernel refuses is not found.
    ///
    /// @throws IptablesException when a line is refused
    public void test() {
        if (!lines.isEmpty()) {
            commands.restore(toString(), List.of("--noflush", "--test"));
        }
    }

    /// The text that `iptables-restore` gets.
    @Override
    public String toString() {
        var text = new StringBuilder();
        lines.forEach((table, changes) -> {
            text.append('*').append(table).append('\n');
            changes.forEach(line -> text.append(line).append('\n'));
            text.append("COMMIT\n");
        });
        return text.toString();
    }
}
