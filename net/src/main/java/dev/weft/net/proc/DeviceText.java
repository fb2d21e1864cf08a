package dev.weft.net.proc;

import dev.weft.core.packet.DeviceStatistics;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.wire.Ip4Address;
import dev.weft.core.wire.MacAddress;
import dev.weft.net.ip.v4.Ip4Groups;
import dev.weft.net.link.LinkAddresses;
import java.util.List;

/// The files with a line for each device.
final class DeviceText {
    private DeviceText() {}

    /// `/proc/net/dev` (kernel: `dev_seq_printf_stats`)
    static String counters(NetNamespace namespace) {
        StringBuilder text = new StringBuilder("""
            Inter-|   Receive                                                |  Transmit
             face |bytes    packets errs drop fifo frame compressed multicast\
            |bytes    packets errs drop fifo colls carrier compressed
            """);
        for (NetDevice device : namespace.devices()) {
            DeviceStatistics counted = device.statistics();
            text.append("%6s: %7d %7d %4d %4d %4d %5d %10d %9d %8d %7d %4d %4d %4d %5d %7d %10d\n"
                    .formatted(
                            device.name(),
                            counted.rxBytes(),
                            counted.rxPackets(),
                            counted.rxErrors(),
                            counted.rxDroppedCount(),
                            0,
                            0,
                            0,
                            counted.multicast(),
                            counted.txBytes(),
                            counted.txPackets(),
                            counted.txErrors(),
                            counted.txDroppedCount(),
                            0,
                            counted.collisions(),
                            0,
                            0));
        }
        return text.toString();
    }

    /// `/proc/net/dev_mcast` (kernel: `dev_mc_seq_show`)
    static String multicast(NetNamespace namespace) {
        StringBuilder text = new StringBuilder();
        for (NetDevice device : namespace.devices()) {
            for (long address : LinkAddresses.list(device)) {
                if (MacAddress.isMulticast(address)) {
                    int users = LinkAddresses.of(device).users(address);
                    text.append(
                            "%-4d %-15s %-5d %-5d %012x\n".formatted(device.index(), device.name(), users, 0, address));
                }
            }
        }
        return text.toString();
    }

    /// `/proc/net/igmp` (kernel: `igmp_mc_seq_show`): the groups of each device that is up.
    static String groups(NetNamespace namespace) {
        StringBuilder text = new StringBuilder("Idx\tDevice    : Count Querier\tGroup    Users Timer\tReporter\n");
        for (NetDevice device : namespace.devices()) {
            List<Ip4Groups.Membership> groups =
                    device.isUp() ? Ip4Groups.of(device).all() : List.of();
            if (!groups.isEmpty()) {
                text.append("%d\t%-10s: %5d %7s\n".formatted(device.index(), device.name(), groups.size(), "V3"));
            }
            for (Ip4Groups.Membership group : groups) {
                text.append("\t\t\t\t%s %5d 0:00000000\t\t0\n"
                        .formatted(RouteText.hex(new Ip4Address(group.group())), group.users()));
            }
        }
        return text.toString();
    }
}
