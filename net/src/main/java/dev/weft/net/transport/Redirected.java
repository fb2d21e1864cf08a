package dev.weft.net.transport;

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
import dev.weft.net.ip.v4.address.DeviceAddresses;

/// Follows a router's advice to use another one, if it can be believed (kernel: `__ip_do_redirect`; RFC 1122
/// §3.2.2.2).
final class Redirected {
    private Redirected() {}

    /// @param message the redirect, its data beginning with the ICMP header
    /// @param about the packet that it is about
    static void follow(Packet message, Ipv4 about, int gateway, int tos, int mark) {
        NetDevice device = message.rxDevice();
        NetNamespace namespace = device.namespace();
        int adviser = new Ipv4(message, message.networkOffset()).source();
        Ip4Flow flow = new Ip4Flow().clear().to(about.destination()).from(about.source());
        flow.tos = tos & 0x1e;
        flow.mark = mark;
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
