package dev.weft.net.ip.neighbor;

import dev.weft.core.packet.NetDevice;
import dev.weft.core.wire.MacAddress;
import dev.weft.net.iproute.AddressFamily;
import dev.weft.net.iproute.IpOptions;
import dev.weft.net.iproute.IpPrinter;
import dev.weft.net.iproute.NameTable;
import dev.weft.net.iproute.TextColor;
import org.jspecify.annotations.Nullable;

/// Prints neighbours as `ip neigh` and `ip monitor` do (iproute2: `print_neigh`).
public final class NeighborPrinter {
    private static final long SECOND = 1_000_000_000L;

    private final IpPrinter out;
    private final IpOptions options;
    private final boolean showsDevice;

    /// @param showsDevice is the device not known from the question?
    public NeighborPrinter(IpPrinter out, IpOptions options, boolean showsDevice) {
        this.out = out;
        this.options = options;
        this.showsDevice = showsDevice;
    }

    /// @param deleted it is told because it is gone
    public void print(Neighbor neighbor, boolean deleted) {
        if (options.brief()) {
            boolean known = neighbor.state().isValid();
            brief(
                    neighbor.table().protocol(),
                    neighbor.high(),
                    neighbor.low(),
                    neighbor.device(),
                    known ? neighbor : null);
            return;
        }
        out.openObject();
        if (deleted) {
            out.print("deleted", "Deleted ", true);
        }
        start(neighbor.table().protocol(), neighbor.high(), neighbor.low(), neighbor.device());
        if (neighbor.state().isValid()) {
            out.text("lladdr ");
            out.print(TextColor.MAC, "lladdr", "%s ", MacAddress.toString(neighbor.address()));
        }
        flag(neighbor.flags(), NeighborFlag.ROUTER, "router");
        flag(neighbor.flags(), NeighborFlag.PROXY, "proxy");
        flag(neighbor.flags(), NeighborFlag.MANAGED, "managed");
        flag(neighbor.flags(), NeighborFlag.EXT_LEARNED, "extern_learn");
        if (options.showsStatistics()) {
            statistics(neighbor);
        }
        if (neighbor.state() != NudState.NONE) {
            out.openArray("state");
            out.print(null, "%s ", neighbor.state().name());
            out.closeArray();
        }
        protocol(neighbor.protocol());
        out.text("\n");
        out.closeObject();
    }

    void print(NeighborProtocol family, ProxyNeighbors.Proxy proxy) {
        if (options.brief()) {
            brief(family, proxy.high(), proxy.low(), proxy.device(), null);
            return;
        }
        out.openObject();
        start(family, proxy.high(), proxy.low(), proxy.device());
        flag(proxy.flags(), NeighborFlag.ROUTER, "router");
        flag(NeighborFlag.PROXY, NeighborFlag.PROXY, "proxy");
        protocol(proxy.protocol());
        out.text("\n");
        out.closeObject();
    }

    /// iproute2: `print_neigh_brief`
    private void brief(
            NeighborProtocol family, long high, long low, @Nullable NetDevice device, @Nullable Neighbor known) {
        out.openObject();
        out.print(color(family), "dst", "%-39s ", family.text(high, low));
        if (device != null && showsDevice) {
            out.print(TextColor.IFNAME, "dev", "%-16s ", device.name());
        }
        if (known != null) {
            out.print(TextColor.MAC, "lladdr", "%s", MacAddress.toString(known.address()));
        }
        out.text("\n");
        out.closeObject();
    }

    private static TextColor color(NeighborProtocol family) {
        return family.family() == AddressFamily.INET ? TextColor.INET : TextColor.INET6;
    }

    private void start(NeighborProtocol family, long high, long low, @Nullable NetDevice device) {
        out.print(color(family), "dst", "%s ", family.text(high, low));
        if (device != null && showsDevice) {
            out.text("dev ");
            out.print(TextColor.IFNAME, "dev", "%s ", device.name());
        }
    }

    private void flag(int flags, int flag, String word) {
        if ((flags & flag) != 0) {
            out.printNull(word, word + " ");
        }
    }

    private void statistics(Neighbor neighbor) {
        if (neighbor.references() != 0) {
            out.print("refcnt", " ref %d", neighbor.references());
        }
        long now = neighbor.table().now();
        out.print("used", " used %d", (now - neighbor.usedAt()) / SECOND);
        out.print("confirmed", "/%d", (now - neighbor.confirmedAt()) / SECOND);
        out.print("updated", "/%d", (now - neighbor.updatedAt()) / SECOND);
        out.print("probes", "probes %d ", neighbor.probes());
    }

    private void protocol(int number) {
        if (number != 0) {
            out.print("protocol", "proto %s ", NameTable.PROTOCOLS.name(number, options));
        }
    }
}
