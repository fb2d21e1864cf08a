package dev.weft.iptables.memory;

import java.util.ArrayList;
import java.util.List;

/// The rules of a chain in order, and the policy of a built-in one.
final class Chain {
    final String name;
    final boolean isBuiltIn;
    final List<RuleSpec> rules;
    String policy;
    Counters counters = Counters.ZERO;

    Chain(String name, boolean isBuiltIn) {
        this(name, isBuiltIn, List.of());
    }

    private Chain(String name, boolean isBuiltIn, List<RuleSpec> rules) {
        this.name = name;
        this.isBuiltIn = isBuiltIn;
        this.rules = new ArrayList<>(rules);
        this.policy = isBuiltIn ? "ACCEPT" : "-";
    }

    Chain copy(String newName) {
        var copy = new Chain(newName, isBuiltIn, rules);
        copy.policy = policy;
        copy.counters = counters;
        return copy;
    }

    boolean jumpsTo(String other) {
        return rules.stream().anyMatch(rule -> rule.target().equals(other));
    }

    /// The place of the first rule that is the same but for what it has counted; -1 when there is none.
    int indexOf(RuleSpec rule) {
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).isSame(rule)) {
                return i;
            }
        }
        return -1;
    }
}
