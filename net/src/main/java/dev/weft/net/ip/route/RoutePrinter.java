package dev.weft.net.ip.route;

import dev.weft.core.packet.NetDevice;
import dev.weft.core.wire.Ip4Address;
import dev.weft.net.ip.fib.FibEntry;
import dev.weft.net.ip.fib.FibTable;
import dev.weft.net.ip.fib.Nexthop;
import dev.weft.net.ip.fib.Route;
import dev.weft.net.ip.fib.RouteProtocol;
import dev.weft.net.ip.fib.RouteScope;
import dev.weft.net.ip.fib.RouteType;
import dev.weft.net.ip.v4.Ip4Device;
import dev.weft.net.ip.v4.Ip4Setting;
import dev.weft.net.iproute.IpOptions;
import dev.weft.net.iproute.IpPrinter;
import dev.weft.net.iproute.NameTable;
import dev.weft.net.iproute.Realms;
import dev.weft.net.iproute.TextColor;
import org.jspecify.annotations.Nullable;

/// Prints routes as `ip route` and `ip monitor` do (iproute2: `print_route`).
public final class RoutePrinter {
    private final IpPrinter out;
    private final IpOptions options;
    private final RouteFilter filter;
    private final int flagsShown;

    /// For all routes in full, as `ip monitor` shows them.
    public RoutePrinter(IpPrinter out, IpOptions options) {
        this(out, options, RouteFilter.NONE);
    }

    RoutePrinter(IpPrinter out, IpOptions options, RouteFilter filter) {
        this(out, options, filter, Nexthop.DEAD | Nexthop.ONLINK | Nexthop.LINKDOWN);
    }

    private RoutePrinter(IpPrinter out, IpOptions options, RouteFilter filter, int flagsShown) {
        this.out = out;
        this.options = options;
        this.filter = filter;
        this.flagsShown = flagsShown;
    }

    /// A route in words that `ip route add` takes.
    static String words(FibEntry entry) {
        StringBuilder words = new StringBuilder();
        IpPrinter out = new IpPrinter(words::append, IpOptions.DEFAULT);
        new RoutePrinter(out, IpOptions.DEFAULT, RouteFilter.NONE, Nexthop.ONLINK).print(entry, false);
        out.flush();
        return words.toString().strip().replaceAll("\\s+", " ");
    }

    /// A route as it is in its table.
    public void print(FibEntry entry, boolean deleted) {
        Route route = entry.route();
        Nexthop only = route.isMultipath() ? null : route.nexthop(0);
        out.openObject();
        if (deleted) {
            out.print("deleted", "Deleted ", true);
        }
        printType(route.type());
        printDestination(entry.prefix(), entry.length());
        printTos(entry.tos());
        if (only != null) {
            printGateway(only.gateway());
            printDevice(only.device());
        }
        printTable(entry.table());
        printOrigin(route);
        printPreferredSource(route.preferredSource());
        if (route.priority() != 0 && !filter.hidesMetric()) {
            out.printUnsigned("metric", "metric %s ", Integer.toUnsignedLong(route.priority()));
        }
        printFlags(route.flags() | (only == null ? 0 : shownFlags(only)));
        if (only != null && !filter.hidesRealm()) {
            printRealm(only.realm());
        }
        new MetricPrinter(out).print(route.metrics());
        if (only == null) {
            printNexthops(route);
        }
        out.text("\n");
        out.closeObject();
    }

    /// What is known of the way to one destination, as `ip route get` and `ip route show cache` tell it.
    void print(RouteAnswer answer) {
        out.openObject();
        printType(answer.type());
        printDestination(answer.destination(), 32);
        if (answer.source() != 0) {
            out.print(TextColor.INET, "from", "from %s ", Ip4Address.toString(answer.source()));
        }
        printTos(answer.tos());
        printGateway(answer.gateway());
        printDevice(answer.device());
        printTable(answer.table());
        printPreferredSource(answer.preferredSource());
        printAnswerFlags(answer);
        printMark(answer.mark());
        if (!filter.hidesRealm()) {
            printRealm(answer.realm());
        }
        if (answer.showsUser()) {
            out.printUnsigned("uid", "uid %s ", Integer.toUnsignedLong(answer.uid()));
        }
        printCache(answer);
        new MetricPrinter(out).print(answer.metrics());
        if (answer.inputDevice() != null) {
            out.print(TextColor.IFNAME, "iif", "iif %s ", answer.inputDevice().name());
        }
        out.text("\n");
        out.closeObject();
    }

    // ---- pieces

    private void printType(RouteType type) {
        if (type != RouteType.UNICAST || options.showsDetails()) {
            out.print("type", "%s ", options.numeric() ? Integer.toString(type.number()) : type.word());
        }
    }

    private void printDestination(int prefix, int length) {
        String address = Ip4Address.toString(prefix);
        if (length == 0) {
            out.print("dst", "%s ", "default");
        } else {
            out.print(TextColor.INET, "dst", "%s ", length == 32 ? address : address + "/" + length);
        }
    }

