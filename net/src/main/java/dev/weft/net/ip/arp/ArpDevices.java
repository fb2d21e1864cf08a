package dev.weft.net.ip.arp;

import dev.weft.core.packet.DeviceKey;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.wire.Arp;
import dev.weft.net.ip.neighbor.NeighborTable;
import dev.weft.net.ip.v4.Ip4Device;
import dev.weft.net.ip.v4.Ip4Setting;
import dev.weft.net.ip.v4.address.DeviceAddresses;
import dev.weft.net.ip.v4.address.InterfaceAddress;
import dev.weft.net.link.LinkEvent;
import dev.weft.net.namespace.NetEvent;
import dev.weft.net.namespace.Notifier;
import org.jspecify.annotations.Nullable;

/// What happens to the neighbours of a device when something happens to the device (kernel: `arp_netdev_event`,
/// `arp_ifdown`, `inetdev_send_gratuitous_arp`).
public final class ArpDevices {
    public static final Notifier.Listener LISTENER = ArpDevices::happened;

    private static final DeviceKey<ArpDevices> KEY = new DeviceKey<>("arp device", ArpDevices::new);

    private boolean noArp;

    private ArpDevices(NetDevice device) {
        noArp = device.has(NetDevice.IFF_NOARP);
    }

    private static void happened(NetEvent event) {
        if (event instanceof LinkEvent(LinkEvent.Kind kind, NetDevice device, NetNamespace namespace)) {
            NeighborTable table = ArpTable.peek(namespace);
            switch (kind) {
                case REGISTER -> {
                    ArpDevices unused = device.get(KEY);
                }
                case UP -> announce(device);
                case DOWN -> flush(table, device, false);
                case CHANGE_ADDRESS -> {
                    flush(table, device, false);
                    if (device.isUp()) {
                        announce(device);
                    }
                }
                case CHANGE -> changed(table, device);
                case UNREGISTER -> {
                    flush(table, device, false);
                    ArpTable.forget(device);
                    device.forget(KEY);
                }
                case GOING_DOWN, CHANGE_MTU, CHANGE_NAME, CHANGE_MASTER -> {}
            }
        }
    }

    private static void changed(@Nullable NeighborTable table, NetDevice device) {
        ArpDevices known = device.get(KEY);
        boolean noArpNow = device.has(NetDevice.IFF_NOARP);
        if (known.noArp != noArpNow) {
            known.noArp = noArpNow;
            flush(table, device, false);
        } else if (!device.hasCarrier() && Ip4Device.of(device).is(Ip4Setting.ARP_EVICT_NOCARRIER)) {
            flush(table, device, true);
        }
    }

    private static void flush(@Nullable NeighborTable table, NetDevice device, boolean keepPermanent) {
        if (table != null) {
            table.flush(device, keepPermanent);
        }
    }

    /// Tells all on the link where the device's addresses are now (`arp_notify`).
    private static void announce(NetDevice device) {
        if (!Ip4Device.of(device).is(Ip4Setting.ARP_NOTIFY)) {
            return;
        }
        for (InterfaceAddress address : DeviceAddresses.of(device).list()) {
            if (!address.isSecondary()) {
                int local = address.local();
                ArpMessage.send(device, Arp.REQUEST, device.broadcast(), device.address(), local, 0, local, null);
            }
        }
    }
}
