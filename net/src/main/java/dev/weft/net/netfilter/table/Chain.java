package dev.weft.net.netfilter.table;

import dev.weft.net.netfilter.hook.Hook;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A list of rules with a name. Base chains belong to a hook and have a policy; to others rules jump.
///
/// @param hook   null for a chain that users made
/// @param policy likewise
/// @param rules  in order; never changes
public record Chain(
        String name, @Nullable Hook hook, @Nullable Policy policy, List<Rule> rules) {
    public boolean isBase() {
        return policy != null;
    }

    /// What Linux calls the base chain of a hook.
    public static String nameOf(Hook hook) {
        return switch (hook) {
            case PRE_ROUTING -> "PREROUTING";
            case LOCAL_IN -> "INPUT";
            case FORWARD -> "FORWARD";
            case LOCAL_OUT -> "OUTPUT";
            case POST_ROUTING -> "POSTROUTING";
        };
    }

    /// The same with a policy that has counted nothing yet.
    Chain withoutCounters() {
        Policy counted = policy;
        return counted == null ? this : new Chain(name, hook, new Policy(counted.verdict(), 0, 0), rules);
    }

    Chain with(List<Rule> itsRules) {
        return new Chain(name, hook, policy, itsRules);
    }
}
