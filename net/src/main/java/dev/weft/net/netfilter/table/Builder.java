package dev.weft.net.netfilter.table;

/// Reads the options of one match or target of a rule (iptables: `x6_parse` and `x6_fcheck`).
///
/// How often an option may stand, whether it may be inverted, which must be there and which exclude each other has been
/// checked by what its [Option] says, in the words of iptables; the rest is the builder's.
public interface Builder<T> {
    /// Reads one option.
    ///
    /// @throws XtablesError when its argument is wrong
    void option(Option option, OptionInput input);

    /// What all options together say.
    ///
    /// @throws XtablesError when something is missing
    T build();
}
