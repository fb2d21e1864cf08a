package dev.weft.net.ip.fib;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.NamespaceKey;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.wire.Ip4Address;
import dev.weft.net.namespace.Network;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The IPv4 forwarding information base of a namespace: its tables and their routes (kernel: net/ipv4/fib_frontend.c).
///
/// Packets ask [#simple] first, for one or for many; where that does not know, [#lookup] does.
public final class Fib {
    /// The index of `lo` in every namespace: the way in of packets that come from this host.
    public static final int LOOPBACK_INDEX = 1;

    private static final NamespaceKey<Fib> KEY = new NamespaceKey<>("fib", Fib::new);

    private final NetNamespace namespace;
    private final Routes routes = new Routes();
    private final FibTrie trie = new FibTrie(routes);
    private final List<FibTable> tables = new ArrayList<>(2);
    private @Nullable FibTable main;
    private @Nullable FibTable fallback;
    private @Nullable PolicyRouting policy;
    private boolean localRoutesByHand;
    private int addressGeneration;
    private int hashSeed;
    private final Ip4Flow controlFlow = new Ip4Flow();
    private final FibResult controlResult = new FibResult();

    private Fib(NetNamespace namespace) {
        this.namespace = namespace;
    }

    public static Fib of(NetNamespace namespace) {
        return namespace.get(KEY);
    }

    public NetNamespace namespace() {
        return namespace;
    }

    // ---- lookup

    /// The next hop for a destination, where neither rules nor anything about the route need to be asked; else null.
    public @Nullable Nexthop simple(int destination) {
        return policy != null ? null : trie.simple(trie.word(destination));
    }

    /// The same for many destinations at once.
    ///
    /// @param words room for `count` numbers
    public void simple(int[] destinations, int[] words, @Nullable Nexthop[] nexthops, int count) {
        if (policy != null) {
            for (int i = 0; i < count; i++) {
                nexthops[i] = null;
            }
            return;
        }
        trie.words(destinations, words, count);
        for (int i = 0; i < count; i++) {
            nexthops[i] = trie.simple(words[i]);
        }
    }

    /// Finds the way by rules and tables (kernel: `fib_lookup`). Of several next hops the first usable one is given;
    /// [Multipath] chooses.
    ///
    /// @return null when there is a way, else why there is none
    public @Nullable Errno lookup(Ip4Flow flow, FibResult result) {
        return lookup(flow, false, result);
    }

    /// @param ignoreLinkState routes over devices without carrier count too
    public @Nullable Errno lookup(Ip4Flow flow, boolean ignoreLinkState, FibResult result) {
        result.clear();
        PolicyRouting rules = policy;
        if (rules != null) {
            return rules.lookup(flow, ignoreLinkState, result);
        }
        Errno error = main == null ? Errno.EAGAIN : main.lookup(flow, ignoreLinkState, result);
        if (error == Errno.EAGAIN && fallback != null) {
            error = fallback.lookup(flow, ignoreLinkState, result);
        }
        return error == Errno.EAGAIN ? Errno.ENETUNREACH : error;
    }

    /// Finds the way in one table; EAGAIN when there is none (kernel: `fib_table_lookup`).
    public @Nullable Errno lookup(int table, Ip4Flow flow, boolean ignoreLinkState, FibResult result) {
        FibTable found = table(table);
        return found == null ? Errno.EAGAIN : found.lookup(flow, ignoreLinkState, result);
    }

    /// What kind of address it is to this host (kernel: `inet_addr_type`).
    public RouteType addressType(int address) {
        return addressType(address, FibTable.LOCAL);
    }

    /// What kind of address it is by that table (kernel: `inet_addr_type_table`).
    public RouteType addressType(int address, int table) {
        if (address == 0 || address == Ip4Address.BROADCAST.bits()) {
            return RouteType.BROADCAST;
        }
        if (Ip4Address.isMulticast(address)) {
            return RouteType.MULTICAST;
        }
        FibTable asked = table(table);
        if (asked == null) {
            return RouteType.BROADCAST;
        }
        controlResult.clear();
        return asked.lookup(controlFlow.clear().to(address), false, controlResult) == null
                ? controlResult.type()
                : RouteType.UNICAST;
    }

    // ---- rules

    /// Are there rules that must be asked?
    public boolean hasPolicy() {
        return policy != null;
    }

