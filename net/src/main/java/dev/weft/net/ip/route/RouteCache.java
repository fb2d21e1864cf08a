package dev.weft.net.ip.route;

import dev.weft.net.ip.fib.Fib;
import dev.weft.net.ip.fib.Learning;
import dev.weft.net.ip.fib.Nexthop;
import dev.weft.net.ip.fib.NexthopException;
import dev.weft.net.ip.fib.RouteMetric;
import dev.weft.net.ip.fib.RouteMetrics;
import dev.weft.net.namespace.Network;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What was learnt of single destinations, as `ip route` shows it.
final class RouteCache {
    private static final long SECOND = 1_000_000_000L;

    private RouteCache() {}

    static void forEach(Fib fib, RouteFilter filter, Consumer<RouteAnswer> action) {
        Learning.forEach(fib, learnt -> {
            RouteAnswer answer = answer(fib, learnt);
            if (filter.acceptsDestination(answer.destination())
                    && (filter.table() == 0 || filter.table() == answer.table())) {
                action.accept(answer);
            }
        });
    }

    private static RouteAnswer answer(Fib fib, NexthopException learnt) {
        Nexthop nexthop = learnt.nexthop();
        return new RouteAnswer(
                nexthop.type(),
                learnt.destination(),
                0,
                0,
                nexthop.gateway(),
                nexthop.device(),
                nexthop.route().table(),
                0,
                0,
                nexthop.realm(),
                0,
                false,
                false,
                flags(learnt),
                secondsLeft(fib, learnt),
                metrics(nexthop),
                null);
    }

    /// How what was learnt is named between `<` and `>` (kernel: `RTCF_REDIRECTED`).
    static List<String> flags(@Nullable NexthopException learnt) {
        return learnt != null && learnt.isRedirected() ? List.of("redirected") : List.of();
    }

    /// When what was learnt is forgotten, 0 when nothing was.
    static long secondsLeft(Fib fib, @Nullable NexthopException learnt) {
        if (learnt == null) {
            return 0;
        }
        long now = Network.of(fib.namespace()).clock().nanos();
        return (learnt.expiresNanos() - now) / SECOND;
    }

    /// The metrics of the route, and the path's MTU in the place of the one it asks for.
    static RouteMetrics metrics(Nexthop nexthop) {
        RouteMetrics metrics = nexthop.route().metrics();
        NexthopException learnt = nexthop.exception();
        if (learnt == null || learnt.mtu() == 0) {
            return metrics;
        }
        RouteMetrics known = metrics.with(RouteMetric.MTU, learnt.mtu());
        return learnt.isMtuLocked() ? known.withLock(RouteMetric.MTU) : known;
    }
}
