package dev.weft.net.link;

import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.packet.OperState;
import dev.weft.core.wire.MacAddress;
import dev.weft.net.iproute.AddressFamily;
import dev.weft.net.iproute.IpOptions;
import dev.weft.net.iproute.IpPrinter;
import dev.weft.net.iproute.NameTable;
import dev.weft.net.iproute.TextColor;
import dev.weft.net.namespace.NamespaceIds;
import dev.weft.net.namespace.Network;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Prints a device as `ip link`, `ip address` and `ip monitor` do (iproute2: `print_linkinfo`).
public final class LinkPrinter {
    /// Whose form the listing has.
    public enum Form {
        /// `ip link show`: mode, queue length, statistics, everything.
        LINK,
        /// `ip address show`: the lines above a device's addresses.
        ADDRESS,
        /// `ip monitor`: an event.
        MONITOR
    }

    private final IpPrinter out;
    private final IpOptions options;
    private final Form form;

    public LinkPrinter(IpPrinter out, IpOptions options, Form form) {
        this.out = out;
        this.options = options;
        this.form = form;
    }

    /// A device as one object with its own line end.
    public void print(NetDevice device) {
        out.openObject();
        printLines(device);
        out.closeObject();
    }

    /// The lines of a device within an object that is open, and that addresses may follow in.
    public void printLines(NetDevice device) {
        if (options.brief()) {
            printBrief(device);
        } else {
            printBody(device, device.namespace());
            out.text("\n");
        }
    }

    /// What has become of a device.
    void print(LinkMessage message) {
        out.openObject();
        if (message.deleted()) {
            out.print("deleted", "Deleted ", true);
        }
        if (options.brief()) {
            printBrief(message.device());
        } else {
            printBody(message.device(), message.namespace(), message.event());
            out.text("\n");
        }
        out.closeObject();
    }

    /// What a bridge tells of a port, or of itself (iproute2 prints what a message of AF_BRIDGE holds).
    public void printPort(NetDevice device, NetNamespace namespace, boolean deleted) {
        out.text(deleted ? "Deleted " : "");
        boolean linkIsDown = printNames(device, namespace);
        printFlags(device, linkIsDown);
        out.print("mtu", "mtu %d ", device.mtu());
        printMasterAndState(device);
        out.newLine();
        out.text("    link/" + type(device.hardwareType()) + " ");
        out.print(TextColor.MAC, "address", "%s", MacAddress.toString(device.address()));
        out.text("\n");
    }

    private void printMasterAndState(NetDevice device) {
        NetDevice master = device.master();
        if (master != null) {
            out.print("master", "master %s ", master.name());
        }
        out.text("state ");
        out.print(stateColor(device), "operstate", "%s ", state(device).name());
    }

    /// The device as it is, or was, in `namespace`; the object stays open and the last line without its end, so that
    /// addresses may follow.
    public void printBody(NetDevice device, NetNamespace namespace) {
        printBody(device, namespace, "");
    }

    private void printBody(NetDevice device, NetNamespace namespace, String event) {
        boolean linkIsDown = printNames(device, namespace);
        printFlags(device, linkIsDown);
        out.print("mtu", "mtu %d ", device.mtu());
        out.print("qdisc", "qdisc %s ", device.settings().isActivated() ? device.defaultQdisc() : "noop");
        printMasterAndState(device);
        if (form == Form.LINK) {
            out.print("linkmode", "mode %s ", device.settings().linkMode() == 0 ? "DEFAULT" : "DORMANT");
        }
        out.print("group", "group %s ", NameTable.GROUPS.name(device.settings().group(), options));
        if (form != Form.MONITOR && device.settings().txQueueLength() != 0) {
            out.print("txqlen", "qlen %d", device.settings().txQueueLength());
        }
        if (!event.isEmpty()) {
            out.print("event", "event %s ", event);
        }
        boolean showsLink = form != Form.ADDRESS || isLinkAsked();
        if (showsLink || options.showsDetails()) {
            printLinkLine(device);
        }
        printNamespace(device, namespace);
        if (options.showsDetails()) {
            new LinkDetails(out, options, form).print(device);
        }
        printExtras(device);
    }

    /// Does `ip -4 address` leave the link's own line out?
    private boolean isLinkAsked() {
        return options.family() == AddressFamily.UNSPEC || options.family() == AddressFamily.PACKET;
    }

    private void printExtras(NetDevice device) {
        String alias = device.settings().alias();
        if (alias != null && (form == Form.LINK || options.showsDetails())) {
            out.newLine();
            out.print("ifalias", "    alias %s", alias);
        }
        if (form == Form.LINK && options.showsStatistics()) {
            out.newLine();
            new LinkStatistics(out, options).print(device);
        }
        if (!device.alternativeNames().isEmpty()) {
            out.openArray("altnames");
            for (String name : device.alternativeNames()) {
                out.newLine();
                out.print(null, "    altname %s", name);
            }
            out.closeArray();
        }
    }

