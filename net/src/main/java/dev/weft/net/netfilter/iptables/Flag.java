package dev.weft.net.netfilter.iptables;

import java.util.Set;

/// Options of iptables' own that may stand once, in the order in which they are checked (iptables: `OPT_*`).
enum Flag {
    NUMERIC('n', false),
    SOURCE('s', true),
    DESTINATION('d', true),
    PROTOCOL('p', true),
    JUMP('j', false),
    VERBOSE('v', false),
    EXPANDED('x', false),
    IN('i', true),
    OUT('o', true),
    LINE_NUMBERS('0', false),
    COUNTERS('c', false),
    FRAGMENT('f', true);

    private final char letter;
    private final boolean invertible;

    Flag(char letter, boolean invertible) {
        this.letter = letter;
        this.invertible = invertible;
    }

    char letter() {
        return letter;
    }

    boolean isInvertible() {
        return invertible;
    }

    /// May it stand with all of these (iptables: `options_v_commands`)?
    boolean fits(Set<Verb> verbs) {
        return verbs.stream().allMatch(this::fits);
    }

    private boolean fits(Verb verb) {
        return switch (this) {
            case VERBOSE -> true;
            case NUMERIC, EXPANDED, LINE_NUMBERS -> verb == Verb.LIST;
            case COUNTERS ->
                verb == Verb.INSERT || verb == Verb.REPLACE || verb == Verb.APPEND || verb == Verb.SET_POLICY;
            case SOURCE, DESTINATION, PROTOCOL, JUMP, IN, OUT, FRAGMENT -> verb.hasRule();
        };
    }
}
