package dev.weft.net.netfilter.table;

import java.util.List;

/// A kind of target, as the list of built-ins gives it (iptables: `struct xtables_target`).
public abstract non-sealed class TargetType extends Extension {
    protected TargetType(String name, List<Option> options) {
        super(name, options);
    }

    /// Starts to read the options of one `-j`.
    ///
    /// @param rule what the command line has said so far; it goes on changing
    public abstract Builder<Target> builder(RuleDraft rule);
}
