package dev.weft.net.proc;

import dev.weft.core.packet.NetNamespace;
import dev.weft.core.wire.Ip4Address;
import dev.weft.net.nettools.route.KernelRoutes;
import dev.weft.net.nettools.route.RouteEntry;

/// `/proc/net/route` (kernel: `fib_route_seq_show`): every line of the same width, addresses in the byte order of the
/// network.
final class RouteText {
    private static final int WIDTH = 127;

    private RouteText() {}

    static String of(NetNamespace namespace) {
        KernelRoutes routes = new KernelRoutes(namespace);
        StringBuilder text = new StringBuilder();
        if (routes.exists()) {
            append(text, "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT");
        }
        for (RouteEntry entry : routes.entries()) {
            append(
                    text,
                    "%s\t%s\t%s\t%04X\t0\t0\t%d\t%s\t%d\t%d\t%d"
                            .formatted(
                                    entry.device(),
                                    hex(entry.destination()),
                                    hex(entry.gateway()),
                                    entry.flags(),
                                    entry.metric(),
                                    hex(entry.netmask()),
                                    entry.mtu(),
                                    entry.window(),
                                    entry.irtt()));
        }
        return text.toString();
    }

    static String hex(Ip4Address address) {
        return "%08X".formatted(Integer.reverseBytes(address.bits()));
    }

    private static void append(StringBuilder text, String line) {
        text.append(line).repeat(' ', Math.max(0, WIDTH - line.length())).append('\n');
    }
}
