package dev.weft.net.ip.fib;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.net.ip.fib.RouteRequest.Mode;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A routing table (kernel: `struct fib_table`). Two of them may share a [FibTrie].
public final class FibTable {
    /// The table of local and broadcast addresses, which the kernel keeps.
    public static final int LOCAL = 255;

    public static final int MAIN = 254;
    public static final int DEFAULT = 253;

    private final int id;
    private final Routes routes;
    private FibTrie trie;

    FibTable(int id, Routes routes, FibTrie trie) {
        this.id = id;
        this.routes = routes;
        this.trie = trie;
    }

    public int id() {
        return id;
    }

    FibTrie trie() {
        return trie;
    }

    /// Parts with the table that it shared its trie with (kernel: `fib_unmerge`).
    void moveTo(FibTrie own) {
        FibTrie shared = trie;
        trie = own;
        shared.forEach((prefix, length, aliases) -> {
            FibAlias[] mine =
                    Arrays.stream(aliases).filter(alias -> alias.table() == id).toArray(FibAlias[]::new);
            if (mine.length > 0) {
                own.set(prefix, length, mine);
                shared.set(prefix, length, without(aliases, List.of(mine)));
            }
        });
    }

    // ---- changes

    /// Adds a route whose next hops have been checked (kernel: `fib_table_insert`).
    ///
    /// @param made to be taken over; what shares it is used instead
    /// @return the entry as it is now, null when it was there already and nothing has changed
    @Nullable
    FibEntry insert(RouteRequest request, Route made, Mode mode) {
        int prefix = request.prefix();
        int length = request.length();
        Route route = routes.intern(made);
        try {
            FibAlias[] aliases = trie.get(prefix, length);
            int at = 0;
            while (at < aliases.length && aliases[at].precedes(id, request.tos(), route.priority())) {
                at++;
            }
            int first = at;
            int match = -1;
            int end = at;
            while (end < aliases.length && hasKey(aliases[end], request.tos(), route.priority())) {
                if (match < 0 && aliases[end].route() == route) {
                    match = end;
                }
                end++;
            }
            FibAlias alias = new FibAlias(request.tos(), route);
            if (end > first) {
                if (mode.excludes) {
                    throw new KernelError(Errno.EEXIST);
                }
                if (mode.replaces) {
                    return replace(request, aliases, first, match, alias);
                }
                if (match >= 0) {
                    throw new KernelError(Errno.EEXIST);
                }
                at = mode.appends ? end : first;
            }
            if (!mode.creates) {
                throw new KernelError(Errno.ENOENT);
            }
            trie.set(prefix, length, with(aliases, at, alias));
            route.uses(route.uses() + 1);
            return entry(prefix, length, alias);
        } finally {
            routes.release(route);
        }
    }

    private @Nullable FibEntry replace(RouteRequest request, FibAlias[] aliases, int first, int match, FibAlias alias) {
        if (match >= 0) {
            if (match == first) {
                return null;
            }
            throw new KernelError(Errno.EEXIST);
        }
        FibAlias[] changed = aliases.clone();
        Route dropped = changed[first].route();
        changed[first] = alias;
        trie.set(request.prefix(), request.length(), changed);
        alias.route().uses(alias.route().uses() + 1);
        routes.release(dropped);
        return entry(request.prefix(), request.length(), alias);
    }

    /// Deletes the first route that fits what is asked for (kernel: `fib_table_delete`).
    ///
    /// @throws KernelError ESRCH when there is none
    FibEntry delete(RouteRequest request) {
        FibAlias[] aliases = trie.get(request.prefix(), request.length());
        for (FibAlias alias : aliases) {
            if (alias.table() == id && alias.tos() == request.tos() && isMeant(request, alias.route())) {
                FibEntry entry = entry(request.prefix(), request.length(), alias);
                remove(request.prefix(), request.length(), aliases, List.of(alias));
                return entry;
            }
        }
        throw new KernelError(Errno.ESRCH);
    }

    private static boolean isMeant(RouteRequest request, Route route) {
        return (request.type() == RouteType.UNSPEC || request.type() == route.type())
                && (request.scope() == RouteScope.NOWHERE || request.scope() == route.scope())
                && (request.preferredSource() == 0 || request.preferredSource() == route.preferredSource())
                && (request.protocol() == 0 || request.protocol() == route.protocol())
                && (request.priority() == 0 || request.priority() == route.priority())
                && areMeant(request, route)
                && request.metrics().isContainedIn(route.metrics());
    }

