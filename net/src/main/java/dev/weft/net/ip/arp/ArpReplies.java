package dev.weft.net.ip.arp;

import dev.weft.core.packet.NetDevice;
import dev.weft.net.ip.fib.Ip4Flow;
import dev.weft.net.ip.fib.RouteScope;
import dev.weft.net.ip.v4.Ip4Device;
import dev.weft.net.ip.v4.Ip4OutputRoute;
import dev.weft.net.ip.v4.Ip4Setting;
import dev.weft.net.ip.v4.address.DeviceAddresses;

/// The switches that say whom a host answers: `arp_ignore`, `arp_filter`, `proxy_arp` and their kin (kernel:
/// `arp_ignore`, `arp_filter`, `arp_fwd_proxy`, `arp_fwd_pvlan`, `arp_accept`).
final class ArpReplies {
    private final Ip4Flow flow = new Ip4Flow();
    private final Ip4OutputRoute back = new Ip4OutputRoute();

    /// Does `arp_ignore` forbid an answer?
    boolean isToBeIgnored(NetDevice device, Ip4Device settings, int sender, int target) {
        return switch (settings.get(Ip4Setting.ARP_IGNORE)) {
            case 1 -> !ConfirmedAddress.isOn(device, 0, target, RouteScope.HOST);
            case 2 -> !ConfirmedAddress.isOn(device, sender, target, RouteScope.HOST);
            case 3 -> !ConfirmedAddress.isIn(device.namespace(), 0, target, RouteScope.LINK);
            case 8 -> true;
            default -> false;
        };
    }

    /// With `arp_filter` only that device answers by which packets would go back.
    boolean isFiltered(NetDevice device, int sender, int target) {
        flow.clear().to(sender).from(target);
        return back.find(device.namespace(), flow) != null || back.device() != device;
    }

    /// Does this host answer for another one, which is behind `out`?
    boolean standsIn(NetDevice device, Ip4Device settings, NetDevice out, int target) {
        if (out == device) {
            return settings.is(Ip4Setting.PROXY_ARP_PVLAN);
        }
        return settings.is(Ip4Setting.PROXY_ARP) && isOtherMedium(settings, Ip4Device.of(out))
                || ArpTable.of(device.namespace()).proxies().answersFor(device, 0, target & 0xffff_ffffL);
    }

    /// Devices with the same `medium_id` see the same hosts; -1 is no medium that anybody stands in for.
    private static boolean isOtherMedium(Ip4Device in, Ip4Device out) {
        int here = in.get(Ip4Setting.MEDIUM_ID);
        int there = out.get(Ip4Setting.MEDIUM_ID);
        return here == 0 || here != -1 && there != here && there != -1;
    }

    /// May somebody unknown make himself known?
    static boolean accepts(NetDevice device, Ip4Device settings, int sender) {
        return switch (settings.get(Ip4Setting.ARP_ACCEPT)) {
            case 1 -> true;
            case 2 -> DeviceAddresses.of(device).areOnLink(sender, 0);
            default -> false;
        };
    }
}
