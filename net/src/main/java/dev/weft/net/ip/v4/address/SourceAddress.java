package dev.weft.net.ip.v4.address;

import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.ip.fib.Fib;
import dev.weft.net.ip.fib.Nexthop;
import dev.weft.net.ip.fib.RouteScope;
import dev.weft.net.ip.v4.Ip4Device;
import dev.weft.net.ip.v4.Ip4Setting;

/// Which address a packet gets as source when nobody has chosen one.
public final class SourceAddress {
    private SourceAddress() {}

    /// The source for packets by a next hop: what the route prefers, else what the device offers (kernel:
    /// `fib_result_prefsrc`).
    public static int of(Fib fib, Nexthop nexthop) {
        int preferred = nexthop.route().preferredSource();
        return preferred != 0 ? preferred : offered(fib, nexthop);
    }

    /// What the device of a next hop offers, remembered until addresses change (kernel: `fib_info_update_nhc_saddr`).
    public static int offered(Fib fib, Nexthop nexthop) {
        NetDevice device = nexthop.device();
        if (nexthop.sourceGeneration() != fib.addressGeneration() && device != null) {
            nexthop.source(select(device, nexthop.gateway(), nexthop.route().scope()), fib.addressGeneration());
        }
        return nexthop.source();
    }

    /// The best primary address of a device, or else of any device (kernel: `inet_select_addr`).
    ///
    /// @param destination an address in the same network is preferred; 0 for none
    /// @param scope only addresses of use as far away as this
    /// @return 0 when there is none
    public static int select(NetDevice device, int destination, int scope) {
        int nearest = Ip4Device.of(device).is(Ip4Setting.ROUTE_LOCALNET) ? RouteScope.LINK : RouteScope.HOST;
        int first = 0;
        for (InterfaceAddress address : DeviceAddresses.of(device).list()) {
            if (address.isSecondary() || Math.min(address.scope(), nearest) > scope) {
                continue;
            }
            if (destination == 0 || address.contains(destination)) {
                return address.local();
            }
            if (first == 0) {
                first = address.local();
            }
        }
        return first != 0 ? first : selectAnywhere(device.namespace(), scope);
    }

    private static int selectAnywhere(NetNamespace namespace, int scope) {
        for (NetDevice device : namespace.devices()) {
            for (InterfaceAddress address : DeviceAddresses.of(device).list()) {
                if (!address.isSecondary() && address.scope() != RouteScope.LINK && address.scope() <= scope) {
                    return address.local();
                }
            }
        }
        return 0;
    }
}
