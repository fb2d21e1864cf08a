package dev.weft.net.ip.neighbor;

import dev.weft.core.command.Args;
import dev.weft.core.command.CommandFailure;
import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.iproute.AddressFamily;
import dev.weft.net.iproute.InetPrefix;
import dev.weft.net.iproute.IpContext;
import dev.weft.net.iproute.IpObject;
import dev.weft.net.iproute.IpPrinter;
import dev.weft.net.link.Devices;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// `ip neighbour` (iproute2: `do_ipneigh`).
public final class NeighborCommand implements IpObject {
    private static final String USAGE = """
        Usage: ip neigh { add | del | change | replace }
                        { ADDR [ lladdr LLADDR ] [ nud STATE ] proxy ADDR }
                        [ dev DEV ] [ router ] [ use ] [ managed ] [ extern_learn ]
                        [ protocol PROTO ]

        \tip neigh { show | flush } [ proxy ] [ to PREFIX ] [ dev DEV ] [ nud STATE ]
        \t\t\t\t  [ vrf NAME ] [ nomaster ]
        \tip neigh get { ADDR | proxy ADDR } dev DEV

        STATE := { delay | failed | incomplete | noarp | none |
                   permanent | probe | reachable | stale }
        """;

    private final List<Function<NetNamespace, NeighborTable>> tables;

    /// @param tables those of each network protocol
    public NeighborCommand(List<Function<NetNamespace, NeighborTable>> tables) {
        this.tables = List.copyOf(tables);
    }

    @Override
    public String name() {
        return "neighbour";
    }

    static CommandFailure usage() {
        return CommandFailure.exit(255, USAGE);
    }

    /// Reads the word behind `nud` (iproute2: `nud_state_a2n`).
    static NudState state(String word) {
        return Arrays.stream(NudState.values())
                .filter(state -> state.word().equals(word))
                .findFirst()
                .or(() -> numbered(word))
                .orElseThrow(() -> Args.invalid("nud state is bad", word));
    }

    private static java.util.Optional<NudState> numbered(String word) {
        return dev.weft.core.command.Numbers.unsigned(word, 0, 32).stream()
                .mapToObj(number -> NudState.ofBit((int) number))
                .flatMap(java.util.Optional::stream)
                .findFirst();
    }

    @Override
    public void run(IpContext context, Args args) {
        if (!args.hasNext()) {
            show(context, args);
        } else if (args.takeAbbreviated("add")) {
            new NeighborModify(this, context, args).add(NeighborControl.Mode.ADD);
        } else if (args.take("change") || args.take("chg")) {
            new NeighborModify(this, context, args).add(NeighborControl.Mode.CHANGE);
        } else if (args.takeAbbreviated("replace")) {
            new NeighborModify(this, context, args).add(NeighborControl.Mode.REPLACE);
        } else if (args.takeAbbreviated("delete")) {
            new NeighborModify(this, context, args).delete();
        } else if (args.takeAbbreviated("get")) {
            get(context, args);
        } else if (args.takeAbbreviated("show") || args.takeAbbreviated("lst") || args.takeAbbreviated("list")) {
            show(context, args);
        } else if (args.takeAbbreviated("flush")) {
            NeighborFlush.run(allTables(context), context, args);
        } else if (args.takeAbbreviated("help")) {
            throw usage();
        } else {
            throw CommandFailure.exit(255, "Command \"" + args.peek() + "\" is unknown, try \"ip neigh help\".\n");
        }
    }

    List<NeighborTable> allTables(IpContext context) {
        return tables.stream().map(table -> table.apply(context.namespace())).toList();
    }

    /// The table of a family.
    ///
    /// @throws KernelError EAFNOSUPPORT when there is none
    NeighborTable table(IpContext context, AddressFamily family) {
        return allTables(context).stream()
                .filter(table -> table.protocol().family() == family)
                .findFirst()
                .orElseThrow(() -> new KernelError(Errno.EAFNOSUPPORT));
    }

    private void show(IpContext context, Args args) {
        NeighborFilter filter =
                new NeighborFilter(context.namespace(), context.options().family(), false);
        filter.read(args);
        IpPrinter out = context.out();
        NeighborPrinter printer = new NeighborPrinter(out, context.options(), filter.device() == null);
        out.begin();
        for (NeighborTable table : allTables(context)) {
            if (!filter.wants(table.protocol().family())) {
                continue;
            }
            if (filter.showsProxies()) {
                table.proxies().all().stream()
                        .filter(filter::accepts)
                        .forEach(proxy -> printer.print(table.protocol(), proxy));
            } else {
                table.neighbors().stream().filter(filter::accepts).forEach(n -> printer.print(n, false));
            }
        }
        out.end();
    }

    private void get(IpContext context, Args args) {
        String deviceName = null;
        InetPrefix address = null;
        boolean proxy = false;
        while (args.hasNext()) {
            if (args.take("dev")) {
                deviceName = args.next();
            } else if (args.takeAbbreviated("proxy")) {
                if (args.matches("help")) {
                    throw usage();
                }
                if (address != null) {
                    throw Args.duplicate("address", args.peek());
                }
                address = InetPrefix.address(args.next(), context.options().family());
                proxy = true;
            } else {
                boolean unused = args.take("to");
                if (args.matches("help")) {
                    throw usage();
                }
                if (address != null) {
                    throw Args.duplicateOrGarbage("to", args.peek());
                }
                address = InetPrefix.address(args.next(), context.options().family());
            }
        }
        if (address == null || deviceName == null && !proxy) {
            throw CommandFailure.failed(1, "Device and address are required arguments.\n");
        }
        NetDevice device = deviceName == null ? null : Devices.require(context.namespace(), deviceName);
        print(context, table(context, address.family()), device, address, proxy);
    }

    private static void print(
            IpContext context, NeighborTable table, @Nullable NetDevice device, InetPrefix address, boolean proxy) {
        NeighborPrinter printer = new NeighborPrinter(context.out(), context.options(), true);
        long low = address.ip4().bits() & 0xffff_ffffL;
        if (proxy) {
            ProxyNeighbors.Proxy found = table.proxies().find(device, 0, low);
            if (found == null) {
                throw new KernelError(Errno.ENOENT, "Proxy neighbour entry not found");
            }
            printer.print(table.protocol(), found);
            return;
        }
        Neighbor found = device == null ? null : table.lookup(device, 0, low);
        if (found == null) {
            throw new KernelError(Errno.ENOENT, "Neighbour entry not found");
        }
        printer.print(found, false);
    }
}
