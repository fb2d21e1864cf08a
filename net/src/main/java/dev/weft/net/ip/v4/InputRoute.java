package dev.weft.net.ip.v4;

import dev.weft.core.errno.Errno;
import dev.weft.core.graph.DropReason;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.wire.Ip4Address;
import dev.weft.net.ip.fib.DirectRoutes;
import dev.weft.net.ip.fib.Fib;
import dev.weft.net.ip.fib.FibResult;
import dev.weft.net.ip.fib.Ip4Flow;
import dev.weft.net.ip.fib.Learning;
import dev.weft.net.ip.fib.Multipath;
import dev.weft.net.ip.fib.MultipathHash;
import dev.weft.net.ip.fib.Nexthop;
import dev.weft.net.ip.fib.RouteType;
import dev.weft.net.ip.v4.address.DeviceAddresses;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Where a received packet is to go, with all the checks of Linux (kernel: `ip_route_input_slow`). It is filled anew
/// for
/// each question, so that asking allocates nothing.
public final class InputRoute {
    static final DropReason LOCALNET =
            new DropReason("IP_LOCALNET", "an address of 127.0.0.0/8 came from outside (route_localnet)");

    private final FibResult result = new FibResult();
    private final Ip4Flow flow = new Ip4Flow();
    private final SourceValidation validation = new SourceValidation();
    private @Nullable Nexthop way;
    private @Nullable DropReason refused;
    private @Nullable Errno error;
    private boolean redirects;

    /// Finds the way for a packet of which no more than this is known, as ARP does.
    ///
    /// @param arp is it asked for ARP's sake? Then much is refused that IPv4 itself accepts
    /// @return whether there is a way; else [#refused] or [#error] say why not
    public boolean find(NetDevice device, int source, int destination, int tos, int mark, boolean arp) {
        flow.clear().to(destination).from(source);
        flow.inputDevice = device.index();
        flow.tos = tos & TypeOfService.ROUTE_MASK;
        flow.mark = mark;
        return find(device, flow, !arp);
    }

    /// @param flow destination, source, device, mark and, where several next hops need them, protocol and ports
    /// @param isIp is it an IPv4 packet, and not ARP asking?
    public boolean find(NetDevice device, Ip4Flow flow, boolean isIp) {
        result.clear();
        way = null;
        refused = null;
        error = null;
        redirects = false;
        int source = flow.source;
        int destination = flow.destination;
        Ip4Device settings = Ip4Device.of(device);
        if (Ip4Address.isMulticast(destination)) {
            return multicast(device, settings, flow, isIp);
        }
        if (Ip4Address.isMulticast(source) || source == -1) {
            return refuse(DropReason.IP_INVALID_SOURCE);
        }
        if (destination == -1 || source == 0 && destination == 0) {
            return broadcast(device, flow, isIp);
        }
        if (source == 0) {
            return refuse(DropReason.IP_INVALID_SOURCE);
        }
        if (destination == 0) {
            return refuse(DropReason.IP_INVALID_DEST);
        }
        if ((Ip4Address.isLoopback(destination) || Ip4Address.isLoopback(source))
                && !device.has(NetDevice.IFF_LOOPBACK)
                && !settings.is(Ip4Setting.ROUTE_LOCALNET)) {
            return refuse(LOCALNET);
        }
        return lookup(device, settings, flow, isIp);
    }

    /// Is the source certainly somebody else, so that no table needs to be asked?
    boolean isForeign(NetDevice device, Ip4Device settings, int source) {
        return validation.isForeign(device, settings, source);
    }

    /// What the tables said; nothing where they were not asked.
    public FibResult result() {
        return result;
    }

    /// How the packet goes on: up to this host, or out.
    public RouteType type() {
        return way().type();
    }

    public Nexthop way() {
        return Objects.requireNonNull(way, "no route was found");
    }

    /// The device that it is to leave by.
    public NetDevice device() {
        return Objects.requireNonNull(way().device(), "the route leads nowhere");
    }

    /// Why the packet must not be at all: a martian; null when it is something else.
    public @Nullable DropReason refused() {
        return refused;
    }

    /// Why there is no way for it: then its sender may be told.
    public @Nullable Errno error() {
        return error;
    }

