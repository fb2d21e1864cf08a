package dev.weft.net.ip.route;

import dev.weft.core.command.Args;
import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.net.ip.fib.Fib;
import dev.weft.net.ip.fib.FibEntry;
import dev.weft.net.ip.fib.FibTable;
import dev.weft.net.iproute.AddressFamily;
import dev.weft.net.iproute.IpContext;
import dev.weft.net.iproute.IpPrinter;
import dev.weft.net.iproute.Rtnetlink;
import java.util.List;
import java.util.function.Consumer;

/// `ip route show` (iproute2: `iproute_list_flush_or_save`).
final class RouteShow {
    /// What a listing ends with that the kernel refuses.
    private static final int STATUS = 2;

    private RouteShow() {}

    static void run(IpContext context, Args args) {
        RouteFilter filter = new RouteFilter(context.options().family()).read(args, context.namespace());
        IpPrinter out = context.out();
        RoutePrinter printer = new RoutePrinter(out, context.options(), filter);
        out.begin();
        if (filter.isCached()) {
            if (isForIp4(context)) {
                RouteCache.forEach(Fib.of(context.namespace()), filter, printer::print);
            }
        } else {
            try {
                forEach(context, filter, entry -> printer.print(entry, false));
            } catch (KernelError error) {
                throw Rtnetlink.dumpFailure(error, STATUS);
            }
        }
        out.end();
    }

    /// Shows all routes that pass, in the kernel's order.
    ///
    /// @throws KernelError ENOENT when there is no such table
    static void forEach(IpContext context, RouteFilter filter, Consumer<FibEntry> action) {
        boolean ip4 = isForIp4(context);
        Fib fib = Fib.of(context.namespace());
        FibTable asked = ip4 ? fib.table(filter.table()) : null;
        boolean isAlwaysThere =
                filter.table() == 0 || filter.table() == FibTable.MAIN || filter.table() == FibTable.LOCAL;
        if (asked == null && !isAlwaysThere && context.options().family() != AddressFamily.PACKET) {
            throw new KernelError(Errno.ENOENT, (ip4 ? "ipv4" : "ipv6") + ": FIB table does not exist");
        }
        for (FibTable table : ip4 ? fib.tables() : List.<FibTable>of()) {
            if (filter.table() == 0 || table == asked) {
                table.forEach(entry -> {
                    if (filter.accepts(entry)) {
                        action.accept(entry);
                    }
                });
            }
        }
    }

    private static boolean isForIp4(IpContext context) {
        AddressFamily family = context.options().family();
        return family == AddressFamily.UNSPEC || family == AddressFamily.INET;
    }
}
