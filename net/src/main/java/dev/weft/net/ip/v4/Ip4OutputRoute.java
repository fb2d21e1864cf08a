package dev.weft.net.ip.v4;

import dev.weft.core.errno.Errno;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.packet.Packet;
import dev.weft.core.wire.Ip4Address;
import dev.weft.core.wire.IpProtocol;
import dev.weft.net.ip.fib.DirectRoutes;
import dev.weft.net.ip.fib.Fib;
import dev.weft.net.ip.fib.FibResult;
import dev.weft.net.ip.fib.Ip4Flow;
import dev.weft.net.ip.fib.Learning;
import dev.weft.net.ip.fib.Multipath;
import dev.weft.net.ip.fib.MultipathHash;
import dev.weft.net.ip.fib.Nexthop;
import dev.weft.net.ip.fib.RouteMetric;
import dev.weft.net.ip.fib.RouteScope;
import dev.weft.net.ip.fib.RouteType;
import dev.weft.net.ip.v4.address.Addresses;
import dev.weft.net.ip.v4.address.InterfaceAddress;
import dev.weft.net.ip.v4.address.SourceAddress;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The way out for a packet of this host (kernel: `ip_route_output_key_hash`, `struct rtable`). It is filled anew for
/// each question, so that asking allocates nothing.
public final class Ip4OutputRoute {
    private final FibResult result = new FibResult();
    private @Nullable Nexthop way;
    private @Nullable NetDevice device;

    /// Finds the way, and fills the flow's source address and device where it has none.
    ///
    /// @return null when there is a way, else why there is none
    public @Nullable Errno find(NetNamespace namespace, Ip4Flow flow) {
        result.clear();
        way = null;
        device = null;
        if (flow.source != 0) {
            Errno error = checkSource(namespace, flow);
            if (error != null || way != null) {
                return error;
            }
        }
        if (flow.outputDevice != 0) {
            Errno error = checkDevice(namespace, flow);
            if (error != null || way != null) {
                return error;
            }
        }
        if (flow.destination == 0) {
            return toSelf(namespace, flow);
        }
        return lookup(namespace, flow);
    }

    /// What the tables said; nothing where they were not asked or had no answer.
    public FibResult result() {
        return result;
    }

    public Nexthop way() {
        return Objects.requireNonNull(way, "no route was found");
    }

    /// The device that packets leave by: `lo` for this host's own addresses.
    public NetDevice device() {
        return Objects.requireNonNull(device, "no route was found");
    }

    public RouteType type() {
        return way().type();
    }

    /// Gives the packet its route.
    public void applyTo(Packet packet) {
        packet.destination(way());
        packet.txDevice(device());
    }

    /// The longest packet that may go this way (kernel: `dst_mtu`).
    public int mtu() {
        return type() == RouteType.UNICAST ? way().mtu() : Math.min(device().mtu(), 0xffff);
    }

    /// The time to live of packets that ask for none (kernel: `ip_select_ttl`): one hop for a group.
    public int ttl() {
        if (type() == RouteType.MULTICAST) {
            return 1;
        }
        int asked = way().route().metrics().get(RouteMetric.HOPLIMIT);
        return asked != 0 ? asked : Ip4Config.of(device().namespace()).get(Ip4Global.IP_DEFAULT_TTL);
    }

    // ---- the kernel's steps

    private @Nullable Errno checkSource(NetNamespace namespace, Ip4Flow flow) {
        int source = flow.source;
        if (Ip4Address.isMulticast(source) || source == -1 || source == 0) {
            return Errno.EINVAL;
        }
        InterfaceAddress own = Addresses.of(namespace).find(source);
        if (own == null) {
            return Fib.of(namespace).addressType(source) == RouteType.LOCAL ? null : Errno.ENETUNREACH;
        }
        boolean toMany = Ip4Address.isMulticast(flow.destination) || flow.destination == -1;
        if (flow.outputDevice == 0 && toMany) {
            flow.outputDevice = own.device().index();
            return make(flow, null, own.device());
        }
        return null;
    }

