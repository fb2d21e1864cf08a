package dev.weft.net.netfilter.table;

import org.jspecify.annotations.Nullable;

/// What stands on the command line at an option of a match or target.
public interface OptionInput {
    /// Its argument; empty when it takes none.
    String argument();

    /// Was there one? To be asked of options whose argument may be left out.
    boolean hasArgument();

    /// Was there a `!` in front?
    boolean isInverted();

    /// Takes the next word too, if it is neither an option nor `!`: `--tcp-flags SYN,ACK SYN` has two arguments.
    @Nullable
    String nextWord();
}
