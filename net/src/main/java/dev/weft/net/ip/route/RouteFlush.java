package dev.weft.net.ip.route;

import dev.weft.core.command.Args;
import dev.weft.core.command.CommandFailure;
import dev.weft.core.errno.KernelError;
import dev.weft.net.ip.fib.Fib;
import dev.weft.net.ip.fib.FibEntry;
import dev.weft.net.ip.fib.Learning;
import dev.weft.net.iproute.AddressFamily;
import dev.weft.net.iproute.IpContext;
import dev.weft.net.iproute.Rtnetlink;
import java.util.ArrayList;
import java.util.List;

/// `ip route flush` (iproute2: `iproute_flush`).
final class RouteFlush {
    private final IpContext context;
    private final RouteFilter filter;
    private final Fib fib;

    private RouteFlush(IpContext context, RouteFilter filter) {
        this.context = context;
        this.filter = filter;
        this.fib = Fib.of(context.namespace());
    }

    static void run(IpContext context, Args args) {
        if (!args.hasNext()) {
            throw CommandFailure.failed(1, "\"ip route flush\" requires arguments.\n");
        }
        RouteFilter filter = new RouteFilter(context.options().family()).read(args, context.namespace());
        new RouteFlush(context, filter).flush();
    }

    private void flush() {
        if (filter.isCached()) {
            flushCache();
            return;
        }
        int round = 0;
        for (List<FibEntry> victims = victims(); !victims.isEmpty(); victims = victims()) {
            round++;
            delete(victims);
            say("\n*** Round " + round + ", deleting " + victims.size() + " entries ***\n");
        }
        say(
                round == 0
                        ? "Nothing to flush.\n"
                        : "*** Flush is complete after " + round + " round" + (round > 1 ? "s" : "") + " ***\n");
    }

    /// What was learnt is forgotten.
    private void flushCache() {
        if (context.options().family() == AddressFamily.INET6) {
            say("Nothing to flush.\n");
        } else {
            Learning.forget(fib);
            say("*** IPv4 routing cache is flushed.\n");
        }
    }

    private List<FibEntry> victims() {
        List<FibEntry> victims = new ArrayList<>();
        try {
            RouteShow.forEach(context, filter, victims::add);
        } catch (KernelError error) {
            throw Rtnetlink.flushFailure(error);
        }
        return victims;
    }

    private void delete(List<FibEntry> victims) {
        if (context.options().statistics() > 1) {
            RoutePrinter printer = new RoutePrinter(context.out(), context.options(), filter);
            victims.forEach(victim -> printer.print(victim, false));
        }
        victims.forEach(fib::delete);
    }

    private void say(String text) {
        if (context.options().showsStatistics()) {
            context.out().text(text);
        }
    }
}
