package dev.weft.net.ip.fib;

import dev.weft.core.errno.Errno;
import dev.weft.core.packet.NetDevice;
import dev.weft.net.ip.v4.Ip4Device;
import dev.weft.net.ip.v4.Ip4Setting;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Prefixes and their routes, those of several tables maybe (kernel: `struct trie`, net/ipv4/fib_trie.c).
///
/// A prefix with one route for any type of service, as almost all have, costs its entry in the map and nothing else:
/// the number there is that of the route. Other numbers are those of lists, in the order in which they are tried.
final class FibTrie {
    /// The bits of the type of service that lookups compare (kernel: `INET_DSCP_LEGACY_TOS_MASK`).
    private static final int TOS_MASK = 0x1c;

    private static final int LIST = 1 << 24;
    private static final FibAlias[] NO_ALIASES = new FibAlias[0];

    private final Routes routes;
    private final Ip4PrefixMap prefixes = new Ip4PrefixMap();
    private final List<FibAlias[]> lists = new ArrayList<>(0);
    private final List<Integer> freeLists = new ArrayList<>(0);

    FibTrie(Routes routes) {
        this.routes = routes;
    }

    int size() {
        return prefixes.size();
    }

    // ---- the routes of a prefix

    /// The routes of exactly this prefix, in the order in which they are tried; not to be changed.
    FibAlias[] get(int prefix, int length) {
        int number = prefixes.get(prefix, length);
        return number == Ip4PrefixMap.NONE ? NO_ALIASES : aliases(number);
    }

    /// Puts others in the place of the routes of a prefix.
    void set(int prefix, int length, FibAlias[] aliases) {
        int old = prefixes.get(prefix, length);
        if (old >= LIST) {
            freeLists.add(old - LIST);
        }
        if (aliases.length == 0) {
            prefixes.remove(prefix, length);
        } else if (aliases.length == 1 && aliases[0].tos() == 0) {
            prefixes.put(prefix, length, aliases[0].route().index());
        } else {
            prefixes.put(prefix, length, LIST | place(aliases));
        }
    }

    private int place(FibAlias[] aliases) {
        if (freeLists.isEmpty()) {
            lists.add(aliases);
            return lists.size() - 1;
        }
        int index = freeLists.removeLast();
        lists.set(index, aliases);
        return index;
    }

    private FibAlias[] aliases(int number) {
        return number >= LIST ? lists.get(number - LIST) : new FibAlias[] {new FibAlias(0, routes.get(number))};
    }

    /// Sees a prefix and its routes.
    interface Visitor {
        void visit(int prefix, int length, FibAlias[] aliases);
    }

    /// Shows all prefixes by rising address, of one address the longest first.
    void forEach(Visitor visitor) {
        prefixes.forEach((prefix, length, number) -> visitor.visit(prefix, length, aliases(number)));
    }

    // ---- lookup

    /// Finds the words for many destinations at once; [#simple] makes next hops of them.
    void words(int[] destinations, int[] words, int count) {
        prefixes.lookup(destinations, words, count);
    }

    int word(int destination) {
        return prefixes.lookup(destination);
    }

    /// The next hop where the prefix has a single route of which nothing needs to be asked; else null, and a full
    /// [#lookup] has to tell.
    @Nullable
    Nexthop simple(int word) {
        int number = Ip4PrefixWord.value(word);
        return number < LIST ? routes.simple(number) : null;
    }

    /// Finds the way: the first fit among the routes of the longest prefix, then of the next shorter one (kernel:
    /// `fib_table_lookup`).
    ///
    /// @return null when there is one, EAGAIN when there is none, else the error that the route found stands for
    @Nullable
    Errno lookup(Ip4Flow flow, boolean ignoreLinkState, FibResult result) {
        for (int word = prefixes.lookup(flow.destination);
                word != Ip4PrefixMap.NONE;
                word = prefixes.shorter(flow.destination, Ip4PrefixWord.length(word))) {
            int number = Ip4PrefixWord.value(word);
            if (number < LIST) {
                Route route = routes.get(number);
                if (fits(flow, 0, route)
                        && (route.type().error() != null || take(flow, ignoreLinkState, result, word, 0, route))) {
                    return route.type().error();
                }
                continue;
            }
            for (FibAlias alias : lists.get(number - LIST)) {
                Route route = alias.route();
                if (fits(flow, alias.tos(), route)
                        && (route.type().error() != null
                                || take(flow, ignoreLinkState, result, word, alias.tos(), route))) {
                    return route.type().error();
                }
            }
        }
        return Errno.EAGAIN;
    }

    private static boolean fits(Ip4Flow flow, int tos, Route route) {
        return (tos == 0 || tos == (flow.tos & TOS_MASK)) && route.scope() >= flow.scope;
    }

    private static boolean take(
            Ip4Flow flow, boolean ignoreLinkState, FibResult result, int word, int tos, Route route) {
        if (route.has(Nexthop.DEAD)) {
            return false;
        }
        for (int i = 0; i < route.nexthopCount(); i++) {
            Nexthop nexthop = route.nexthop(i);
            if (isUsable(nexthop, ignoreLinkState)
                    && (flow.outputDevice == 0 || flow.outputDevice == nexthop.deviceIndex())) {
                int length = Ip4PrefixWord.length(word);
                result.found(nexthop, flow.destination & dev.weft.core.wire.Ip4Address.mask(length), length, tos);
                return true;
            }
        }
        return false;
    }

    private static boolean isUsable(Nexthop nexthop, boolean ignoreLinkState) {
        return !nexthop.isDead() && (ignoreLinkState || !isWithoutLink(nexthop));
    }

    /// Has its device no carrier, and is that to count (`ignore_routes_with_linkdown`)?
    static boolean isWithoutLink(Nexthop nexthop) {
        NetDevice device = nexthop.device();
        return nexthop.has(Nexthop.LINKDOWN)
                && device != null
                && Ip4Device.of(device).is(Ip4Setting.IGNORE_ROUTES_WITH_LINKDOWN);
    }
}
