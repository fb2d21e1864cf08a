package dev.weft.net.ip.route;

import dev.weft.core.packet.NetDevice;
import dev.weft.net.ip.fib.FibEntry;
import dev.weft.net.ip.fib.FibEvent;
import dev.weft.net.iproute.AddressFamily;
import dev.weft.net.iproute.IpContext;
import dev.weft.net.namespace.Monitored;
import dev.weft.net.namespace.NetEvent;
import org.jspecify.annotations.Nullable;

/// `ip monitor route`: routes come, change and go.
public final class MonitoredRoutes implements Monitored {
    @Override
    public String word() {
        return "route";
    }

    @Override
    public String label() {
        return "ROUTE";
    }

    @Override
    public AddressFamily family() {
        return AddressFamily.INET;
    }

    @Override
    public boolean concerns(NetEvent event) {
        return event instanceof FibEvent;
    }

    @Override
    public void print(IpContext context, NetEvent event, @Nullable NetDevice only) {
        if (event instanceof FibEvent told && (only == null || leavesBy(told.entry(), only))) {
            new RoutePrinter(context.out(), context.options()).print(told.entry(), !told.added());
        }
    }

    /// One of several ways is none of the route's own (iproute2 compares RTA_OIF).
    private static boolean leavesBy(FibEntry entry, NetDevice device) {
        return !entry.route().isMultipath() && entry.route().nexthop(0).device() == device;
    }
}
