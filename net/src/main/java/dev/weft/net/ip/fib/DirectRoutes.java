package dev.weft.net.ip.fib;

import dev.weft.core.packet.DeviceKey;
import dev.weft.core.packet.NetDevice;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Ways that no table holds, one of each type for a device: to all or to a group on its link, to this host, or to
/// whoever is taken to be on the link (kernel: the `struct rtable`s without a `fib_info`).
public final class DirectRoutes {
    private static final DeviceKey<Map<RouteType, Nexthop>> KEY =
            new DeviceKey<>("direct routes", device -> new EnumMap<>(RouteType.class));

    private DirectRoutes() {}

    public static Nexthop of(NetDevice device, RouteType type) {
        Map<RouteType, Nexthop> known = device.get(KEY);
        Nexthop nexthop = known.get(type);
        if (nexthop == null) {
            nexthop = make(device, type, NexthopRequest.dev(device.index()));
            known.put(type, nexthop);
        }
        return nexthop;
    }

    /// A way to whoever, by a gateway on the device's link; each call makes one.
    public static Nexthop via(NetDevice device, int gateway) {
        return make(device, RouteType.UNICAST, new NexthopRequest(device.index(), gateway, 0, 1, 0));
    }

    private static Nexthop make(NetDevice device, RouteType type, NexthopRequest way) {
        RouteRequest request = new RouteRequest(
                type, 0, 0, 0, 0, 0, RouteProtocol.UNSPEC, RouteScope.LINK, 0, RouteMetrics.NONE, way, List.of());
        Nexthop nexthop = new Route(request, 0).nexthop(0);
        nexthop.resolve(device, RouteScope.HOST);
        return nexthop;
    }
}
