package dev.weft.net.ip.neighbor;

import dev.weft.core.command.Args;
import dev.weft.core.command.CommandFailure;
import dev.weft.net.iproute.IpContext;
import dev.weft.net.iproute.IpPrinter;
import java.util.List;

/// `ip neigh flush` (iproute2: `do_show_or_flush`): deletes in rounds until nothing is left that fits.
final class NeighborFlush {
    private static final int MOST_ROUNDS = 10;

    private NeighborFlush() {}

    static void run(List<NeighborTable> tables, IpContext context, Args args) {
        if (!args.hasNext()) {
            throw CommandFailure.failed(1, "Flush requires arguments.\n");
        }
        NeighborFilter filter =
                new NeighborFilter(context.namespace(), context.options().family(), true);
        filter.read(args);
        IpPrinter out = context.out();
        boolean tells = context.options().showsStatistics();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<Neighbor> victims = victims(tables, filter);
            if (victims.isEmpty()) {
                if (tells && round == 0) {
                    out.text("Nothing to flush.\n");
                } else if (tells) {
                    String plural = round > 1 ? "s" : "";
                    out.text("*** Flush is complete after " + round + " round" + plural + " ***\n");
                }
                return;
            }
            if (context.options().statistics() > 1) {
                NeighborPrinter printer = new NeighborPrinter(out, context.options(), filter.device() == null);
                victims.forEach(neighbor -> printer.print(neighbor, false));
            }
            victims.forEach(neighbor -> NeighborControl.delete(neighbor.table(), neighbor));
            if (tells) {
                out.text("\n*** Round " + (round + 1) + ", deleting " + victims.size() + " entries ***\n");
            }
            filter.withoutFailed();
        }
        out.text("*** Flush not complete bailing out after " + MOST_ROUNDS + " rounds\n");
    }

    private static List<Neighbor> victims(List<NeighborTable> tables, NeighborFilter filter) {
        return tables.stream()
                .filter(table -> filter.wants(table.protocol().family()))
                .flatMap(table -> table.neighbors().stream())
                .filter(filter::accepts)
                .toList();
    }
}
