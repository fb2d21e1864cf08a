package dev.weft.net.ip.v4;

import dev.weft.core.errno.Errno;
import dev.weft.core.graph.DropReason;
import dev.weft.core.packet.NetDevice;
import dev.weft.net.ip.fib.Fib;
import dev.weft.net.ip.fib.FibResult;
import dev.weft.net.ip.fib.Ip4Flow;
import dev.weft.net.ip.fib.Nexthop;
import dev.weft.net.ip.fib.Route;
import dev.weft.net.ip.fib.RouteScope;
import dev.weft.net.ip.fib.RouteType;
import dev.weft.net.ip.v4.address.Addresses;
import dev.weft.net.ip.v4.address.DeviceAddresses;
import org.jspecify.annotations.Nullable;

/// Can a packet with this source have come by this device (kernel: `fib_validate_source`; RFC 3704)? It is filled anew
/// for each question.
final class SourceValidation {
    /// `rp_filter`: the route back must lead out by the same device.
    private static final int STRICT = 1;

    private final Ip4Flow back = new Ip4Flow();
    private final FibResult result = new FibResult();
    private boolean near;

    /// Is no table needed to believe that the source is somebody else? So it is where `rp_filter` is off, unless local
    /// addresses were set up in other ways than by `ip addr`.
    boolean isForeign(NetDevice device, Ip4Device settings, int source) {
        if (settings.get(Ip4Setting.RP_FILTER) != 0) {
            return false;
        }
        if (settings.is(Ip4Setting.ACCEPT_LOCAL)) {
            return true;
        }
        Fib fib = Fib.of(device.namespace());
        return !fib.hasPolicy()
                && !fib.hasLocalRoutesByHand()
                && !Addresses.of(device.namespace()).isLocal(source);
    }

    /// @param flow the packet's
    /// @param out the index of the device that it will leave by, 0 when it is for this host
    /// @return null when it can, else the reason to drop it
    @Nullable
    DropReason check(NetDevice device, Ip4Flow flow, int out) {
        near = false;
        Ip4Device settings = Ip4Device.of(device);
        boolean redirects = device.index() == out && settings.is(Ip4Setting.SEND_REDIRECTS);
        if (!redirects && isForeign(device, settings, flow.source)) {
            return null;
        }
        return look(device, settings, flow, out);
    }

    /// Is the sender on the link itself, so that a redirect could reach it?
    boolean isNear() {
        return near;
    }

    /// Kernel: `__fib_validate_source`.
    private @Nullable DropReason look(NetDevice device, Ip4Device settings, Ip4Flow flow, int out) {
        int filter = settings.get(Ip4Setting.RP_FILTER);
        back.clear().to(flow.source).from(flow.destination);
        back.inputDevice = out != 0 ? out : Fib.LOOPBACK_INDEX;
        back.tos = flow.tos;
        back.mark = settings.is(Ip4Setting.SRC_VALID_MARK) ? flow.mark : 0;
        back.protocol = flow.protocol;
        back.sourcePort = flow.destinationPort;
        back.destinationPort = flow.sourcePort;
        Fib fib = Fib.of(device.namespace());
        Errno error = fib.lookup(back, result);
        if (error != null) {
            return filter != 0 ? DropReason.IP_RPFILTER : null;
        }
        if (result.type() != RouteType.UNICAST) {
            if (result.type() != RouteType.LOCAL) {
                return DropReason.IP_INVALID_SOURCE;
            }
            if (!settings.is(Ip4Setting.ACCEPT_LOCAL)) {
                return DropReason.IP_LOCAL_SOURCE;
            }
        }
        if (leadsOutBy(result.route(), device)
                || result.type() == RouteType.LOCAL && device.has(NetDevice.IFF_LOOPBACK)) {
            near = result.nexthop().scope() >= RouteScope.HOST;
            return null;
        }
        if (DeviceAddresses.of(device).isEmpty()) {
            return filter != 0 ? DropReason.IP_RPFILTER : null;
        }
        if (filter == STRICT) {
            return DropReason.IP_RPFILTER;
        }
        back.outputDevice = device.index();
        near = fib.lookup(back, true, result) == null
                && result.type() == RouteType.UNICAST
                && result.nexthop().scope() >= RouteScope.HOST;
        return null;
    }

    private static boolean leadsOutBy(Route route, NetDevice device) {
        for (int i = 0; i < route.nexthopCount(); i++) {
            Nexthop nexthop = route.nexthop(i);
            if (nexthop.device() == device) {
                return true;
            }
        }
        return false;
    }
}