    private void printTos(int tos) {
        if (tos != 0 && !filter.hidesTos()) {
            out.print("tos", "tos %s ", NameTable.DSFIELD.name(tos, options));
        }
    }

    private void printGateway(int gateway) {
        if (gateway != 0 && !filter.hidesGateway()) {
            out.text("via ");
            out.print(TextColor.INET, "gateway", "%s ", Ip4Address.toString(gateway));
        }
    }

    private void printDevice(@Nullable NetDevice device) {
        if (device != null && !filter.hidesDevice()) {
            out.text("dev ");
            out.print(TextColor.IFNAME, "dev", "%s ", device.name());
        }
    }

    private void printTable(int table) {
        if (table != 0 && (table != FibTable.MAIN || options.showsDetails()) && !filter.hidesTable()) {
            out.print("table", "table %s ", NameTable.TABLES.name(table, options));
        }
    }

    private void printOrigin(Route route) {
        if ((route.protocol() != RouteProtocol.BOOT || options.showsDetails()) && !filter.hidesProtocol()) {
            out.print("protocol", "proto %s ", NameTable.PROTOCOLS.name(route.protocol(), options));
        }
        if ((route.scope() != RouteScope.UNIVERSE || options.showsDetails()) && !filter.hidesScope()) {
            out.print("scope", "scope %s ", NameTable.SCOPES.name(route.scope(), options));
        }
    }

    private void printPreferredSource(int source) {
        if (source != 0 && !filter.hidesSource()) {
            out.text("src ");
            out.print(TextColor.INET, "prefsrc", "%s ", Ip4Address.toString(source));
        }
    }

    private void printFlags(int all) {
        int flags = all & flagsShown;
        out.openArray("flags");
        printFlag(flags, Nexthop.DEAD, "dead");
        printFlag(flags, Nexthop.ONLINK, "onlink");
        printFlag(flags, Nexthop.LINKDOWN, "linkdown");
        out.closeArray();
    }

    /// Of an answer the kernel tells flags in the same bits as of a route: iproute2 takes a group's one for another.
    private void printAnswerFlags(RouteAnswer answer) {
        out.openArray("flags");
        if (answer.notifies()) {
            out.print(null, "%s ", "notify");
        }
        if (answer.cacheFlags().contains("mc")) {
            out.print(null, "%s ", "rt_offload_failed");
        }
        out.closeArray();
    }

    private void printFlag(int flags, int flag, String word) {
        if ((flags & flag) != 0) {
            out.print(null, "%s ", word);
        }
    }

    /// A next hop without carrier is shown as dead where that puts it out of use.
    private static int shownFlags(Nexthop nexthop) {
        int flags = nexthop.flags() & (Nexthop.DEAD | Nexthop.LINKDOWN | Nexthop.ONLINK);
        NetDevice device = nexthop.device();
        boolean unused = (flags & Nexthop.LINKDOWN) != 0
                && device != null
                && Ip4Device.of(device).is(Ip4Setting.IGNORE_ROUTES_WITH_LINKDOWN);
        return unused ? flags | Nexthop.DEAD : flags;
    }

    private void printMark(int mark) {
        if (mark == 0) {
            return;
        }
        long value = Integer.toUnsignedLong(mark);
        out.json("mark", value);
        out.text("mark " + (value >= 16 ? "0x" + Long.toHexString(value) : Long.toString(value)) + " ");
    }

    private void printRealm(int realm) {
        if (realm == 0) {
            return;
        }
        int from = realm >>> 16;
        out.text(from != 0 ? "realms " : "realm ");
        out.openObject("flow");
        if (from != 0) {
            out.print("from", "%s/", Realms.name(from, options));
        }
        out.print("to", "%s ", Realms.name(realm & 0xffff, options));
        out.closeObject();
    }

    private void printCache(RouteAnswer answer) {
        out.newLine();
        out.text("    cache ");
        out.openArray("cache");
        String separator = "<";
        for (String flag : answer.cacheFlags()) {
            out.print(null, separator + "%s", flag);
            separator = ",";
        }
        out.closeArray(answer.cacheFlags().isEmpty() ? "" : "> ");
        if (answer.expiresSeconds() != 0) {
            out.print("expires", "expires %dsec ", answer.expiresSeconds());
        }
    }

    private void printNexthops(Route route) {
        out.openArray("nexthops");
        for (int i = 0; i < route.nexthopCount(); i++) {
            Nexthop nexthop = route.nexthop(i);
            out.openObject();
            out.newLine();
            out.text("\tnexthop ");
            printGateway(nexthop.gateway());
            printRealm(nexthop.realm());
            NetDevice device = nexthop.device();
            if (device != null) {
                out.text("dev ");
                out.print(TextColor.IFNAME, "dev", "%s ", device.name());
            }
            out.print("weight", "weight %d ", nexthop.weight());
            printFlags(shownFlags(nexthop));
            out.closeObject();
        }
        out.closeArray();
    }
}
