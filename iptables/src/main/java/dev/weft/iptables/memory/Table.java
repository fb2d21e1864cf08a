package dev.weft.iptables.memory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A table: its built-in chains in the order of their hooks, then those of the user by name.
final class Table {
    static final Map<String, List<String>> BUILT_IN = Map.of(
            "filter", List.of("INPUT", "FORWARD", "OUTPUT"),
            "nat", List.of("PREROUTING", "INPUT", "OUTPUT", "POSTROUTING"),
            "mangle", List.of("PREROUTING", "INPUT", "FORWARD", "OUTPUT", "POSTROUTING"),
            "raw", List.of("PREROUTING", "OUTPUT"),
            "security", List.of("INPUT", "FORWARD", "OUTPUT"));

    final String name;
    private final Map<String, Chain> builtIn = new LinkedHashMap<>();
    private final Map<String, Chain> users = new TreeMap<>();

    Table(String name) {
        this.name = name;
        for (var chain : BUILT_IN.getOrDefault(name, List.of())) {
            builtIn.put(chain, new Chain(chain, true));
        }
    }

    Table copy() {
        var copy = new Table(name);
        builtIn.forEach((key, chain) -> copy.builtIn.put(key, chain.copy(key)));
        users.forEach((key, chain) -> copy.users.put(key, chain.copy(key)));
        return copy;
    }

    /// Only the built-in chains and their policies stay.
    void clear() {
        users.clear();
        builtIn.values().forEach(chain -> chain.rules.clear());
    }

    List<Chain> chains() {
        return Stream.concat(builtIn.values().stream(), users.values().stream()).toList();
    }

    /// One chain, or all when no name is given.
    List<Chain> chains(@Nullable String chain) {
        return chain == null ? chains() : List.of(chain(chain));
    }

    @Nullable
    Chain find(String chain) {
        var found = builtIn.get(chain);
        return found == null ? users.get(chain) : found;
    }

    Chain chain(String chain) {
        var found = find(chain);
        if (found == null) {
            throw Failure.kernel(Failure.NO_SUCH);
        }
        return found;
    }

    long references(String chain) {
        return chains().stream()
                .flatMap(other -> other.rules.stream())
                .filter(rule -> rule.target().equals(chain))
                .count();
    }

    void create(String chain) {
        if (find(chain) != null) {
            throw Failure.kernel("Chain already exists.");
        }
        users.put(chain, new Chain(chain, false));
    }

    void rename(String from, String to) {
        if (find(to) != null) {
            throw Failure.kernel("File exists.");
        }
        var chain = users.remove(from);
        if (chain == null) {
            throw Failure.kernel(Failure.NO_SUCH);
        }
        users.put(to, chain.copy(to));
        chains().forEach(other -> other.rules.replaceAll(rule -> rule.redirected(from, to)));
    }

    void delete(String name) {
        var chain = chain(name);
        if (chain.isBuiltIn) {
            throw Failure.kernel(Failure.INVALID);
        }
        if (references(name) > 0) {
            throw Failure.kernel("Too many links.");
        }
        if (!chain.rules.isEmpty()) {
            throw Failure.kernel("Directory not empty.");
        }
        users.remove(name);
    }

    void deleteUsers() {
        List.copyOf(users.keySet()).forEach(this::delete);
    }

    void setPolicy(String chain, String policy, Counters counters) {
        var found = builtIn.get(chain);
        if (found == null) {
            throw Failure.kernel("Bad built-in chain name.");
        }
        if (!policy.equals("ACCEPT") && !policy.equals("DROP")) {
            throw Failure.kernel("Bad policy name. Run `dmesg' for more information.");
        }
        found.policy = policy;
        found.counters = counters;
    }

    /// Refuses what the kernel refuses when it gets the table: loops that a packet can reach, and targets out
    /// of place.
    void check() {
        for (var chain : builtIn.values()) {
            checkFrom(chain, new ArrayDeque<>(), new HashSet<>());
        }
        chains().forEach(chain -> chain.rules.forEach(rule -> rule.checkPlace(this, chain)));
    }

    private void checkFrom(Chain chain, ArrayDeque<String> path, HashSet<String> done) {
        if (path.contains(chain.name)) {
            throw Failure.kernel("Too many levels of symbolic links.");
        }
        if (!done.add(chain.name)) {
            return;
        }
        path.push(chain.name);
        for (var target : new ArrayList<>(targets(chain))) {
            checkFrom(target, path, done);
        }
        path.pop();
    }

    private List<Chain> targets(Chain chain) {
        return chain.rules.stream()
                .map(rule -> users.get(rule.target()))
                .filter(target -> target != null)
                .toList();
    }
}