    // ---- pieces

    /// `2: eth0@eth1: `
    ///
    /// @return is the device at the other side of `@` here, and down?
    /// The number and the name of a device, with that of the device it lies on.
    ///
    /// @return is that one down?
    public boolean printNames(NetDevice device, NetNamespace namespace) {
        out.print("ifindex", "%d: ", device.index());
        return printName(device, namespace, "%s: ");
    }

    private boolean printName(NetDevice device, NetNamespace namespace, String format) {
        NetDevice link = device.link();
        if (!device.hasLink()) {
            out.print(TextColor.IFNAME, "ifname", format, device.name());
            return false;
        }
        boolean here = link != null && link.namespace() == namespace && link.isRegistered();
        String text = link == null ? "NONE" : here ? link.name() : "if" + link.index();
        if (out.isJson()) {
            printLinkJson(link, here);
            out.json("ifname", device.name());
        } else {
            out.print(TextColor.IFNAME, null, format, device.name() + "@" + text);
        }
        return here && link != null && !link.isUp();
    }

    private void printLinkJson(@Nullable NetDevice link, boolean here) {
        if (link == null) {
            out.printNull("link", "");
        } else if (here) {
            out.json("link", link.name());
        } else {
            out.json("link_index", link.index());
        }
    }

    private void printFlags(NetDevice device, boolean linkIsDown) {
        out.openArray("flags", "<");
        String separator = "";
        for (String name : LinkFlags.names(device, linkIsDown)) {
            out.print(null, separator + "%s", name);
            separator = ",";
        }
        out.closeArray("> ");
    }

    private void printLinkLine(NetDevice device) {
        out.newLine();
        out.print("link_type", "    link/%s ", type(device.hardwareType()));
        if (device.hardwareType() == NetDevice.ARPHRD_NONE) {
            return;
        }
        out.print(TextColor.MAC, "address", "%s", MacAddress.toString(device.address()));
        boolean peer = device.has(NetDevice.IFF_POINTOPOINT);
        if (peer) {
            out.text(" peer ");
            out.json("link_pointtopoint", true);
        } else {
            out.text(" brd ");
        }
        out.print(TextColor.MAC, "broadcast", "%s", MacAddress.toString(device.broadcast()));
    }

    /// Where the other end is, if not here.
    private void printNamespace(NetDevice device, NetNamespace namespace) {
        NetDevice link = device.link();
        if (link == null || link.namespace() == namespace) {
            return;
        }
        OptionalInt id = NamespaceIds.of(namespace).allocate(link.namespace());
        if (id.isEmpty()) {
            return; // it is about to go
        }
        if (out.isJson()) {
            out.json("link_netnsid", id.getAsInt());
            return;
        }
        String name = Network.of(namespace).newestNameOf(link.namespace());
        out.text(name.isEmpty() ? " link-netnsid " + id.getAsInt() : " link-netns " + name);
    }

    private void printBrief(NetDevice device) {
        boolean linkIsDown = printName(device, device.namespace(), "%-16s ");
        out.print(stateColor(device), "operstate", "%-14s ", state(device).name());
        if (form == Form.LINK) {
            out.print(TextColor.MAC, "address", "%s ", MacAddress.toString(device.address()));
            printFlags(device, linkIsDown);
            out.text("\n");
        }
    }

    static OperState state(NetDevice device) {
        return device.isUp() ? device.settings().operState() : OperState.DOWN;
    }

    private static @Nullable TextColor stateColor(NetDevice device) {
        return switch (state(device)) {
            case UP -> TextColor.OPERSTATE_UP;
            case DOWN -> TextColor.OPERSTATE_DOWN;
            case UNKNOWN, NOTPRESENT, LOWERLAYERDOWN, TESTING, DORMANT -> null;
        };
    }

    /// The words of iproute2's `ll_type_n2a` for the types of link-layer headers that devices here have.
    private static String type(int hardwareType) {
        return switch (hardwareType) {
            case NetDevice.ARPHRD_ETHER -> "ether";
            case NetDevice.ARPHRD_LOOPBACK -> "loopback";
            case NetDevice.ARPHRD_NONE -> "none";
            case 768 -> "ipip";
            case 769 -> "tunnel6";
            case 776 -> "sit";
            case 778 -> "gre";
            case 823 -> "gre6";
            default -> Integer.toString(hardwareType);
        };
    }
}
