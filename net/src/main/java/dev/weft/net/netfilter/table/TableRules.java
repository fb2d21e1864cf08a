package dev.weft.net.netfilter.table;

import dev.weft.net.netfilter.hook.Hook;
import dev.weft.net.netfilter.hook.HookFamily;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// All chains of a table at one time: never changes, but for the counters of rules and policies.
public final class TableRules {
    private final HookFamily family;
    private final TableKind kind;
    private final Map<String, Chain> base;
    private final Map<String, Chain> user;

    TableRules(HookFamily family, TableKind kind, Map<String, Chain> base, Map<String, Chain> user) {
        this.family = family;
        this.kind = kind;
        this.base = Collections.unmodifiableMap(base);
        this.user = Collections.unmodifiableMap(user);
    }

    /// Base chains that accept all, and no others.
    public static TableRules empty(HookFamily family, TableKind kind) {
        Map<String, Chain> base = new LinkedHashMap<>();
        for (Hook hook : kind.hooks()) {
            String name = Chain.nameOf(hook);
            base.put(name, new Chain(name, hook, new Policy(Verdict.ACCEPT, 0, 0), List.of()));
        }
        return new TableRules(family, kind, base, new TreeMap<>());
    }

    public HookFamily family() {
        return family;
    }

    public TableKind kind() {
        return kind;
    }

    public @Nullable Chain find(String name) {
        Chain chain = base.get(name);
        return chain != null ? chain : user.get(name);
    }

    /// The chain, which is known to be there.
    public Chain chain(String name) {
        Chain chain = find(name);
        if (chain == null) {
            throw new NoSuchElementException(name);
        }
        return chain;
    }

    /// In the order of the hooks.
    public Collection<Chain> baseChains() {
        return base.values();
    }

    /// In the order of their names.
    public Collection<Chain> userChains() {
        return user.values();
    }

    /// Base chains first.
    public List<Chain> all() {
        List<Chain> all = new ArrayList<>(base.values());
        all.addAll(user.values());
        return all;
    }

    Map<String, Chain> base() {
        return base;
    }

    Map<String, Chain> user() {
        return user;
    }

    /// How many rules jump to the chain.
    public int references(String name) {
        int references = 0;
        for (Chain chain : all()) {
            for (Rule rule : chain.rules()) {
                if (rule.action() instanceof Action.Jump jump && jump.chain().equals(name)) {
                    references++;
                }
            }
        }
        return references;
    }
}
