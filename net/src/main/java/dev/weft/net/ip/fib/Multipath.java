package dev.weft.net.ip.fib;

import dev.weft.core.packet.NetDevice;
import dev.weft.net.ip.arp.ArpTable;
import dev.weft.net.ip.neighbor.Neighbor;
import dev.weft.net.ip.v4.Ip4Config;
import dev.weft.net.ip.v4.Ip4Global;

/// Chooses among several next hops by a hash of the flow, in proportion to their weights (kernel:
/// `fib_select_multipath`, `fib_rebalance`).
public final class Multipath {
    /// Where no hash goes.
    private static final int NOWHERE = -1;

    private Multipath() {}

    /// Deals the hashes, 31 bits wide, out to the next hops that can be used; said whenever their state changes.
    static void rebalance(Route route) {
        if (!route.isMultipath()) {
            return;
        }
        long total = 0;
        for (int i = 0; i < route.nexthopCount(); i++) {
            Nexthop nexthop = route.nexthop(i);
            total += isUsable(nexthop) ? nexthop.weight() : 0;
        }
        long weight = 0;
        for (int i = 0; i < route.nexthopCount(); i++) {
            Nexthop nexthop = route.nexthop(i);
            if (isUsable(nexthop)) {
                weight += nexthop.weight();
                nexthop.upperBound((int) (((weight << 31) + total / 2) / total - 1));
            } else {
                nexthop.upperBound(NOWHERE);
            }
        }
    }

    private static boolean isUsable(Nexthop nexthop) {
        return !nexthop.isDead() && !FibTrie.isWithoutLink(nexthop);
    }

    /// Chooses the next hop of a route with several.
    ///
    /// @param hash of the flow, not negative
    /// @param source when it is given, the next hop that would choose it by itself is preferred
    /// @param sources tells the source address that a next hop would choose
    public static void select(Fib fib, FibResult result, int hash, int source, SourceOf sources) {
        boolean asksNeighbors = Ip4Config.of(fib.namespace()).is(Ip4Global.FIB_MULTIPATH_USE_NEIGH);
        Route route = result.route();
        int best = -1;
        for (int i = 0; i < route.nexthopCount(); i++) {
            Nexthop nexthop = route.nexthop(i);
            if (nexthop.upperBound() == NOWHERE || asksNeighbors && !isThere(nexthop)) {
                continue;
            }
            int score = (hash <= nexthop.upperBound() ? 1 : 0) + (source != 0 && sources.of(nexthop) == source ? 2 : 0);
            if (score > best) {
                result.choose(nexthop);
                if (score == 3 || source == 0 && score == 1) {
                    return;
                }
                best = score;
            }
        }
    }

    /// Is there no doubt about the gateway, as far as is known (kernel: `fib_good_nh`)?
    private static boolean isThere(Nexthop nexthop) {
        NetDevice device = nexthop.device();
        if (device == null || nexthop.scope() != RouteScope.LINK) {
            return true;
        }
        Neighbor gateway = ArpTable.of(device.namespace()).lookup(device, nexthop.gateway());
        return gateway == null || gateway.state().isValid();
    }

    /// The source address that packets by a next hop get when they have none.
    @FunctionalInterface
    public interface SourceOf {
        int of(Nexthop nexthop);
    }
}
