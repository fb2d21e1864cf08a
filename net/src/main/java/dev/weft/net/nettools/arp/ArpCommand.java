package dev.weft.net.nettools.arp;

import dev.weft.core.command.Command;
import dev.weft.core.command.CommandFailure;
import dev.weft.core.command.GetOpt;
import dev.weft.core.command.Session;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.nettools.Hosts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/// `arp` of net-tools 2.10: shows and changes the ARP table.
public final class ArpCommand implements Command {
    private static final List<GetOpt.Long> LONG_OPTIONS = List.of(
            GetOpt.Long.flag("verbose", 'v'),
            GetOpt.Long.flag("version", 'V'),
            GetOpt.Long.flag("all", 'a'),
            GetOpt.Long.flag("delete", 'd'),
            GetOpt.Long.flag("file", 'f'),
            GetOpt.Long.flag("numeric", 'n'),
            GetOpt.Long.flag("set", 's'),
            GetOpt.Long.with("protocol", 'A'),
            GetOpt.Long.with("hw-type", 'H'),
            GetOpt.Long.with("device", 'i'),
            GetOpt.Long.flag("help", 'h'),
            GetOpt.Long.flag("use-device", 'D'),
            GetOpt.Long.flag("symbolic", 'N'));
    private static final String ETHERS = "/etc/ethers";

    private final Function<NetNamespace, ArpIoctls> tables;

    public ArpCommand(Function<NetNamespace, ArpIoctls> tables) {
        this.tables = tables;
    }

    @Override
    public String name() {
        return "arp";
    }

    @Override
    public String summary() {
        return "show and change the ARP table";
    }

    @Override
    public void run(Session session, List<String> words) {
        try {
            new Run(session, tables.apply(session.namespace())).run(words);
        } catch (CommandFailure failure) {
            session.err(failure.text());
            session.exit(failure.status());
        }
    }

    /// One run and its options.
    private static final class Run {
        private final Session session;
        private final ArpIoctls table;
        private int action;
        private boolean bsd;
        private boolean linux;
        private boolean verbose;
        private boolean fromDevice;
        private String device = "";
        private int hardwareType = -1;

        Run(Session session, ArpIoctls table) {
            this.session = session;
            this.table = table;
        }

        void run(List<String> words) {
            GetOpt options = new GetOpt(session.program(), "A:H:adfp:nsei:t:vh?DNV", LONG_OPTIONS, words);
            for (int option = options.next(); option != GetOpt.END; option = options.next()) {
                read(option, options);
            }
            List<String> operands = options.operands();
            ArpChange change = new ArpChange(
                    session, table, device, fromDevice, hardwareType < 0 ? HardwareTypes.ETHER : hardwareType);
            switch (action) {
                case 's' -> change.set(operands);
                case 'd' -> change.delete(operands);
                case 'f' -> {
                    setFromFile(change, operands.isEmpty() ? ETHERS : operands.getFirst());
                    return;
                }
                default -> show(operands);
            }
            session.exit(0);
        }

        private void read(int option, GetOpt options) {
            switch (option) {
                case 'd', 's', 'f' -> action = option;
                case 'a' -> bsd = true;
                case 'e' -> linux = true;
                case 'v' -> verbose = true;
                case 'n' -> {}
                case 'D' -> fromDevice = true;
                case 'i' -> device = options.argument();
                case 'A', 'p' -> checkProtocol(options.argument());
                case 'H', 't' -> hardwareType = hardwareType(options.argument());
                case 'N' -> session.err("arp: -N not yet supported.\n");
                case 'V' -> {
                    session.out(ArpUsage.VERSION);
                    throw CommandFailure.exit(0, "");
                }
                case 'h' -> throw ArpUsage.HELP.help(session);
                default -> throw ArpUsage.HELP.wrong(options.error());
            }
        }

        private static void checkProtocol(String word) {
            switch (word) {
                case "inet" -> {}
                case "unix", "inet6", "ipx", "ax25", "netrom", "rose", "x25", "ddp", "ec", "ash" ->
                    throw CommandFailure.exit(255, "arp: " + word + ": kernel only supports 'inet'.\n");
                default -> throw CommandFailure.exit(255, "arp: " + word + ": unknown address family.\n");
            }
        }

        private static int hardwareType(String word) {
            return HardwareTypes.number(word)
                    .orElseThrow(() -> CommandFailure.exit(
                            255,
                            "arp: " + word + ": "
                                    + (HardwareTypes.isKnown(word)
                                            ? "hardware type without ARP support.\n"
                                            : "unknown hardware type.\n")));
        }

        private void show(List<String> operands) {
            String asked = operands.isEmpty() ? "" : operands.getFirst();
            String host = asked.isEmpty()
                    ? ""
                    : Hosts.find(asked)
                            .orElseThrow(() -> CommandFailure.exit(255, Hosts.unknown(asked)))
                            .toString();
            ArpListing listing = new ArpListing(bsd && !linux, verbose, host, device, hardwareType);
            session.out(listing.print(table.entries(), asked));
        }

        /// Sets each line's entry; one that fails is told of and the others follow.
        private void setFromFile(ArpChange change, String path) {
            session.readFile(path, result -> {
                switch (result) {
                    case Session.FileResult.Content(byte[] bytes) -> {
                        setLines(change, path, new String(bytes, StandardCharsets.UTF_8));
                        session.exit(0);
                    }
                    case Session.FileResult.Failed(int errno, String message) -> {
                        session.err("arp: cannot open etherfile " + path + " !\n");
                        session.exit(255);
                    }
                }
            });
        }

        private void setLines(ArpChange change, String path, String text) {
            int number = 0;
            for (String line : text.lines().toList()) {
                number++;
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                List<String> words = List.of(line.strip().split("\\s+"));
                if (words.size() < 2) {
                    session.err("arp: format error on line " + number + " of etherfile " + path + " !\n");
                    continue;
                }
                try {
                    change.set(words);
                } catch (CommandFailure failure) {
                    session.err(failure.text() + "arp: cannot set entry on line " + number + " of etherfile " + path
                            + " !\n");
                }
            }
        }
    }
}
