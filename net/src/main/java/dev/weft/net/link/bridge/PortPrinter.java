package dev.weft.net.link.bridge;

import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.iproute.IpOptions;
import dev.weft.net.iproute.IpPrinter;
import dev.weft.net.iproute.TextColor;
import dev.weft.net.link.Devices;
import dev.weft.net.link.LinkFlags;
import dev.weft.net.link.LinkMessage;
import dev.weft.net.link.LinkPrinter;

/// Prints ports as `bridge link` and `bridge monitor link` do (iproute2: bridge/link.c).
public final class PortPrinter {
    private final IpPrinter out;
    private final IpOptions options;

    public PortPrinter(IpPrinter out, IpOptions options) {
        this.out = out;
        this.options = options;
    }

    /// What a monitor has heard.
    public void print(PortMessage message) {
        if (message.deleted()) {
            out.text("Deleted ");
        }
        printDevice(message.device(), message.namespace());
        BridgePort port = message.port();
        if (port != null && message.deleted()) {
            out.print("master", "master %s ", port.bridge.name());
        } else if (port != null) {
            printPort(port);
        }
        out.text("\n");
    }

    /// What a monitor has heard of any device.
    void print(LinkMessage message) {
        if (message.deleted()) {
            out.text("Deleted ");
        }
        boolean linkIsDown = new LinkPrinter(out, options, LinkPrinter.Form.MONITOR)
                .printNames(message.device(), message.namespace());
        printFlags(message.device(), linkIsDown);
        NetDevice master = message.device().master();
        if (master != null) {
            out.print("master", "master %s ", master.name());
        }
        out.text("\n");
    }

    /// A port as one object with its own line end.
    void print(BridgePort port) {
        out.openObject();
        printDevice(port.device, port.device.namespace());
        printPort(port);
        out.text("\n");
        out.closeObject();
    }

    private void printDevice(NetDevice device, NetNamespace namespace) {
        out.print("ifindex", "%d: ", device.index());
        boolean linkIsDown = printName(device, namespace);
        printFlags(device, linkIsDown);
    }

    private void printFlags(NetDevice device, boolean linkIsDown) {
        out.openArray("flags", "<");
        String separator = "";
        for (String name : LinkFlags.names(device, linkIsDown)) {
            out.print(null, separator + "%s", name);
            separator = ",";
        }
        out.closeArray("> ");
        out.print("mtu", "mtu %d ", device.mtu());
    }

    /// The other side is looked for here by its index, wherever it is: the kernel's message does not say.
    private boolean printName(NetDevice device, NetNamespace namespace) {
        NetDevice link = device.link();
        if (!device.hasLink() || link != null && link.index() == device.index()) {
            out.print(TextColor.IFNAME, "ifname", "%s: ", device.name());
            return false;
        }
        NetDevice here = link == null ? null : namespace.device(link.index());
        String name = link == null ? "NONE" : Devices.name(namespace, link.index());
        out.json("link", name);
        out.json("ifname", device.name());
        if (!out.isJson()) {
            out.print(TextColor.IFNAME, null, "%s: ", device.name() + "@" + name);
        }
        return here != null && !here.isUp();
    }

    private void printPort(BridgePort port) {
        out.print("master", "master %s ", port.bridge.name());
        out.print("state", "state %s ", port.state.word());
        out.print("priority", "priority %d ", port.priority);
        out.print("cost", "cost %d ", port.pathCost);
        if (options.showsDetails()) {
            printDetails(port);
        }
    }

    private void printDetails(BridgePort port) {
        out.newLine();
        out.text("    ");
        onOff("hairpin", port, PortFlag.HAIRPIN);
        onOff("guard", port, PortFlag.BPDU_GUARD);
        onOff("root_block", port, PortFlag.ROOT_BLOCK);
        onOff("fastleave", port, PortFlag.FAST_LEAVE);
        onOff("learning", port, PortFlag.LEARNING);
        onOff("flood", port, PortFlag.FLOOD);
        onOff("mcast_flood", port, PortFlag.MULTICAST_FLOOD);
        onOff("bcast_flood", port, PortFlag.BROADCAST_FLOOD);
        out.print("mcast_router", "mcast_router %d ", port.multicastRouter);
        onOff("mcast_to_unicast", port, PortFlag.MULTICAST_TO_UNICAST);
        onOff("neigh_suppress", port, PortFlag.NEIGHBOR_SUPPRESS);
        onOff("vlan_tunnel", port, PortFlag.VLAN_TUNNEL);
        if (port.backup != null) {
            out.print("backup_port", "backup_port %s ", port.backup.name());
        }
        onOff("isolated", port, PortFlag.ISOLATED);
        onOff("locked", port, PortFlag.LOCKED);
    }

    private void onOff(String word, BridgePort port, int flag) {
        out.onOff(word, word + " %s ", port.has(flag));
    }
}
