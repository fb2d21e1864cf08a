package dev.weft.net.ip.neighbor;

import dev.weft.core.command.Args;
import dev.weft.core.command.CommandFailure;
import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.iproute.AddressFamily;
import dev.weft.net.iproute.IpContext;
import dev.weft.net.iproute.IpObject;
import dev.weft.net.link.Devices;
import dev.weft.net.namespace.Network;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// `ip ntable` (iproute2: `do_ipntable`).
public final class NeighborTableCommand implements IpObject {
    private static final int USAGE_STATUS = 255;
    private static final String USAGE = """
        Usage: ip ntable change name NAME [ dev DEV ]
                [ thresh1 VAL ] [ thresh2 VAL ] [ thresh3 VAL ] [ gc_int MSEC ]
                [ PARMS ]
        Usage: ip ntable show [ dev DEV ] [ name NAME ]
        PARMS := [ base_reachable MSEC ] [ retrans MSEC ] [ gc_stale MSEC ]
                 [ delay_probe MSEC ] [ queue LEN ]
                 [ app_probes VAL ] [ ucast_probes VAL ] [ mcast_probes VAL ]
                 [ anycast_delay MSEC ] [ proxy_delay MSEC ] [ proxy_queue LEN ]
                 [ locktime MSEC ]
        """;

    private final List<Function<NetNamespace, NeighborTable>> tables;

    /// @param tables those of each network protocol
    public NeighborTableCommand(List<Function<NetNamespace, NeighborTable>> tables) {
        this.tables = List.copyOf(tables);
    }

    @Override
    public String name() {
        return "ntable";
    }

    @Override
    public void run(IpContext context, Args args) {
        if (!args.hasNext()
                || args.takeAbbreviated("show")
                || args.takeAbbreviated("lst")
                || args.takeAbbreviated("list")) {
            show(context, args);
        } else if (args.takeAbbreviated("change") || args.takeAbbreviated("chg")) {
            change(context, args);
        } else if (args.matches("help")) {
            throw usage();
        } else {
            throw CommandFailure.exit(
                    USAGE_STATUS, "Command \"" + args.peek() + "\" is unknown, try \"ip ntable help\".\n");
        }
    }

    static CommandFailure usage() {
        return CommandFailure.exit(USAGE_STATUS, USAGE);
    }

    private List<NeighborTable> tables(IpContext context) {
        AddressFamily family = context.options().family();
        return tables.stream()
                .map(table -> table.apply(context.namespace()))
                .filter(table -> family == AddressFamily.UNSPEC
                        || family == table.protocol().family())
                .toList();
    }

    // ---- show

    private void show(IpContext context, Args args) {
        NetDevice device = null;
        String name = "";
        while (args.hasNext()) {
            if (args.take("dev")) {
                String word = args.next();
                device = Devices.find(context.namespace(), word);
                if (device == null && !word.equals("none")) {
                    throw Args.invalid("\"DEV\" is invalid", word);
                }
            } else if (args.take("name")) {
                name = args.next();
            } else {
                throw Args.invalid("unknown", args.next());
            }
        }
        NeighborTablePrinter printer = new NeighborTablePrinter(context.out(), context.options());
        context.out().begin();
        for (NeighborTable table : tables(context)) {
            if (name.isEmpty() || name.equals(table.protocol().tableName())) {
                show(context, printer, table, device);
            }
        }
        context.out().end();
    }

    /// The youngest device comes first (kernel: `neigh_parms_alloc` puts it there).
    private static void show(
            IpContext context, NeighborTablePrinter printer, NeighborTable table, @Nullable NetDevice only) {
        if (only == null) {
            printer.print(table, null);
        }
        for (NetDevice device : context.namespace().devices().reversed()) {
            if (only == null || only == device) {
                printer.print(table, device);
            }
        }
    }

    // ---- change

    private void change(IpContext context, Args args) {
        NeighborTableChange change = new NeighborTableChange(context.namespace()).read(args);
        NeighborTable table = tables(context).stream()
                .filter(candidate -> candidate.protocol().tableName().equals(change.name()))
                .findFirst()
                .orElseThrow(() -> new KernelError(Errno.ENOENT));
        boolean isFirst = Network.of(context.namespace()).initial() == context.namespace();
        if (!isFirst && change.device() == null) {
            throw new KernelError(Errno.ENOENT); // only the first namespace may change what holds for all
        }
        change.apply(table);
    }
}