    /// Is there a better way, of which its sender should be told?
    public boolean redirects() {
        return redirects;
    }

    // ---- the kernel's steps

    private boolean lookup(NetDevice device, Ip4Device settings, Ip4Flow flow, boolean isIp) {
        Fib fib = Fib.of(device.namespace());
        boolean forwards = settings.is(Ip4Setting.FORWARDING);
        Errno none = fib.lookup(flow, result);
        if (none != null) {
            error = forwards ? none : Errno.EHOSTUNREACH;
            return false;
        }
        switch (result.type()) {
            case LOCAL -> {
                if (!isSourceRight(device, flow, 0)) {
                    return false;
                }
                way = result.nexthop();
                return true;
            }
            case BROADCAST -> {
                if (!settings.is(Ip4Setting.BC_FORWARDING)) {
                    return broadcast(device, flow, isIp);
                }
            }
            default -> {
                if (!forwards) {
                    error = Errno.EHOSTUNREACH;
                    return false;
                }
                if (result.type() != RouteType.UNICAST) {
                    return refuse(DropReason.IP_INVALID_DEST);
                }
            }
        }
        return forward(fib, device, settings, flow, isIp);
    }

    /// Kernel: `ip_mkroute_input`, `__mkroute_input`.
    private boolean forward(Fib fib, NetDevice device, Ip4Device settings, Ip4Flow flow, boolean isIp) {
        if (result.route().isMultipath()) {
            Multipath.select(fib, result, MultipathHash.of(fib, flow), 0, nexthop -> 0);
        }
        NetDevice out = result.nexthop().device();
        if (out == null) {
            error = Errno.ENETUNREACH;
            return false;
        }
        if (!isSourceRight(device, flow, out.index())) {
            return false;
        }
        if (out == device) {
            redirects = isIp
                    && validation.isNear()
                    && settings.is(Ip4Setting.SEND_REDIRECTS)
                    && (settings.is(Ip4Setting.SHARED_MEDIA)
                            || DeviceAddresses.of(device)
                                    .areOnLink(flow.source, result.nexthop().gateway()));
            if (!isIp && !settings.is(Ip4Setting.PROXY_ARP_PVLAN)) {
                return refuse(DropReason.IP_INVALID_DEST); // who asks can reach it without this host
            }
        }
        way = result.type() == RouteType.BROADCAST
                ? DirectRoutes.of(out, RouteType.UNICAST)
                : Learning.toward(fib, result.nexthop(), flow.destination);
        return true;
    }

    private boolean broadcast(NetDevice device, Ip4Flow flow, boolean isIp) {
        if (!isIp) {
            return refuse(DropReason.IP_INVALID_DEST);
        }
        if (flow.source != 0 && !isSourceRight(device, flow, 0)) {
            return false;
        }
        way = DirectRoutes.of(device, RouteType.BROADCAST);
        return true;
    }

    /// Kernel: `ip_route_input_mc`, `ip_mc_validate_source`.
    private boolean multicast(NetDevice device, Ip4Device settings, Ip4Flow flow, boolean isIp) {
        int source = flow.source;
        if (!Ip4Groups.of(device).isMember(flow.destination)) {
            return refuse(DropReason.IP_MULTICAST_NOT_MEMBER);
        }
        boolean localGroup = flow.destination >>> 8 == 0xe0_0000;
        if (!isIp
                || Ip4Address.isMulticast(source)
                || source == -1
                || source == 0 && !localGroup
                || Ip4Address.isLoopback(source)
                        && !settings.is(Ip4Setting.ROUTE_LOCALNET)
                        && !device.has(NetDevice.IFF_LOOPBACK)) {
            return refuse(DropReason.IP_INVALID_SOURCE);
        }
        if (source != 0 && !isSourceRight(device, flow, 0)) {
            return false;
        }
        way = DirectRoutes.of(device, RouteType.MULTICAST);
        return true;
    }

    private boolean isSourceRight(NetDevice device, Ip4Flow flow, int out) {
        refused = validation.check(device, flow, out);
        return refused == null;
    }

    private boolean refuse(DropReason reason) {
        refused = reason;
        return false;
    }
}
