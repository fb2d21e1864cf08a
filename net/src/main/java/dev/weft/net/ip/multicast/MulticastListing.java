package dev.weft.net.ip.multicast;

import dev.weft.core.packet.NetDevice;
import dev.weft.core.wire.Ip4Address;
import dev.weft.core.wire.MacAddress;
import dev.weft.net.ip.v4.Ip4Groups;
import dev.weft.net.iproute.AddressFamily;
import dev.weft.net.iproute.IpContext;
import dev.weft.net.iproute.IpPrinter;
import dev.weft.net.iproute.TextColor;
import dev.weft.net.link.LinkAddresses;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Prints groups as `ip maddress` does (iproute2: `print_mlist`): device by device, those of the link first.
final class MulticastListing {
    private final IpContext context;
    private final IpPrinter out;

    /// One group on one device.
    private record Group(AddressFamily family, String address, int users, boolean isPinned) {}

    MulticastListing(IpContext context) {
        this.context = context;
        this.out = context.out();
    }

    /// @param only the name of a device, or null for all
    void print(@Nullable String only) {
        out.begin();
        context.namespace().devices().stream()
                .filter(device -> only == null || device.name().equals(only))
                .sorted(Comparator.comparingInt(NetDevice::index))
                .forEach(this::print);
        out.end();
    }

    private void print(NetDevice device) {
        List<Group> groups = groups(device);
        if (groups.isEmpty()) {
            return;
        }
        out.openObject();
        boolean open = false;
        for (Group group : groups) {
            if (!open || context.options().oneLine() && !out.isJson()) {
                out.print("ifindex", "%d:", device.index());
                out.print(TextColor.IFNAME, "ifname", "\t%s", device.name());
                out.newLine();
                out.openArray("maddr");
                open = true;
            }
            print(group);
        }
        out.closeArray();
        out.closeObject();
    }

    private void print(Group group) {
        out.openObject();
        out.text("\t");
        if (group.family == AddressFamily.PACKET) {
            out.print(TextColor.MAC, "link", "link  %s", group.address);
        } else {
            out.print("family", "%-5s ", group.family.word());
            out.print(TextColor.INET, "address", "%s", group.address);
        }
        if (group.users != 1) {
            out.print("users", " users %d", group.users);
        }
        if (group.isPinned) {
            out.print("features", " %s", "static");
        }
        out.text("\n");
        out.closeObject();
    }

    private List<Group> groups(NetDevice device) {
        List<Group> groups = new ArrayList<>();
        if (isWanted(AddressFamily.PACKET)) {
            LinkAddresses all = LinkAddresses.of(device);
            for (long address : LinkAddresses.list(device)) {
                if (MacAddress.isMulticast(address) || all.isPinned(address)) {
                    groups.add(new Group(
                            AddressFamily.PACKET,
                            MacAddress.toString(address),
                            all.users(address),
                            all.isPinned(address)));
                }
            }
        }
        if (isWanted(AddressFamily.INET) && device.isUp()) {
            Ip4Groups.of(device)
                    .all()
                    .forEach(group -> groups.add(
                            new Group(AddressFamily.INET, Ip4Address.toString(group.group()), group.users(), false)));
        }
        return groups;
    }

    private boolean isWanted(AddressFamily family) {
        AddressFamily asked = context.options().family();
        return asked == AddressFamily.UNSPEC || asked == family;
    }
}
