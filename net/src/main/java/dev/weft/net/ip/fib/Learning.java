package dev.weft.net.ip.fib;

import dev.weft.core.packet.NetDevice;
import dev.weft.net.ip.v4.Ip4Config;
import dev.weft.net.ip.v4.Ip4Global;
import dev.weft.net.namespace.Jiffies;
import dev.weft.net.namespace.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What ICMP teaches of single destinations, and how long it holds (kernel: net/ipv4/route.c).
public final class Learning {
    /// How long a redirect is followed (kernel: `ip_rt_gc_timeout`).
    private static final long REDIRECT_NANOS = 300_000_000_000L;

    private Learning() {}

    /// A router says that packets of this flow must not be longer (kernel: `__ip_rt_update_pmtu`).
    ///
    /// @param way the next hop that the packet took, or would take
    public static void pathMtu(Fib fib, Ip4Flow flow, Nexthop way, int mtuBytes) {
        if (way.isMtuLocked()) {
            return;
        }
        int old = way.mtu();
        if (old < mtuBytes) {
            return;
        }
        Ip4Config config = Ip4Config.of(fib.namespace());
        int least = config.get(Ip4Global.ROUTE_MIN_PMTU);
        boolean locked = mtuBytes < least;
        int mtu = locked ? Math.min(old, least) : mtuBytes;
        long lifetime = Jiffies.toNanos(config.get(Ip4Global.ROUTE_MTU_EXPIRES));
        long now = now(fib);
        NexthopException known = way.exception();
        if (known != null && known.mtu() == mtu && !locked && now < known.expiresNanos() - lifetime / 2) {
            return;
        }
        FibResult found = new FibResult();
        if (fib.lookup(flow, found) == null) {
            Route route = found.route();
            for (int i = 0; i < route.nexthopCount(); i++) {
                learn(fib, route.nexthop(i), flow.destination, 0, mtu, locked, now + lifetime);
            }
        }
    }

    /// A router says that another one is the better gateway (kernel: `__ip_do_redirect`, once the redirect is
    /// believed).
    ///
    /// @param usual the next hop whose gateway said so
    public static void redirect(Fib fib, Nexthop usual, int destination, int gateway) {
        learn(fib, usual, destination, gateway, 0, false, now(fib) + REDIRECT_NANOS);
    }

    private static void learn(
            Fib fib, Nexthop usual, int destination, int gateway, int mtu, boolean locked, long expires) {
        NexthopExceptions exceptions = usual.exceptions();
        if (exceptions == null) {
            exceptions = new NexthopExceptions();
            usual.exceptions(exceptions);
            fib.routes().refresh(usual.route());
        }
        NexthopException exception = exceptions.find(destination);
        if (exception == null) {
            exception = new NexthopException(usual, destination);
            exceptions.add(exception);
        }
        exception.update(gateway, mtu, locked, expires);
    }

    /// The next hop for a destination with all that was learnt of it (kernel: `find_exception`).
    public static Nexthop toward(Fib fib, Nexthop usual, int destination) {
        NexthopExceptions exceptions = usual.exceptions();
        NexthopException exception = exceptions == null ? null : exceptions.find(destination);
        if (exception == null) {
            return usual;
        }
        long now = now(fib);
        if (now > exception.expiresNanos()) {
            forget(fib, usual, now);
            return usual;
        }
        return exception.nexthop();
    }

    private static void forget(Fib fib, Nexthop usual, long now) {
        NexthopExceptions exceptions = usual.exceptions();
        if (exceptions == null) {
            return;
        }
        exceptions.removeIf(old -> now > old.expiresNanos());
        if (exceptions.isEmpty()) {
            usual.exceptions(null);
            fib.routes().refresh(usual.route());
        }
    }

    /// Shows all that was learnt and still holds (`ip route show cache`).
    public static void forEach(Fib fib, Consumer<NexthopException> action) {
        long now = now(fib);
        for (Nexthop nexthop : taught(fib, null)) {
            forget(fib, nexthop, now);
            NexthopExceptions exceptions = nexthop.exceptions();
            if (exceptions != null) {
                exceptions.forEach(action);
            }
        }
    }

    /// Forgets all that was learnt (`ip route flush cache`).
    public static void forget(Fib fib) {
        for (Nexthop nexthop : taught(fib, null)) {
            nexthop.exceptions(null);
            fib.routes().refresh(nexthop.route());
        }
    }

    /// The device has another MTU (kernel: `fib_sync_mtu`).
    static void deviceMtu(Fib fib, NetDevice device, int before) {
        for (Nexthop nexthop : taught(fib, device)) {
            NexthopExceptions exceptions = nexthop.exceptions();
            if (exceptions != null) {
                exceptions.forEach(exception -> exception.deviceMtu(before, device.mtu()));
            }
        }
    }

    /// The next hops, on one device or on any, of which something was learnt.
    private static List<Nexthop> taught(Fib fib, @Nullable NetDevice device) {
        List<Nexthop> nexthops = new ArrayList<>();
        fib.routes().forEach(route -> {
            for (int i = 0; i < route.nexthopCount(); i++) {
                Nexthop nexthop = route.nexthop(i);
                if (nexthop.exceptions() != null && (device == null || nexthop.device() == device)) {
                    nexthops.add(nexthop);
                }
            }
        });
        return nexthops;
    }

    private static long now(Fib fib) {
        return Network.of(fib.namespace()).clock().nanos();
    }
}
