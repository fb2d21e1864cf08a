package dev.weft.net.netfilter.table;

import java.util.List;

/// A kind of match, as the list of built-ins gives it (iptables: `struct xtables_match`).
public abstract non-sealed class MatchType extends Extension {
    protected MatchType(String name, List<Option> options) {
        super(name, options);
    }

    /// Starts to read the options of one `-m`.
    ///
    /// @param rule what the command line has said so far; it goes on changing
    public abstract Builder<Match> builder(RuleDraft rule);
}
