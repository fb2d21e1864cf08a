package dev.weft.net.ip.v4.address;

import dev.weft.core.packet.NetDevice;
import dev.weft.core.wire.Ip4Address;
import dev.weft.net.ip.fib.Fib;
import dev.weft.net.ip.fib.FibDevices;
import dev.weft.net.ip.fib.Nexthop;
import dev.weft.net.ip.fib.RouteScope;
import dev.weft.net.link.LinkEvent;
import dev.weft.net.namespace.NetEvent;
import dev.weft.net.namespace.Notifier;

/// What happens to addresses and routes when something happens to devices (kernel: `inetdev_event`,
/// `fib_netdev_event`).
public final class AddressDevices {
    public static final Notifier.Listener LISTENER = AddressDevices::happened;

    /// Below this a device carries no IPv4.
    private static final int LEAST_MTU = 68;

    private AddressDevices() {}

    private static void happened(NetEvent event) {
        if (event instanceof LinkEvent(LinkEvent.Kind kind, NetDevice device, var namespace)) {
            Fib fib = Fib.of(namespace);
            switch (kind) {
                case REGISTER -> DeviceAddresses.of(device).mtu(device.mtu());
                case UP -> up(device);
                case DOWN -> FibDevices.disable(fib, device, false, false);
                case CHANGE -> carrier(fib, device);
                case CHANGE_MTU -> mtu(fib, device);
                case CHANGE_NAME -> Addresses.of(namespace).renamed(device);
                case UNREGISTER -> Addresses.of(namespace).deviceGone(device);
                case GOING_DOWN, CHANGE_ADDRESS, CHANGE_MASTER -> {}
            }
        }
    }

    private static void up(NetDevice device) {
        Addresses addresses = Addresses.of(device.namespace());
        if (device.has(NetDevice.IFF_LOOPBACK) && !hasLoopbackAddress(device)) {
            addresses.add(
                    AddressRequest.of(device, Ip4Address.LOOPBACK.bits(), 8, RouteScope.HOST), AddressRequest.Mode.ADD);
        }
        addresses.deviceUp(device);
    }

    private static boolean hasLoopbackAddress(NetDevice device) {
        return DeviceAddresses.of(device).list().stream().anyMatch(its -> its.local() == Ip4Address.LOOPBACK.bits());
    }

    private static void carrier(Fib fib, NetDevice device) {
        if (device.hasCarrier()) {
            FibDevices.revive(fib, device, Nexthop.LINKDOWN);
        } else {
            FibDevices.carrierLost(fib, device);
        }
    }

    private static void mtu(Fib fib, NetDevice device) {
        DeviceAddresses addresses = DeviceAddresses.of(device);
        FibDevices.mtuChanged(fib, device, addresses.mtu());
        addresses.mtu(device.mtu());
        if (device.mtu() < LEAST_MTU) {
            Addresses.of(device.namespace()).deviceGone(device);
        }
    }
}
