package dev.weft.iptables.memory;

import dev.weft.iptables.Network;
import java.util.List;
import java.util.Set;

/// A rule in the model: the fields that every rule has, its matches, its target and what it has counted.
record RuleSpec(
        Network source,
        Network destination,
        Name input,
        Name output,
        Name protocol,
        String fragment,
        List<Use> matches,
        String target,
        boolean isGoto,
        Options targetOptions,
        Counters counters) {
    private static final Set<String> NAT = Set.of("DNAT", "SNAT", "MASQUERADE", "REDIRECT", "NETMAP");
    private static final Set<String> ON_ARRIVAL = Set.of("DNAT", "REDIRECT");

    /// A word that may be negated; empty when the rule does not say.
    record Name(boolean negated, String text) {
        static final Name ANY = new Name(false, "");

        boolean isAny() {
            return text.isEmpty();
        }
    }

    RuleSpec {
        matches = List.copyOf(matches);
    }

    boolean isSame(RuleSpec other) {
        return withCounters(Counters.ZERO).equals(other.withCounters(Counters.ZERO));
    }

    RuleSpec withCounters(Counters counted) {
        return new RuleSpec(
                source,
                destination,
                input,
                output,
                protocol,
                fragment,
                matches,
                target,
                isGoto,
                targetOptions,
                counted);
    }

    /// The same rule, with jumps to a chain led to its new name.
    RuleSpec redirected(String from, String to) {
        return target.equals(from)
                ? new RuleSpec(
                        source,
                        destination,
                        input,
                        output,
                        protocol,
                        fragment,
                        matches,
                        to,
                        isGoto,
                        targetOptions,
                        counters)
                : this;
    }

    /// Address translation stands in the table nat, and there where its kind is possible.
    void checkPlace(Table table, Chain chain) {
        if (!NAT.contains(target)) {
            return;
        }
        boolean onArrival = ON_ARRIVAL.contains(target);
        boolean possible = switch (chain.name) {
            case "PREROUTING", "OUTPUT" -> onArrival || target.equals("NETMAP");
            case "INPUT" -> target.equals("SNAT") || target.equals("NETMAP");
            case "POSTROUTING" -> !onArrival;
            default -> true;
        };
        if (!table.name.equals("nat") || !possible) {
            throw Failure.kernel(Failure.INVALID);
        }
    }
}
