package dev.weft.net.netfilter.table;

import dev.weft.core.packet.NetNamespace;
import dev.weft.core.packet.Packet;
import dev.weft.core.wire.Ipv4;
import dev.weft.net.ip.fib.Fib;
import dev.weft.net.ip.fib.Ip4Flow;
import dev.weft.net.ip.fib.RouteType;
import dev.weft.net.ip.v4.Ip4OutputRoute;

/// Finds the way anew for a packet of this host that netfilter has changed or made (kernel: `ip_route_me_harder`). An
/// instance belongs to one node or target, and asking allocates nothing.
public final class Reroute {
    private final Ip4Flow flow = new Ip4Flow();
    private final Ip4OutputRoute route = new Ip4OutputRoute();

    /// Gives the packet, which must have a device to leave by already, the route that fits it now.
    ///
    /// @return false when there is none
    public boolean apply(Packet packet) {
        NetNamespace namespace = packet.txDevice().namespace();
        Ipv4 ip = new Ipv4(packet, 0);
        int source = ip.source();
        boolean own = source != 0 && Fib.of(namespace).addressType(source) == RouteType.LOCAL;
        flow.clear().to(ip.destination()).from(own ? source : 0);
        flow.tos = ip.tos();
        flow.mark = packet.mark();
        flow.protocol = ip.protocol();
        if (route.find(namespace, flow) != null) {
            return false;
        }
        route.applyTo(packet);
        return true;
    }
}
