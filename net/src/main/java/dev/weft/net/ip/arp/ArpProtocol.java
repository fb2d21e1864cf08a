package dev.weft.net.ip.arp;

import dev.weft.core.packet.DeviceKey;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.packet.Packet;
import dev.weft.core.wire.Arp;
import dev.weft.core.wire.EtherType;
import dev.weft.core.wire.Ip4Address;
import dev.weft.core.wire.Ipv4;
import dev.weft.net.ip.fib.RouteScope;
import dev.weft.net.ip.fib.RouteType;
import dev.weft.net.ip.neighbor.Neighbor;
import dev.weft.net.ip.neighbor.NeighborNode;
import dev.weft.net.ip.neighbor.NeighborParameters;
import dev.weft.net.ip.neighbor.NeighborProtocol;
import dev.weft.net.ip.neighbor.NeighborSetting;
import dev.weft.net.ip.neighbor.NeighborThresholds;
import dev.weft.net.ip.neighbor.NudState;
import dev.weft.net.ip.v4.Ip4Device;
import dev.weft.net.ip.v4.Ip4Routing;
import dev.weft.net.ip.v4.Ip4Setting;
import dev.weft.net.ip.v4.address.DeviceAddresses;
import dev.weft.net.ip.v4.address.SourceAddress;
import dev.weft.net.iproute.AddressFamily;
import dev.weft.net.namespace.Network;
import org.jspecify.annotations.Nullable;

/// How neighbours of IPv4 are asked for, and which need no asking (kernel: `arp_constructor`, `arp_solicit`).
final class ArpProtocol implements NeighborProtocol {
    static final DeviceKey<NeighborParameters> PARAMETERS = new DeviceKey<>(
            "arp", device -> NeighborParameters.from(NeighborThresholds.of(Network.of(device.namespace()))));

    /// The Ethernet address of a multicast group: these bits and the low 23 of the group's (RFC 1112 §6.4).
    private static final long MULTICAST_PREFIX = 0x0100_5e00_0000L;

    private static final int MULTICAST_MASK = 0x7f_ffff;

    private final NetNamespace namespace;

    ArpProtocol(NetNamespace namespace) {
        this.namespace = namespace;
    }

    @Override
    public AddressFamily family() {
        return AddressFamily.INET;
    }

    @Override
    public String tableName() {
        return "arp_cache";
    }

    @Override
    public int etherType() {
        return EtherType.IPV4;
    }

    @Override
    public DeviceKey<NeighborParameters> parameters() {
        return PARAMETERS;
    }

    @Override
    public Class<? extends NeighborNode> node() {
        return ArpResolve.class;
    }

    @Override
    public long key(NetDevice device, long low) {
        return device.has(NetDevice.IFF_LOOPBACK) || device.has(NetDevice.IFF_POINTOPOINT) ? 0 : low;
    }

    @Override
    public void construct(Neighbor neighbor) {
        NetDevice device = neighbor.device();
        int address = (int) neighbor.low();
        RouteType type = Ip4Routing.addressTypeOn(device, address);
        if (device.headerLength() == 0) {
            neighbor.known(NudState.NOARP, 0);
        } else if (type == RouteType.MULTICAST) {
            neighbor.known(NudState.NOARP, MULTICAST_PREFIX | address & MULTICAST_MASK);
        } else if (device.has(NetDevice.IFF_NOARP) || device.has(NetDevice.IFF_LOOPBACK)) {
            neighbor.known(NudState.NOARP, device.address());
        } else if (type == RouteType.BROADCAST || device.has(NetDevice.IFF_POINTOPOINT)) {
            neighbor.known(NudState.NOARP, device.broadcast());
        }
    }

    @Override
    public void solicit(Neighbor neighbor, @Nullable Packet waiting) {
        int asked = neighbor.probes() - neighbor.parameters().get(NeighborSetting.UCAST_SOLICIT);
        boolean unicast = asked < 0;
        if (!unicast && asked < neighbor.parameters().get(NeighborSetting.APP_SOLICIT)) {
            return; // a program of user space is to ask
        }
        NetDevice device = neighbor.device();
        int target = (int) neighbor.low();
        int sender = sender(device, target, waiting);
        long to = unicast ? neighbor.address() : device.broadcast();
        ArpMessage.send(device, Arp.REQUEST, to, device.address(), sender, 0, target, waiting);
    }

    /// The address to ask from: that of the waiting packet, as far as `arp_announce` allows.
    private static int sender(NetDevice device, int target, @Nullable Packet waiting) {
        int own = 0;
        int announce = Ip4Device.of(device).get(Ip4Setting.ARP_ANNOUNCE);
        if (waiting != null && announce < 2) {
            int source = new Ipv4(waiting, waiting.networkOffset()).source();
            boolean local = Ip4Routing.addressTypeOn(device, source) == RouteType.LOCAL;
            if (local && (announce == 0 || DeviceAddresses.of(device).areOnLink(target, source))) {
                own = source;
            }
        }
        return own != 0 ? own : SourceAddress.select(device, target, RouteScope.LINK);
    }

    @Override
    public void answerForProxy(Packet request) {
        Network.of(namespace).workerOf(namespace).graph().node(ArpProcess.class).answerForProxy(request);
    }

    @Override
    public String text(long high, long low) {
        return Ip4Address.toString((int) low);
    }
}
