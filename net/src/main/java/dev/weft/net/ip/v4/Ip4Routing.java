package dev.weft.net.ip.v4;

import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.Packet;
import dev.weft.core.packet.PacketFlag;
import dev.weft.core.wire.Ipv4;
import dev.weft.net.ip.fib.Fib;
import dev.weft.net.ip.fib.FibResult;
import dev.weft.net.ip.fib.Ip4Flow;
import dev.weft.net.ip.fib.Nexthop;
import dev.weft.net.ip.fib.RouteScope;
import dev.weft.net.ip.fib.RouteType;
import dev.weft.net.ip.v4.address.SourceAddress;

/// What nodes ask of a packet's route, once it has one.
public final class Ip4Routing {
    /// The longest packet of IPv4 (kernel: `IP_MAX_MTU`).
    private static final int MAX_MTU = 0xffff;

    private Ip4Routing() {}

    /// The way that was chosen for the packet.
    public static Nexthop way(Packet packet) {
        if (packet.destination() instanceof Nexthop way) {
            return way;
        }
        throw new IllegalStateException("the packet has not been routed");
    }

    /// The device by which sockets see a packet arrive: for one that this host sent to itself, the one that has the
    /// address
    /// (kernel: `inet_iif`).
    public static NetDevice inputDevice(Packet packet) {
        NetDevice device = packet.rxDevice();
        if (device.has(NetDevice.IFF_LOOPBACK) && packet.destination() instanceof Nexthop way) {
            NetDevice owner = way.device();
            return owner == null ? device : owner;
        }
        return device;
    }

    /// The longest packet that may leave so (kernel: `ip_skb_dst_mtu`).
    public static int outputMtu(Nexthop way, Packet packet) {
        NetDevice device = packet.txDevice();
        if (way.type() == RouteType.LOCAL) {
            return Math.min(device.mtu(), MAX_MTU);
        }
        if (packet.has(PacketFlag.FORWARDED)) {
            return way.forwardMtu(Ip4Config.of(device.namespace()).is(Ip4Global.IP_FORWARD_USE_PMTU));
        }
        return way.mtu();
    }

    /// What kind of address it is to the namespace of a device (kernel: `inet_addr_type_dev_table`).
    public static RouteType addressTypeOn(NetDevice device, int address) {
        return Fib.of(device.namespace()).addressType(address);
    }

    /// The address by which this host was spoken to, and so answers; where a packet went to many, the one that fits its
    /// sender best (kernel: `fib_compute_spec_dst`).
    public static int specificDestination(Packet packet) {
        Ipv4 ip = new Ipv4(packet, packet.networkOffset());
        if (way(packet).type() == RouteType.LOCAL) {
            return ip.destination();
        }
        NetDevice device = packet.rxDevice();
        Fib fib = Fib.of(device.namespace());
        Ip4Flow flow = new Ip4Flow().clear().to(ip.source());
        flow.tos = ip.tos() & TypeOfService.ROUTE_MASK;
        flow.mark = Ip4Device.of(device).is(Ip4Setting.SRC_VALID_MARK) ? packet.mark() : 0;
        FibResult found = new FibResult();
        if (ip.source() != 0 && fib.lookup(flow, found) == null) {
            return SourceAddress.of(fib, found.nexthop());
        }
        return SourceAddress.select(device, ip.source(), RouteScope.LINK);
    }
}
