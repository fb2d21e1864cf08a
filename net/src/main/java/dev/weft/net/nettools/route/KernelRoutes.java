package dev.weft.net.nettools.route;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.wire.Ip4Address;
import dev.weft.net.ip.fib.Fib;
import dev.weft.net.ip.fib.FibEntry;
import dev.weft.net.ip.fib.FibTable;
import dev.weft.net.ip.fib.NexthopRequest;
import dev.weft.net.ip.fib.Route;
import dev.weft.net.ip.fib.RouteMetric;
import dev.weft.net.ip.fib.RouteMetrics;
import dev.weft.net.ip.fib.RouteProtocol;
import dev.weft.net.ip.fib.RouteRequest;
import dev.weft.net.ip.fib.RouteScope;
import dev.weft.net.ip.fib.RouteType;
import dev.weft.net.ip.v4.address.DeviceAddresses;
import java.util.ArrayList;
import java.util.List;

/// The main table of a namespace in the old interface's terms (kernel: `ip_rt_ioctl`, `fib_route_seq_show`).
public final class KernelRoutes implements RouteTable {
    /// What TCP and IP headers take of the MTU.
    private static final int HEADERS = 40;

    private final NetNamespace namespace;
    private final Fib fib;

    public KernelRoutes(NetNamespace namespace) {
        this.namespace = namespace;
        this.fib = Fib.of(namespace);
    }

    // ---- what is there

    @Override
    public boolean exists() {
        return fib.table(FibTable.MAIN) != null;
    }

    @Override
    public List<RouteEntry> entries() {
        List<RouteEntry> entries = new ArrayList<>();
        FibTable main = fib.table(FibTable.MAIN);
        if (main != null) {
            main.forEach(entry -> {
                RouteType type = entry.route().type();
                if (type != RouteType.BROADCAST && type != RouteType.MULTICAST) {
                    entries.add(entry(entry));
                }
            });
        }
        return entries;
    }

    private static RouteEntry entry(FibEntry entry) {
        Route route = entry.route();
        RouteMetrics metrics = route.metrics();
        NetDevice device = route.nexthop(0).device();
        int mss = metrics.get(RouteMetric.ADVMSS);
        return new RouteEntry(
                new Ip4Address(entry.prefix()),
                new Ip4Address(route.nexthop(0).gateway()),
                new Ip4Address(Ip4Address.mask(entry.length())),
                flags(entry),
                route.priority(),
                mss == 0 ? 0 : mss + HEADERS,
                metrics.get(RouteMetric.WINDOW),
                metrics.get(RouteMetric.RTT) >>> 3,
                device == null ? "*" : device.name());
    }

    private static int flags(FibEntry entry) {
        RouteType type = entry.route().type();
        boolean rejects = type == RouteType.UNREACHABLE || type == RouteType.PROHIBIT;
        return RouteEntry.UP
                | (rejects ? RouteEntry.REJECT : 0)
                | (entry.route().nexthop(0).gateway() != 0 ? RouteEntry.GATEWAY : 0)
                | (entry.length() == 32 ? RouteEntry.HOST : 0);
    }

    // ---- changes

    @Override
    public void add(RouteEntry request) {
        fib.add(request(request, true), RouteRequest.Mode.PREPEND);
    }

    @Override
    public void delete(RouteEntry request) {
        fib.delete(request(request, false));
    }

    /// What netlink would be told (kernel: `rtentry_to_fib_config`).
    private RouteRequest request(RouteEntry entry, boolean adds) {
        int length = length(entry);
        boolean rejects = entry.has(RouteEntry.REJECT);
        boolean hasDevice = !rejects && !entry.device().isEmpty();
        int device = hasDevice ? device(entry.device()).index() : 0;
        int gateway = entry.gateway().bits();
        if (adds && !rejects && entry.has(RouteEntry.GATEWAY) && gateway == 0) {
            throw new KernelError(Errno.EINVAL);
        }
        return new RouteRequest(
                rejects ? RouteType.UNREACHABLE : RouteType.UNICAST,
                FibTable.MAIN,
                entry.destination().bits(),
                length,
                0,
                entry.metric() == 0 ? 0 : entry.metric() - 1,
                adds ? RouteProtocol.BOOT : RouteProtocol.UNSPEC,
                scope(entry, adds),
                hasDevice ? preferredSource(entry.device()) : 0,
                adds && !rejects ? metrics(entry) : RouteMetrics.NONE,
                rejects ? NexthopRequest.NONE : new NexthopRequest(device, gateway, 0, 1, 0),
                List.of());
    }

    private static int length(RouteEntry entry) {
        if (entry.has(RouteEntry.HOST)) {
            return 32;
        }
        int hostBits = ~entry.netmask().bits();
        if ((hostBits & hostBits + 1) != 0 || (entry.destination().bits() & hostBits) != 0) {
            throw new KernelError(Errno.EINVAL);
        }
        return Integer.bitCount(~hostBits);
    }

    /// The device of a name, or of an alias such as `eth0:1`.
    private NetDevice device(String name) {
        NetDevice device = namespace.device(name.replaceFirst(":.*", ""));
        if (device == null) {
            throw new KernelError(Errno.ENODEV);
        }
        return device;
    }

    /// An alias stands for its address.
    private int preferredSource(String name) {
        if (!name.contains(":")) {
            return 0;
        }
        return DeviceAddresses.of(device(name)).list().stream()
                .filter(address -> address.label().equals(name))
                .findFirst()
                .orElseThrow(() -> new KernelError(Errno.ENODEV))
                .local();
    }

    private int scope(RouteEntry entry, boolean adds) {
        if (entry.has(RouteEntry.REJECT)) {
            return RouteScope.HOST;
        }
        boolean behindGateway = entry.has(RouteEntry.GATEWAY)
                && entry.gateway().bits() != 0
                && fib.addressType(entry.gateway().bits()) == RouteType.UNICAST;
        return behindGateway ? RouteScope.UNIVERSE : adds ? RouteScope.LINK : RouteScope.NOWHERE;
    }

    private static RouteMetrics metrics(RouteEntry entry) {
        RouteMetrics metrics = RouteMetrics.NONE;
        if (entry.has(RouteEntry.MTU)) {
            metrics = metrics.with(RouteMetric.ADVMSS, entry.mtu() - HEADERS);
        }
        if (entry.has(RouteEntry.WINDOW)) {
            metrics = metrics.with(RouteMetric.WINDOW, entry.window());
        }
        if (entry.has(RouteEntry.IRTT)) {
            metrics = metrics.with(RouteMetric.RTT, entry.irtt() << 3);
        }
        return metrics;
    }
}
