package dev.weft.net.ip.arp;

import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.ip.fib.RouteScope;
import dev.weft.net.ip.v4.address.DeviceAddresses;
import dev.weft.net.ip.v4.address.InterfaceAddress;

/// Has a device, or any device, an address that may be used as far away as asked for (kernel: `inet_confirm_addr`)?
final class ConfirmedAddress {
    private ConfirmedAddress() {}

    /// @param partner must be in the same network as the address, unless it is 0
    /// @param scope only addresses of use as far away as this
    static boolean isOn(NetDevice device, int partner, int local, int scope) {
        boolean same = partner == 0;
        boolean found = false;
        for (InterfaceAddress address : DeviceAddresses.of(device).list()) {
            if (!found && address.local() == local && usable(address) <= scope) {
                found = true;
            }
            if (found && same) {
                return true;
            }
            if (!same && address.contains(local) && address.contains(partner)) {
                same = true;
                if (found) {
                    return true;
                }
            }
        }
        return found && same;
    }

    static boolean isIn(NetNamespace namespace, int partner, int local, int scope) {
        for (NetDevice device : namespace.devices()) {
            if (isOn(device, partner, local, scope)) {
                return true;
            }
        }
        return false;
    }

    /// Addresses of this host alone count as such of the link (kernel: `min_scope`).
    private static int usable(InterfaceAddress address) {
        return Math.min(address.scope(), RouteScope.HOST);
    }
}
