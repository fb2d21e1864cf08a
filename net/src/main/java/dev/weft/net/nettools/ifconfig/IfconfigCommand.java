package dev.weft.net.nettools.ifconfig;

import dev.weft.core.command.Command;
import dev.weft.core.command.CommandFailure;
import dev.weft.core.command.Session;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.NetNamespace;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// `ifconfig` of net-tools 2.10: shows and changes devices and their addresses.
public final class IfconfigCommand implements Command {
    private static final int LONGEST_NAME = 15;
    private static final Set<String> OTHER_FAMILIES =
            Set.of("unix", "inet6", "ax25", "netrom", "rose", "ipx", "ddp", "ec", "ash", "x25");

    private final Function<NetNamespace, Interfaces> kernels;

    public IfconfigCommand(Function<NetNamespace, Interfaces> kernels) {
        this.kernels = kernels;
    }

    @Override
    public String name() {
        return "ifconfig";
    }

    @Override
    public String summary() {
        return "show and change devices and their addresses";
    }

    @Override
    public void run(Session session, List<String> words) {
        try {
            session.exit(new Run(session, kernels.apply(session.namespace())).run(words));
        } catch (CommandFailure failure) {
            session.err(failure.text());
            session.exit(failure.status());
        }
    }

    static String clipped(String name) {
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    /// One run and its options.
    private static final class Run {
        private final Session session;
        private final Interfaces interfaces;
        private boolean all;
        private boolean brief;

        Run(Session session, Interfaces interfaces) {
            this.session = session;
            this.interfaces = interfaces;
        }

        int run(List<String> words) {
            int at = 0;
            while (at < words.size() && words.get(at).startsWith("-")) {
                readOption(words.get(at++));
            }
            if (at == words.size()) {
                return showAll();
            }
            String name = clipped(words.get(at++));
            List<String> rest = words.subList(at, words.size());
            if (rest.isEmpty()) {
                return show(name);
            }
            if (OTHER_FAMILIES.contains(rest.getFirst())) {
                return otherFamily(rest);
            }
            boolean inet = rest.getFirst().equals("inet");
            return new IfconfigChange(session, interfaces, name, inet ? rest.subList(1, rest.size()) : rest).run();
        }

        private void readOption(String word) {
            switch (word) {
                case "-a" -> all = true;
                case "-s" -> brief = true;
                case "-v" -> {}
                case "-V", "-version", "--version" -> {
                    session.out("net-tools 2.10\n");
                    throw CommandFailure.exit(0, "");
                }
                case "-?", "-h", "--help" -> throw IfconfigUsage.HELP.help(session);
                default ->
                    throw CommandFailure.exit(
                            1,
                            "ifconfig: option `" + word + "' not recognised.\n"
                                    + "ifconfig: `--help' gives usage information.\n");
            }
        }

        /// Only IPv4 has addresses that can be given in this way here.
        private static int otherFamily(List<String> rest) {
            if (rest.size() == 1) {
                return 0;
            }
            if (rest.getFirst().equals("inet6")) {
                throw CommandFailure.exit(1, "No support for INET6 on this system.\n");
            }
            throw CommandFailure.exit(1, "ifconfig: Cannot set address for this protocol family.\n");
        }

        private int showAll() {
            session.out(brief ? IfconfigListing.HEADER : "");
            List<String> names = new ArrayList<>(interfaces.names());
            names.sort(NaturalOrder.INSTANCE);
            for (String name : names) {
                Interface shown = interfaces.get(name);
                if (all || shown.has(InterfaceFlag.UP.bit)) {
                    print(shown);
                }
            }
            return 0;
        }

        private int show(String name) {
            session.out(brief ? IfconfigListing.HEADER : "");
            try {
                print(interfaces.get(name));
                return 0;
            } catch (KernelError error) {
                session.err(name + ": error fetching interface information: Device not found\n");
                return 1;
            }
        }

        private void print(Interface shown) {
            session.out(brief ? IfconfigListing.row(shown) : IfconfigListing.full(shown));
        }
    }
}
