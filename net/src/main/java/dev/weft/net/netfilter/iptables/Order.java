package dev.weft.net.netfilter.iptables;

import dev.weft.net.netfilter.table.AddressMask;
import dev.weft.net.netfilter.table.Basics;
import dev.weft.net.netfilter.table.Match;
import dev.weft.net.netfilter.table.Target;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A command line that has been understood.
///
/// @param rule  of the rule that it describes, without addresses
/// @param jump  the word behind `-j` or `-g`; empty when there is none
/// @param chain null when none was named
record Order(
        Set<Verb> verbs,
        String table,
        @Nullable String chain,
        int number,
        String newName,
        String policy,
        EnumSet<Flag> flags,
        int verbosity,
        Basics rule,
        List<AddressMask> sources,
        List<AddressMask> destinations,
        List<Match> matches,
        @Nullable Target target,
        String jump,
        boolean isGoto,
        long packets,
        long bytes) {
    boolean has(Flag flag) {
        return flags.contains(flag);
    }

    boolean isVerbose() {
        return verbosity > 0;
    }

    /// The chain, which the verb demands.
    String theChain() {
        String named = chain;
        if (named == null) {
            throw new IllegalStateException("no chain was named");
        }
        return named;
    }
}