    /// Are the next hops those that are asked for (kernel: `fib_nh_match`)?
    private static boolean areMeant(RouteRequest request, Route route) {
        NexthopRequest asked = request.nexthop();
        if (asked.device() != 0 || asked.gateway() != 0) {
            return isMeant(asked, route.nexthop(0));
        }
        List<NexthopRequest> ways = request.multipath();
        if (ways.isEmpty()) {
            return asked.realm() == 0 || asked.realm() == route.nexthop(0).realm();
        }
        if (ways.size() < route.nexthopCount()) {
            return false;
        }
        for (int i = 0; i < route.nexthopCount(); i++) {
            if (!isMeant(ways.get(i), route.nexthop(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isMeant(NexthopRequest asked, Nexthop nexthop) {
        return (asked.device() == 0 || asked.device() == nexthop.deviceIndex())
                && (asked.gateway() == 0 || asked.gateway() == nexthop.gateway())
                && (asked.realm() == 0 || asked.realm() == nexthop.realm());
    }

    /// Deletes exactly this entry, as a listing has shown it.
    ///
    /// @return whether it was still there
    boolean delete(FibEntry entry) {
        FibAlias[] aliases = trie.get(entry.prefix(), entry.length());
        for (FibAlias alias : aliases) {
            if (alias.table() == id && alias.tos() == entry.tos() && alias.route() == entry.route()) {
                remove(entry.prefix(), entry.length(), aliases, List.of(alias));
                return true;
            }
        }
        return false;
    }

    /// Takes dead routes away (kernel: `fib_table_flush`).
    ///
    /// @param gone sees those that are taken
    void flush(Consumer<FibEntry> gone) {
        removeIf(alias -> (alias.route().flags() & Nexthop.DEAD) != 0, gone);
    }

    private void removeIf(Predicate<FibAlias> condition, Consumer<FibEntry> gone) {
        trie.forEach((prefix, length, aliases) -> {
            List<FibAlias> victims = Arrays.stream(aliases)
                    .filter(alias -> alias.table() == id && condition.test(alias))
                    .toList();
            if (!victims.isEmpty()) {
                victims.forEach(alias -> gone.accept(entry(prefix, length, alias)));
                remove(prefix, length, aliases, victims);
            }
        });
    }

    private void remove(int prefix, int length, FibAlias[] aliases, List<FibAlias> victims) {
        trie.set(prefix, length, without(aliases, victims));
        victims.forEach(alias -> routes.release(alias.route()));
    }

    // ---- what is in it

    /// Shows all routes in the kernel's order.
    public void forEach(Consumer<FibEntry> action) {
        trie.forEach((prefix, length, aliases) -> {
            for (FibAlias alias : aliases) {
                if (alias.table() == id) {
                    action.accept(entry(prefix, length, alias));
                }
            }
        });
    }

    @Nullable
    Errno lookup(Ip4Flow flow, boolean ignoreLinkState, FibResult result) {
        Errno error = trie.lookup(flow, ignoreLinkState, result);
        if (error == null) {
            result.table(id);
        }
        return error;
    }

    private FibEntry entry(int prefix, int length, FibAlias alias) {
        return new FibEntry(id, prefix, length, alias.tos(), alias.route());
    }

    private boolean hasKey(FibAlias alias, int tos, int priority) {
        return alias.table() == id && alias.tos() == tos && alias.route().priority() == priority;
    }

    private static FibAlias[] with(FibAlias[] aliases, int at, FibAlias more) {
        FibAlias[] result = new FibAlias[aliases.length + 1];
        System.arraycopy(aliases, 0, result, 0, at);
        result[at] = more;
        System.arraycopy(aliases, at, result, at + 1, aliases.length - at);
        return result;
    }

    /// All but these very objects: of two alike, only one goes.
    private static FibAlias[] without(FibAlias[] aliases, List<FibAlias> victims) {
        return Arrays.stream(aliases)
                .filter(alias -> victims.stream().noneMatch(victim -> victim == alias))
                .toArray(FibAlias[]::new);
    }
}
