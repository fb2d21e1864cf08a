package dev.weft.net.ip.icmp;

import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.packet.Packet;
import dev.weft.core.wire.Icmp;
import dev.weft.core.wire.Ip4Address;
import dev.weft.core.wire.Ipv4;
import dev.weft.net.ip.arp.ArpTable;
import dev.weft.net.ip.fib.Fib;
import dev.weft.net.ip.fib.FibResult;
import dev.weft.net.ip.fib.Ip4Flow;
import dev.weft.net.ip.fib.Learning;
import dev.weft.net.ip.fib.Nexthop;
import dev.weft.net.ip.fib.RouteType;
import dev.weft.net.ip.neighbor.Neighbor;
import dev.weft.net.ip.neighbor.NeighborTable;
import dev.weft.net.ip.v4.Ip4Device;
import dev.weft.net.ip.v4.Ip4OutputRoute;
import dev.weft.net.ip.v4.Ip4Routing;
import dev.weft.net.ip.v4.Ip4Setting;
import dev.weft.net.ip.v4.TypeOfService;
import dev.weft.net.ip.v4.address.DeviceAddresses;

/// What routers say of the way of packets, taken to heart if it can be believed (RFC 1122 §3.2.2.2, RFC 1191 §6.3).
public final class RouterAdvice {
    private RouterAdvice() {}

    /// A router on the way cannot pass on packets so long (kernel: `ipv4_update_pmtu`).
    ///
    /// @param about the packet that was too long
    static void learnPathMtu(NetNamespace namespace, Ipv4 about, int mtuBytes) {
        Ip4Flow flow = flow(about, about.tos(), 0);
        Ip4OutputRoute route = new Ip4OutputRoute();
        if (route.find(namespace, flow) == null && route.type() == RouteType.UNICAST) {
            Learning.pathMtu(Fib.of(namespace), flow, route.way(), mtuBytes);
        }
    }

    private static Ip4Flow flow(Ipv4 about, int tos, int mark) {
        Ip4Flow flow = new Ip4Flow().clear().to(about.destination()).from(about.source());
        flow.tos = tos & TypeOfService.ROUTE_MASK;
        flow.mark = mark;
        return flow;
    }

    /// Another router is to be used (kernel: `__ip_do_redirect`).
    ///
    /// @param message the redirect, its data beginning with the ICMP header
    /// @param about the packet that it is about
    public static void follow(Packet message, Ipv4 about, int gateway, int tos, int mark) {
        NetDevice device = message.rxDevice();
        NetNamespace namespace = device.namespace();
        int adviser = new Ipv4(message, message.networkOffset()).source();
        Ip4Flow flow = flow(about, tos, mark);
        Ip4OutputRoute route = new Ip4OutputRoute();
        if (new Icmp(message, 0).code() > 3
                || route.find(namespace, flow) != null
                || route.way().gateway() != adviser
                || !isBelievable(device, adviser, gateway)) {
            return;
        }
        NeighborTable neighbors = ArpTable.of(namespace);
        Neighbor neighbor = neighbors.lookupOrCreate(route.device(), gateway);
        if (neighbor == null) {
            return;
        }
        if (!neighbor.state().isValid()) {
            neighbors.use(neighbor); // it must show first that it is there
            return;
        }
        Fib fib = Fib.of(namespace);
        FibResult usual = new FibResult();
        if (fib.lookup(flow, usual) == null) {
            Nexthop nexthop = usual.nexthop();
            Learning.redirect(fib, nexthop, about.destination(), gateway);
        }
    }

    private static boolean isBelievable(NetDevice device, int adviser, int gateway) {
        Ip4Device settings = Ip4Device.of(device);
        if (gateway == adviser
                || !settings.acceptsRedirects()
                || Ip4Address.isMulticast(gateway)
                || gateway == -1
                || gateway == 0) {
            return false;
        }
        if (settings.is(Ip4Setting.SHARED_MEDIA)) {
            return Ip4Routing.addressTypeOn(device, gateway) == RouteType.UNICAST;
        }
        return DeviceAddresses.of(device).areOnLink(gateway, adviser)
                && !(settings.is(Ip4Setting.SECURE_REDIRECTS) && !isDefaultGateway(device, gateway));
    }

    /// Is it a gateway that this host was told to use by default (kernel: `ip_fib_check_default`)?
    private static boolean isDefaultGateway(NetDevice device, int gateway) {
        boolean[] found = {false};
        var main = Fib.of(device.namespace()).table(dev.weft.net.ip.fib.FibTable.MAIN);
        if (main != null) {
            main.forEach(entry -> {
                Nexthop nexthop = entry.route().nexthop(0);
                found[0] |= entry.length() == 0 && nexthop.gateway() == gateway && nexthop.device() == device;
            });
        }
        return found[0];
    }
}