    /// From now on rules are asked; the local table parts with the main one (kernel: `fib_has_custom_rules`).
    public void policy(PolicyRouting rules) {
        FibTable local = table(FibTable.LOCAL);
        if (policy == null && local != null) {
            local.moveTo(new FibTrie(routes));
        }
        policy = rules;
    }

    // ---- tables

    public @Nullable FibTable table(int id) {
        for (FibTable table : tables) {
            if (table.id() == id) {
                return table;
            }
        }
        return null;
    }

    /// All tables in the order in which the kernel lists them: its 256 hash buckets, in each the newest first.
    public List<FibTable> tables() {
        return tables.reversed().stream()
                .sorted(Comparator.comparingInt(table -> table.id() & 0xff))
                .toList();
    }

    /// The table of that number, made when there is none yet. Until there are rules, local and main share a trie.
    FibTable newTable(int id) {
        FibTable known = table(id);
        if (known != null) {
            return known;
        }
        if (id == FibTable.LOCAL && policy == null) {
            newTable(FibTable.MAIN);
        }
        boolean shares = id == FibTable.MAIN || id == FibTable.LOCAL && policy == null;
        FibTable table = new FibTable(id, routes, shares ? trie : new FibTrie(routes));
        tables.add(table);
        if (id == FibTable.MAIN) {
            main = table;
        } else if (id == FibTable.DEFAULT) {
            fallback = table;
        }
        return table;
    }

    // ---- changes

    /// Adds or changes a route (kernel: `inet_rtm_newroute`).
    ///
    /// @throws KernelError as Linux refuses it; nothing has changed then
    public void add(RouteRequest request, RouteRequest.Mode mode) {
        checkPrefix(request);
        FibTable table = newTable(request.table() == 0 ? FibTable.MAIN : request.table());
        Route route = new RouteCheck(this).make(request, table.id());
        FibEntry entry = table.insert(request, route, mode);
        if (request.type() == RouteType.LOCAL && request.protocol() != RouteProtocol.KERNEL) {
            localRoutesByHand = true;
        }
        if (entry != null) {
            publish(true, entry);
        }
    }

    /// Deletes the first route that fits (kernel: `inet_rtm_delroute`).
    ///
    /// @throws KernelError ESRCH when there is none
    public void delete(RouteRequest request) {
        checkPrefix(request);
        FibTable table = table(request.table() == 0 ? FibTable.MAIN : request.table());
        if (table == null) {
            throw new KernelError(Errno.ESRCH, "FIB table does not exist");
        }
        publish(false, table.delete(request));
    }

    /// Deletes exactly this entry, if it is still there.
    public void delete(FibEntry entry) {
        FibTable table = table(entry.table());
        if (table != null && table.delete(entry)) {
            publish(false, entry);
        }
    }

    private static void checkPrefix(RouteRequest request) {
        if ((request.prefix() & ~Ip4Address.mask(request.length())) != 0) {
            throw new KernelError(Errno.EINVAL, "Invalid prefix for given prefix length");
        }
        if ((request.tos() & 3) != 0) {
            throw new KernelError(Errno.EINVAL, "Invalid dsfield (tos): ECN bits must be 0");
        }
    }

    /// Was a local route ever made that belongs to no address (kernel: `fib_has_custom_local_routes`)?
    public boolean hasLocalRoutesByHand() {
        return localRoutesByHand;
    }

    /// Changes whenever an address comes or goes: a source address chosen before must be chosen anew (kernel:
    /// `dev_addr_genid`).
    public int addressGeneration() {
        return addressGeneration;
    }

    public void addressesChanged() {
        addressGeneration++;
    }

    /// A number that is random for each namespace, by which flows are spread over next hops.
    int hashSeed() {
        if (hashSeed == 0) {
            hashSeed = namespace.random().nextInt() | 1;
        }
        return hashSeed;
    }

    // ---- for what lives and dies with devices and addresses

    Routes routes() {
        return routes;
    }

    /// Takes dead routes away (kernel: `fib_flush`), which the kernel tells only of those that lost their preferred
    /// source.
    void flush() {
        for (FibTable table : List.copyOf(tables)) {
            table.flush(entry -> {
                if (entry.route().isSourceRemoved()) {
                    publish(false, entry);
                }
            });
        }
    }

    private void publish(boolean added, FibEntry entry) {
        Network.of(namespace).notifier().publish(new FibEvent(namespace, added, entry));
    }
}
