package dev.weft.net.hostname;

import dev.weft.core.command.Command;
import dev.weft.core.command.CommandFailure;
import dev.weft.core.command.GetOpt;
import dev.weft.core.command.Session;
import java.util.List;

/// `hostname` 3.23, by each of its names: `domainname` is `hostname -y`, `dnsdomainname` is `hostname -d`.
public final class HostnameCommand implements Command {
    /// Every name of the program.
    public static final List<String> NAMES =
            List.of("hostname", "dnsdomainname", "domainname", "nisdomainname", "ypdomainname");

    private static final List<GetOpt.Long> LONG_OPTIONS = List.of(
            GetOpt.Long.flag("domain", 'd'),
            GetOpt.Long.flag("boot", 'b'),
            GetOpt.Long.with("file", 'F'),
            GetOpt.Long.flag("fqdn", 'f'),
            GetOpt.Long.flag("all-fqdns", 'A'),
            GetOpt.Long.flag("help", 'h'),
            GetOpt.Long.flag("long", 'f'),
            GetOpt.Long.flag("short", 's'),
            GetOpt.Long.flag("version", 'V'),
            GetOpt.Long.flag("alias", 'a'),
            GetOpt.Long.flag("ip-address", 'i'),
            GetOpt.Long.flag("all-ip-addresses", 'I'),
            GetOpt.Long.flag("nis", 'y'),
            GetOpt.Long.flag("yp", 'y'));

    private final String name;

    public HostnameCommand(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String summary() {
        return switch (name) {
            case "hostname" -> "show and set the host's name";
            case "dnsdomainname" -> "show the DNS domain of the host's name";
            default -> "show and set the NIS domain";
        };
    }

    @Override
    public void run(Session session, List<String> words) {
        HostnameRun run = new HostnameRun(session);
        run.attempt(() -> read(run, session, words));
    }

    private void read(HostnameRun run, Session session, List<String> words) {
        GetOpt options = new GetOpt(session.program(), "aAdfbF:h?iIsVy", LONG_OPTIONS, words);
        String file = "";
        boolean boot = false;
        int show = meant();
        for (int option = options.next(); option != GetOpt.END; option = options.next()) {
            switch (option) {
                case 'b' -> boot = true;
                case 'F' -> file = options.argument();
                case 'V' -> {
                    session.out("hostname 3.23\n");
                    throw CommandFailure.exit(0, "");
                }
                case 'h', GetOpt.WRONG -> {
                    session.out(HostnameUsage.TEXT);
                    throw CommandFailure.exit(255, options.error());
                }
                default -> show = option;
            }
        }
        boolean sets = show == 0 || show == 'y';
        List<String> operands = options.operands();
        if (operands.size() > 1 || !sets && !operands.isEmpty()) {
            throw CommandFailure.exit(255, HostnameUsage.TEXT);
        }
        if (sets && !file.isEmpty()) {
            run.setFromFile(show, file, boot);
        } else if (!operands.isEmpty()) {
            run.set(show, operands.getFirst());
        } else {
            run.show(show);
        }
    }

    /// The option that the program's name stands for.
    private int meant() {
        return switch (name) {
            case "dnsdomainname" -> 'd';
            case "domainname", "nisdomainname", "ypdomainname" -> 'y';
            default -> 0;
        };
    }
}
