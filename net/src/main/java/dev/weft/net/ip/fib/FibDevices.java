package dev.weft.net.ip.fib;

import dev.weft.core.packet.NetDevice;
import dev.weft.net.link.LinkEvent;

/// What happens to routes when something happens to their devices (kernel: `fib_netdev_event`, `fib_sync_down_dev`,
/// `fib_sync_up`).
public final class FibDevices {
    private FibDevices() {}

    /// The device is down, or gone: its routes die, and those of which no way is left are taken away (kernel:
    /// `fib_disable_ip`).
    ///
    /// @param everything routes to addresses of this host too
    public static void disable(Fib fib, NetDevice device, boolean isGone, boolean everything) {
        if (down(fib, device, isGone ? LinkEvent.Kind.UNREGISTER : LinkEvent.Kind.DOWN, everything)) {
            fib.flush();
        }
    }

    /// The device has lost its carrier.
    public static void carrierLost(Fib fib, NetDevice device) {
        boolean unused = down(fib, device, LinkEvent.Kind.CHANGE, false);
    }

    private static boolean down(Fib fib, NetDevice device, LinkEvent.Kind kind, boolean everything) {
        boolean anyDead = false;
        for (Route route : fib.routes().on(device)) {
            anyDead |= down(route, device, kind, everything);
            Multipath.rebalance(route);
            fib.routes().refresh(route);
        }
        return anyDead;
    }

    private static boolean down(Route route, NetDevice device, LinkEvent.Kind kind, boolean everything) {
        int mark = kind == LinkEvent.Kind.CHANGE ? Nexthop.LINKDOWN : Nexthop.DEAD | Nexthop.LINKDOWN;
        int dead = 0;
        for (int i = 0; i < route.nexthopCount(); i++) {
            Nexthop nexthop = route.nexthop(i);
            if (nexthop.isDead()) {
                dead++;
            } else if (nexthop.device() == device && (everything || nexthop.scope() != RouteScope.NOWHERE)) {
                nexthop.set(mark);
                dead++;
            }
            if (kind == LinkEvent.Kind.UNREGISTER && nexthop.device() == device) {
                dead = route.nexthopCount(); // Linux takes the whole route when one of its devices is gone
                break;
            }
        }
        if (dead == route.nexthopCount()) {
            route.set(mark);
            return true;
        }
        return false;
    }

    /// The device is up, or has carrier, again: ways over it that died or lost their link are as before.
    ///
    /// @param flag [Nexthop#DEAD] or [Nexthop#LINKDOWN]
    public static void revive(Fib fib, NetDevice device, int flag) {
        if (!device.isUp()) {
            return;
        }
        int flags = flag == Nexthop.DEAD && device.hasCarrier() ? Nexthop.DEAD | Nexthop.LINKDOWN : flag;
        for (Route route : fib.routes().on(device)) {
            boolean anyAlive = false;
            for (int i = 0; i < route.nexthopCount(); i++) {
                Nexthop nexthop = route.nexthop(i);
                if (!nexthop.has(flags)) {
                    anyAlive = true;
                } else if (nexthop.device() == device) {
                    nexthop.clear(flags);
                    anyAlive = true;
                }
            }
            if (anyAlive) {
                route.clear(flags);
            }
            Multipath.rebalance(route);
            fib.routes().refresh(route);
        }
    }

    /// An address is no longer one of this host: routes of the main table that prefer it as source are taken away
    /// (kernel: `fib_sync_down_addr`).
    public static void addressGone(Fib fib, int address) {
        boolean[] any = new boolean[1];
        fib.routes().forEach(route -> {
            if (route.table() == FibTable.MAIN && route.preferredSource() == address) {
                route.sourceRemoved();
                fib.routes().refresh(route);
                any[0] = true;
            }
        });
        if (any[0]) {
            fib.flush();
        }
    }

    /// `net.ipv4.conf.DEV.ignore_routes_with_linkdown` was switched: flows are dealt out anew.
    public static void settingsChanged(Fib fib) {
        fib.routes().forEach(Multipath::rebalance);
    }

    public static void mtuChanged(Fib fib, NetDevice device, int before) {
        Learning.deviceMtu(fib, device, before);
    }
}
