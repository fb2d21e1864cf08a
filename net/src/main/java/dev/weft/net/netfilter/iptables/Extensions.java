package dev.weft.net.netfilter.iptables;

import dev.weft.net.netfilter.hook.HookFamily;
import dev.weft.net.netfilter.table.Extension;
import dev.weft.net.netfilter.table.MatchType;
import dev.weft.net.netfilter.table.TargetType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The matches and targets that one family's commands know, by name.
public final class Extensions {
    /// Verdicts are no chains' names either.
    static final List<String> VERDICTS = List.of("ACCEPT", "DROP", "RETURN", "QUEUE");

    private final Map<String, MatchType> matches = new HashMap<>();
    private final Map<String, TargetType> targets = new HashMap<>();

    Extensions(HookFamily family, List<MatchType> matchTypes, List<TargetType> targetTypes) {
        matchTypes.forEach(type -> add(family, type, matches));
        targetTypes.forEach(type -> add(family, type, targets));
    }

    private static <T extends Extension> void add(HookFamily family, T type, Map<String, T> to) {
        if (type.families().contains(family)) {
            to.put(type.name(), type);
            type.aliases().forEach(alias -> to.put(alias, type));
        }
    }

    @Nullable
    MatchType match(String name) {
        return matches.get(name);
    }

    @Nullable
    TargetType target(String name) {
        return targets.get(name);
    }

    boolean isTarget(String name) {
        return VERDICTS.contains(name) || targets.containsKey(name);
    }
}
