package dev.weft.net.nettools.route;

import dev.weft.core.command.Command;
import dev.weft.core.command.CommandFailure;
import dev.weft.core.command.GetOpt;
import dev.weft.core.command.Session;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.NetNamespace;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// `route` of net-tools 2.10: shows and changes the main routing table.
public final class RouteCommand implements Command {
    private static final List<GetOpt.Long> LONG_OPTIONS = List.of(
            GetOpt.Long.flag("extend", 'e'),
            GetOpt.Long.flag("verbose", 'v'),
            GetOpt.Long.flag("version", 'V'),
            GetOpt.Long.flag("numeric", 'n'),
            GetOpt.Long.flag("symbolic", 'N'),
            GetOpt.Long.flag("protocol", 'A'),
            GetOpt.Long.flag("cache", 'C'),
            GetOpt.Long.flag("fib", 'F'),
            GetOpt.Long.flag("help", 'h'),
            GetOpt.Long.flag("inet", '4'),
            GetOpt.Long.flag("inet6", '6'));
    private static final int REFUSED = 7;

    private final Function<NetNamespace, RouteTable> tables;

    public RouteCommand(Function<NetNamespace, RouteTable> tables) {
        this.tables = tables;
    }

    @Override
    public String name() {
        return "route";
    }

    @Override
    public String summary() {
        return "show and change the routing table";
    }

    @Override
    public void run(Session session, List<String> words) {
        try {
            new Run(session, tables.apply(session.namespace())).run(words);
            session.exit(0);
        } catch (CommandFailure failure) {
            session.err(failure.text());
            session.exit(failure.status());
        }
    }

    /// One run and its options.
    private static final class Run {
        private final Session session;
        private final RouteTable table;
        private int extended;
        private boolean numeric;
        private boolean cache;
        private boolean inet6;
        private boolean help;

        Run(Session session, RouteTable table) {
            this.session = session;
            this.table = table;
        }

        void run(List<String> words) {
            GetOpt options = new GetOpt(session.program(), "A:eCFhnN64Vv?", LONG_OPTIONS, shielded(words));
            for (int option = options.next(); option != GetOpt.END; option = options.next()) {
                read(option, options);
            }
            List<String> operands = options.operands();
            if (help) {
                throw RouteUsage.HELP.help(session);
            }
            if (operands.isEmpty()) {
                list();
                return;
            }
            List<String> rest = operands.subList(1, operands.size());
            switch (operands.getFirst()) {
                case "add" -> change(rest, "SIOCADDRT", table::add);
                case "del", "delete" -> change(rest, "SIOCDELRT", table::delete);
                case "flush" -> throw RouteUsage.INET.wrong("Flushing `inet' routing table not supported\n");
                default -> throw RouteUsage.HELP.wrong();
            }
        }

        /// `-net` and `-host` are no options to getopt.
        private static List<String> shielded(List<String> words) {
            return words.stream()
                    .map(word -> switch (word) {
                        case "-net" -> RouteWords.NET;
                        case "-host" -> RouteWords.HOST;
                        default -> word;
                    })
                    .toList();
        }

        private void read(int option, GetOpt options) {
            switch (option) {
                case 'e' -> extended++;
                case 'n' -> numeric = true;
                case 'C' -> cache = true;
                case 'F' -> cache = false;
                case '4' -> inet6 = false;
                case '6' -> inet6 = true;
                case 'A' -> readFamily(options.argument());
                case 'v', 'N' -> {}
                case 'V' -> {
                    session.out(RouteUsage.VERSION);
                    throw CommandFailure.exit(0, "");
                }
                default -> {
                    session.err(options.error());
                    help = true;
                }
            }
        }

        private void readFamily(String word) {
            switch (word) {
                case "inet" -> inet6 = false;
                case "inet6" -> inet6 = true;
                default -> throw CommandFailure.exit(1, "Unknown address family `" + word + "'.\n");
            }
        }

        private void list() {
            if (inet6) {
                session.out(RouteListing.inet6());
            } else if (cache) {
                session.out(RouteListing.cache());
            } else {
                session.out(new RouteListing(extended, numeric).print(table.entries()));
                if (!table.exists()) {
                    throw CommandFailure.exit(1, "");
                }
            }
        }

        private void change(List<String> words, String call, Consumer<RouteEntry> action) {
            if (words.isEmpty()) {
                throw RouteUsage.INET.help(session);
            }
            try {
                action.accept(RouteWords.read(words));
            } catch (KernelError error) {
                throw CommandFailure.exit(REFUSED, call + ": " + error.errno().text() + "\n");
            }
        }
    }
}
