package dev.weft.net.netfilter.iptables;

import dev.weft.core.command.GetOpt;
import dev.weft.core.command.Session;
import dev.weft.net.names.HostNames;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// `iptables-restore` and `ip6tables-restore` (iptables-restore(8)): the command line and the file.
final class RestoreCommand {
    /// What the options ask for.
    ///
    /// @param table the only one that is wanted; empty for all
    record Options(boolean counters, boolean verbose, boolean test, boolean noFlush, String table) {}

    private final Tool tool;
    private final Extensions extensions;
    private final Session session;

    RestoreCommand(Tool tool, Extensions extensions, Session session) {
        this.tool = tool;
        this.extensions = extensions;
        this.session = session;
    }

    void run(List<String> words) {
        GetOpt options = new GetOpt(
                session.program(),
                tool.isLegacy() ? "bcvVthnwWM:T:" : "bcvVthnM:T:46wW",
                List.of(
                        GetOpt.Long.flag("counters", 'c'),
                        GetOpt.Long.flag("verbose", 'v'),
                        GetOpt.Long.flag("version", 'V'),
                        GetOpt.Long.flag("test", 't'),
                        GetOpt.Long.flag("help", 'h'),
                        GetOpt.Long.flag("noflush", 'n'),
                        new GetOpt.Long("wait", GetOpt.Argument.OPTIONAL, 'w'),
                        new GetOpt.Long("wait-interval", GetOpt.Argument.OPTIONAL, 'W'),
                        GetOpt.Long.with("modprobe", 'M'),
                        GetOpt.Long.with("table", 'T'),
                        GetOpt.Long.flag("ipv4", '4'),
                        GetOpt.Long.flag("ipv6", '6')),
                words);
        boolean counters = false;
        boolean verbose = false;
        boolean test = false;
        boolean noFlush = false;
        boolean waits = false;
        String table = "";
        for (int option = options.next(); option != GetOpt.END; option = options.next()) {
            switch (option) {
                case 'c' -> counters = true;
                case 'v' -> verbose = true;
                case 't' -> test = true;
                case 'n' -> noFlush = true;
                case 'T' -> table = options.argument();
                case 'w' -> waits = true;
                case 'V' -> {
                    session.out(tool.nameAndVersion() + "\n");
                    session.exit(0);
                    return;
                }
                case 'h' -> {
                    session.err(Help.restore(tool));
                    session.exit(0);
                    return;
                }
                case GetOpt.WRONG -> {
                    session.err(options.error() + "Try `" + tool.name() + " -h' for more information.\n");
                    session.exit(1);
                    return;
                }
                default -> {
                    // -b, -M, -W: nothing to do
                }
            }
        }
        List<String> operands = withoutSeconds(options.operands(), waits);
        if (operands.size() > 1) {
            session.err("Unknown arguments found on commandline\n");
            session.exit(1);
            return;
        }
        read(operands.isEmpty() ? "-" : operands.getFirst(), new Options(counters, verbose, test, noFlush, table));
    }

    /// `-w 5`: the seconds stand as a word of their own.
    private static List<String> withoutSeconds(List<String> operands, boolean waits) {
        boolean seconds = waits && !operands.isEmpty() && operands.getFirst().matches("[0-9]+");
        return seconds ? operands.subList(1, operands.size()) : operands;
    }

    private void read(String file, Options options) {
        HostNames.load(
                session,
                hosts -> session.readFile(file, result -> {
                    switch (result) {
                        case Session.FileResult.Content(byte[] bytes) ->
                            restore(new String(bytes, StandardCharsets.UTF_8), hosts, options);
                        case Session.FileResult.Failed(int errno, String message) -> {
                            session.err("Can't open " + file + ": " + message + "\n");
                            session.exit(1);
                        }
                    }
                }));
    }

    private void restore(String text, HostNames hosts, Options options) {
        Output output = new Output();
        int status = new Restore(tool, extensions, session.namespace(), hosts, options, output).run(text);
        session.out(output.out());
        session.err(output.err());
        session.exit(status);
    }
}