    private @Nullable Errno checkDevice(NetNamespace namespace, Ip4Flow flow) {
        NetDevice out = namespace.device(flow.outputDevice);
        if (out == null) {
            return Errno.ENODEV;
        }
        if (!out.isUp()) {
            return Errno.ENETUNREACH;
        }
        int destination = flow.destination;
        if (destination >>> 8 == 0xe0_0000 || destination == -1 || flow.protocol == IpProtocol.IGMP) {
            if (flow.source == 0) {
                flow.source = SourceAddress.select(out, 0, RouteScope.LINK);
            }
            return make(flow, null, out);
        }
        if (flow.source == 0) {
            if (Ip4Address.isMulticast(destination)) {
                flow.source = SourceAddress.select(out, 0, flow.scope);
            } else if (destination == 0) {
                flow.source = SourceAddress.select(out, 0, RouteScope.HOST);
            }
        }
        return null;
    }

    private @Nullable Errno toSelf(NetNamespace namespace, Ip4Flow flow) {
        flow.destination = flow.source;
        if (flow.destination == 0) {
            flow.destination = Ip4Address.LOOPBACK.bits();
            flow.source = flow.destination;
        }
        NetDevice lo = loopback(namespace);
        flow.outputDevice = lo.index();
        return set(DirectRoutes.of(lo, RouteType.LOCAL), lo);
    }

    private @Nullable Errno lookup(NetNamespace namespace, Ip4Flow flow) {
        Fib fib = Fib.of(namespace);
        Errno error = fib.lookup(flow, result);
        if (error != null) {
            NetDevice out = namespace.device(flow.outputDevice);
            if (out == null) {
                return error;
            }
            if (flow.source == 0) { // the tables are wrong: the destination is taken to be on the link
                flow.source = SourceAddress.select(out, 0, RouteScope.LINK);
            }
            return make(flow, null, out);
        }
        if (result.type() == RouteType.LOCAL) {
            if (flow.source == 0) {
                int preferred = result.route().preferredSource();
                flow.source = preferred != 0 ? preferred : flow.destination;
            }
            NetDevice lo = loopback(namespace);
            flow.outputDevice = lo.index();
            return set(result.nexthop(), lo);
        }
        if (result.route().isMultipath() && flow.outputDevice == 0) {
            int hash = MultipathHash.of(fib, flow);
            Multipath.select(fib, result, hash, flow.source, nexthop -> SourceAddress.of(fib, nexthop));
        }
        if (flow.source == 0) {
            flow.source = SourceAddress.of(fib, result.nexthop());
        }
        NetDevice out = result.nexthop().device();
        if (out == null) {
            return Errno.ENETUNREACH;
        }
        flow.outputDevice = out.index();
        return make(flow, Learning.toward(fib, result.nexthop(), flow.destination), out);
    }

    /// Kernel: `__mkroute_output`.
    ///
    /// @param found null when no route was asked, or none was found
    private @Nullable Errno make(Ip4Flow flow, @Nullable Nexthop found, NetDevice out) {
        boolean fromLoopback = Ip4Address.isLoopback(flow.source);
        if (fromLoopback
                && !out.has(NetDevice.IFF_LOOPBACK)
                && !Ip4Device.of(out).is(Ip4Setting.ROUTE_LOCALNET)) {
            return Errno.EINVAL;
        }
        if (flow.destination == -1) {
            return set(DirectRoutes.of(out, RouteType.BROADCAST), out);
        }
        if (Ip4Address.isMulticast(flow.destination)) {
            return set(DirectRoutes.of(out, RouteType.MULTICAST), out);
        }
        if (flow.destination == 0) {
            return Errno.EINVAL;
        }
        return set(found != null ? found : DirectRoutes.of(out, RouteType.UNICAST), out);
    }

    private @Nullable Errno set(Nexthop chosen, NetDevice out) {
        way = chosen;
        device = out;
        return null;
    }

    private static NetDevice loopback(NetNamespace namespace) {
        return Objects.requireNonNull(namespace.device(Fib.LOOPBACK_INDEX), "lo");
    }
}
