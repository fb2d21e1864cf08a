package dev.weft.net.ip.fib;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.NetDevice;
import java.util.List;

/// Checks a route that is asked for, and finds the devices of its next hops (kernel: `fib_create_info`,
/// `fib_check_nh`).
final class RouteCheck {
    private static final String INVALID_GATEWAY = "Nexthop has invalid gateway";

    private final Fib fib;

    RouteCheck(Fib fib) {
        this.fib = fib;
    }

    /// @throws KernelError when Linux would refuse it
    Route make(RouteRequest request, int table) {
        if (request.type().widestScope() > request.scope()) {
            throw invalid("Invalid scope");
        }
        checkMultipath(request);
        Route route = new Route(request, table);
        if (request.type().error() != null) {
            NexthopRequest way = request.nexthop();
            if (way.gateway() != 0 || way.device() != 0 || !request.multipath().isEmpty()) {
                throw invalid("Gateway, device and multipath can not be specified for this route type");
            }
            return route;
        }
        if (request.scope() > RouteScope.HOST) {
            throw invalid("Invalid scope");
        }
        if (request.scope() == RouteScope.HOST) {
            resolveLocal(request, route);
        } else {
            resolve(request, route, table);
        }
        if (request.preferredSource() != 0 && !isOwn(request, table)) {
            throw invalid("Invalid prefsrc address");
        }
        Multipath.rebalance(route);
        return route;
    }

    private static void checkMultipath(RouteRequest request) {
        List<NexthopRequest> ways = request.multipath();
        if (ways.isEmpty()) {
            return;
        }
        NexthopRequest all = request.nexthop();
        NexthopRequest first = ways.getFirst();
        if (all.device() != 0 && all.device() != first.device()) {
            throw invalid("Nexthop device index does not match RTA_OIF");
        }
        if (all.gateway() != 0 && all.gateway() != first.gateway()) {
            throw invalid("Nexthop gateway does not match RTA_GATEWAY or RTA_VIA");
        }
        if (all.realm() != 0 && all.realm() != first.realm()) {
            throw invalid("Nexthop class id does not match RTA_FLOW");
        }
    }

    /// A route to an address of this host.
    private void resolveLocal(RouteRequest request, Route route) {
        if (route.isMultipath()) {
            throw invalid("Route with host scope can not have multiple nexthops");
        }
        Nexthop nexthop = route.nexthop(0);
        if (nexthop.gateway() != 0) {
            throw invalid("Route with host scope can not have a gateway");
        }
        NexthopRequest way = request.multipath().isEmpty()
                ? request.nexthop()
                : request.multipath().getFirst();
        nexthop.resolve(device(way.device()), RouteScope.NOWHERE);
        nexthop.clear(Nexthop.LINKDOWN);
    }

    private void resolve(RouteRequest request, Route route, int table) {
        int withoutLink = 0;
        for (int i = 0; i < route.nexthopCount(); i++) {
            Nexthop nexthop = route.nexthop(i);
            int device = request.multipath().isEmpty()
                    ? request.nexthop().device()
                    : request.multipath().get(i).device();
            if (nexthop.gateway() == 0) {
                resolveOnLink(nexthop, device);
            } else if (nexthop.has(Nexthop.ONLINK)) {
                resolveByForce(request, nexthop, device);
            } else {
                resolveByRoutes(request, nexthop, device, table);
            }
            if (nexthop.has(Nexthop.LINKDOWN)) {
                withoutLink++;
            }
        }
        if (withoutLink == route.nexthopCount()) {
            route.set(Nexthop.LINKDOWN);
        }
    }

    /// The destination itself is on the link (kernel: `fib_check_nh_nongw`).
    private void resolveOnLink(Nexthop nexthop, int index) {
        if (nexthop.has(Nexthop.ONLINK)) {
            throw invalid("Invalid flags for nexthop - PERVASIVE and ONLINK can not be set");
        }
        NetDevice device = device(index);
        if (!device.isUp()) {
            throw new KernelError(Errno.ENETDOWN, "Device for nexthop is not up");
        }
        nexthop.resolve(device, RouteScope.HOST);
    }

    /// `onlink`: the gateway is there because one says so.
    private void resolveByForce(RouteRequest request, Nexthop nexthop, int index) {
        if (request.scope() >= RouteScope.LINK) {
            throw invalid("Nexthop has invalid scope");
        }
        NetDevice device = fib.namespace().device(index);
        if (device == null) {
            throw new KernelError(Errno.ENODEV, "Nexthop device required for onlink");
        }
        if (!device.isUp()) {
            throw new KernelError(Errno.ENETDOWN, "Nexthop device is not up");
        }
        if (fib.addressType(nexthop.gateway()) != RouteType.UNICAST) {
            throw invalid(INVALID_GATEWAY);
        }
        nexthop.resolve(device, RouteScope.LINK);
    }

    /// Another route, nearer than this one, must lead to the gateway (kernel: `fib_check_nh_v4_gw`).
    private void resolveByRoutes(RouteRequest request, Nexthop nexthop, int index, int table) {
        Ip4Flow flow = new Ip4Flow().clear().to(nexthop.gateway()).out(index);
        flow.scope = Math.max(request.scope() + 1, RouteScope.LINK);
        FibResult found = new FibResult();
        Errno error = Errno.EAGAIN;
        if (table != FibTable.MAIN) {
            error = fib.lookup(table, flow, true, found);
        }
        if (error != null) {
            error = fib.lookup(flow, true, found);
        }
        if (error != null) {
            throw new KernelError(error, INVALID_GATEWAY);
        }
        if (found.type() != RouteType.UNICAST && found.type() != RouteType.LOCAL) {
            throw invalid(INVALID_GATEWAY);
        }
        NetDevice device = found.nexthop().device();
        if (device == null) {
            throw new KernelError(Errno.EINVAL, "No egress device for nexthop gateway");
        }
        if (!device.isUp()) {
            throw new KernelError(Errno.ENETDOWN);
        }
        nexthop.resolve(device, found.route().scope());
    }

    /// Is the preferred source an address of this host (kernel: `fib_valid_prefsrc`)?
    private boolean isOwn(RouteRequest request, int table) {
        int source = request.preferredSource();
        if (request.type() == RouteType.LOCAL && source == request.prefix()) {
            return true;
        }
        int asked = table == FibTable.MAIN ? FibTable.LOCAL : table;
        return fib.addressType(source, asked) == RouteType.LOCAL || fib.addressType(source) == RouteType.LOCAL;
    }

    private NetDevice device(int index) {
        NetDevice device = fib.namespace().device(index);
        if (device == null) {
            throw new KernelError(Errno.ENODEV);
        }
        return device;
    }

    private static KernelError invalid(String why) {
        return new KernelError(Errno.EINVAL, why);
    }
}
