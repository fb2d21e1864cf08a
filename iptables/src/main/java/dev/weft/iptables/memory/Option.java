package dev.weft.iptables.memory;

import dev.weft.iptables.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// An option of a match or target as a rule has it: `! --dport 22`.
record Option(boolean negated, String name, List<String> values) {
    /// What people write themselves is saved in quotes, unless it is a plain word.
    private static final Set<String> TEXTS = Set.of("--comment", "--log-prefix", "--nflog-prefix");

    Option {
        values = List.copyOf(values);
    }

    /// The value of an option that has one.
    String value() {
        return values.getFirst();
    }

    /// The mark of a negated value in listings.
    String mark() {
        return negated ? "!" : "";
    }

    /// The text as saved rules have it.
    @Override
    public String toString() {
        var words = new ArrayList<String>();
        if (negated) {
            words.add("!");
        }
        words.add(name);
        words.addAll(values);
        boolean isQuoted = TEXTS.contains(name) && !value().matches("[-_0-9a-zA-Z]+");
        return isQuoted ? name + " \"" + value().replaceAll("[\"\\\\']", "\\\\$0") + '"' : Words.join(words);
    }
}
