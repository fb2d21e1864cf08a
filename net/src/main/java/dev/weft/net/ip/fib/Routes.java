package dev.weft.net.ip.fib;

import dev.weft.core.packet.NetDevice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The routes of a namespace, each with a number by which prefixes refer to it.
final class Routes {
    private static final @Nullable Route[] NO_ROUTES = new Route[1];
    private static final @Nullable Nexthop[] NO_NEXTHOPS = new Nexthop[1];

    private final Map<Route, Route> known = new HashMap<>(8);
    private @Nullable Route[] byIndex = NO_ROUTES;
    private @Nullable Nexthop[] simple = NO_NEXTHOPS;
    private int[] free = new int[0];
    private int freeCount;
    private int highest;

    /// The route of that number, which is in use.
    Route get(int index) {
        Route route = byIndex[index];
        if (route == null) {
            throw new IllegalStateException("no route " + index);
        }
        return route;
    }

    /// The next hop of a route that has but one, of which nothing needs to be asked: it is alive, on a link with
    /// carrier, and nothing was learnt on it; else null.
    @Nullable
    Nexthop simple(int index) {
        return simple[index];
    }

    /// The route equal to this one that is known already, or else this one; with one use more.
    Route intern(Route made) {
        Route route = known.putIfAbsent(made, made);
        if (route == null) {
            route = made;
            route.index(place());
            byIndex[route.index()] = route;
            refresh(route);
        }
        route.uses(route.uses() + 1);
        return route;
    }

    /// One use less; with the last one the route is gone.
    void release(Route route) {
        route.uses(route.uses() - 1);
        if (route.uses() > 0) {
            return;
        }
        known.remove(route, route);
        byIndex[route.index()] = null;
        simple[route.index()] = null;
        if (freeCount == free.length) {
            free = Arrays.copyOf(free, Math.max(4, 2 * freeCount));
        }
        free[freeCount++] = route.index();
        for (int i = 0; i < route.nexthopCount(); i++) {
            route.nexthop(i).set(Nexthop.GONE);
        }
    }

    /// Must be called when anything of a route has changed that [#simple] looks at.
    void refresh(Route route) {
        Nexthop only = route.nexthop(0);
        boolean isSimple = !route.isMultipath()
                && route.type().error() == null
                && only.device() != null
                && (route.flags() & Nexthop.STATE) == 0
                && !only.has(Nexthop.STATE)
                && only.exceptions() == null;
        simple[route.index()] = isSimple ? only : null;
    }

    void forEach(Consumer<Route> action) {
        for (int i = 1; i <= highest; i++) {
            Route route = byIndex[i];
            if (route != null) {
                action.accept(route);
            }
        }
    }

    /// The routes that have a next hop on the device.
    List<Route> on(NetDevice device) {
        List<Route> found = new ArrayList<>();
        forEach(route -> {
            for (int i = 0; i < route.nexthopCount(); i++) {
                if (route.nexthop(i).device() == device) {
                    found.add(route);
                    return;
                }
            }
        });
        return found;
    }

    private int place() {
        if (freeCount > 0) {
            return free[--freeCount];
        }
        int index = ++highest;
        if (index >= byIndex.length) {
            int capacity = Math.max(8, 2 * byIndex.length);
            byIndex = Arrays.copyOf(byIndex, capacity);
            simple = Arrays.copyOf(simple, capacity);
        }
        return index;
    }
}
