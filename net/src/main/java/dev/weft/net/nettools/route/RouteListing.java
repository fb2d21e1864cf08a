package dev.weft.net.nettools.route;

import dev.weft.core.wire.Ip4Address;
import java.util.List;

/// What `route` shows of the table.
///
/// @param extended how often `-e` was given: in place of metrics, or besides, it shows what is said of the path
/// @param numeric  0.0.0.0 instead of `default`
record RouteListing(int extended, boolean numeric) {
    private static final String TITLE = "Kernel IP routing table\n";
    private static final String COLUMNS = "Destination     Gateway         Genmask         ";
    private static final String CACHE = """
        Kernel IP routing cache
        Source          Destination     Gateway         Flags Metric Ref    Use Iface
        """;
    private static final String INET6 = """
        Kernel IPv6 routing table
        Destination                    Next Hop                   Flag Met Ref  Use If
        """;

    /// The routing cache, which Linux has no more since 3.6.
    static String cache() {
        return CACHE;
    }

    /// The table of IPv6 while there is nothing in it.
    static String inet6() {
        return INET6;
    }

    String print(List<RouteEntry> entries) {
        StringBuilder text = new StringBuilder(TITLE)
                .append(COLUMNS)
                .append(
                        switch (extended) {
                            case 0 -> "Flags Metric Ref    Use Iface\n";
                            case 1 -> "Flags   MSS Window  irtt Iface\n";
                            default -> "Flags Metric Ref    Use Iface    MSS   Window irtt\n";
                        });
        entries.forEach(entry -> text.append(row(entry)));
        return text.toString();
    }

    private String row(RouteEntry entry) {
        boolean reject = entry.has(RouteEntry.REJECT);
        String gateway = reject ? "-" : entry.gateway().toString();
        String addresses =
                "%-15.15s %-15.15s %-15.15s %-6s".formatted(destination(entry), gateway, entry.netmask(), flags(entry));
        String device = reject ? "-" : entry.device();
        Object nothing = reject ? "-" : 0;
        Object mtu = reject ? "-" : entry.mtu();
        Object window = reject ? "-" : entry.window();
        Object irtt = reject ? "-" : entry.irtt();
        return addresses
                + switch (extended) {
                    case 0 -> "%-6d %-2s %7d %s\n".formatted(entry.metric(), nothing, 0, device);
                    case 1 -> "%5s %-5s %6s %s\n".formatted(mtu, window, irtt, device);
                    default ->
                        "%-6d %-2s %7d %-8s %-5s %-6s %s\n"
                                .formatted(entry.metric(), nothing, 0, device, mtu, window, irtt);
                };
    }

    private String destination(RouteEntry entry) {
        boolean any = entry.destination().equals(Ip4Address.ANY);
        return any && !numeric ? "default" : entry.destination().toString();
    }

    private static String flags(RouteEntry entry) {
        if (entry.has(RouteEntry.REJECT)) {
            return "!";
        }
        return (entry.has(RouteEntry.UP) ? "U" : "")
                + (entry.has(RouteEntry.GATEWAY) ? "G" : "")
                + (entry.has(RouteEntry.HOST) ? "H" : "")
                + (entry.has(RouteEntry.REINSTATE) ? "R" : "")
                + (entry.has(RouteEntry.DYNAMIC) ? "D" : "")
                + (entry.has(RouteEntry.MODIFIED) ? "M" : "");
    }
}
