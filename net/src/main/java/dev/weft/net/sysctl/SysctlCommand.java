package dev.weft.net.sysctl;

import dev.weft.core.command.Command;
import dev.weft.core.command.GetOpt;
import dev.weft.core.command.GetOpt.Argument;
import dev.weft.core.command.GetOpt.Long;
import dev.weft.core.command.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// `sysctl` as procps-ng 4.0.2 has it, over the settings of the session's namespace. Settings outside of `net` are the
/// machine's own, reached by the caller's own rights.
public final class SysctlCommand implements Command {
    private static final String DEFAULT_FILE = "/etc/sysctl.conf";

    private static final List<Long> LONG = List.of(
            Long.flag("all", 'a'),
            Long.flag("deprecated", 'D'),
            Long.flag("dry-run", 'R'),
            Long.flag("binary", 'b'),
            Long.flag("ignore", 'e'),
            Long.flag("names", 'N'),
            Long.flag("values", 'n'),
            new Long("load", Argument.OPTIONAL, 'p'),
            Long.flag("quiet", 'q'),
            Long.flag("write", 'w'),
            Long.flag("system", 'S'),
            Long.with("pattern", 'r'),
            Long.flag("help", 'h'),
            Long.flag("version", 'V'));

    private static final String USAGE = """

        Usage:
         sysctl [options] [variable[=value] ...]

        Options:
          -a, --all            display all variables
          -A                   alias of -a
          -X                   alias of -a
              --deprecated     include deprecated parameters to listing
              --dry-run        Print the key and values but do not write
          -b, --binary         print value without new line
          -e, --ignore         ignore unknown variables errors
          -N, --names          print variable names without values
          -n, --values         print only values of the given variable(s)
          -p, --load[=<file>]  read values from file
          -f                   alias of -p
              --system         read values from all system directories
          -r, --pattern <expression>
                               select setting that match expression
          -q, --quiet          do not echo variable set
          -w, --write          enable writing a value to variable
          -o                   does nothing
          -x                   does nothing
          -d                   alias of -h

         -h, --help     display this help and exit
         -V, --version  output version information and exit

        For more details see sysctl(8).
        """;

    @Override
    public String name() {
        return "sysctl";
    }

    @Override
    public String summary() {
        return "read and change the kernel's settings of this namespace";
    }

    /// What the options ask for; the last of them that names one counts, but `-a` before all.
    private static final class Request {
        boolean all;
        boolean load;
        boolean system;
        boolean deprecated;
        boolean dryRun;
        boolean ignoreUnknown;
        boolean names;
        boolean showsName = true;
        boolean showsLineEnd = true;
        boolean quiet;
        boolean write;
        Predicate<String> matching = name -> true;
        final List<String> files = new ArrayList<>();

        SysctlOptions options(List<String> operands) {
            return new SysctlOptions(
                    deprecated,
                    dryRun,
                    ignoreUnknown,
                    names,
                    showsName,
                    showsLineEnd,
                    quiet,
                    write,
                    matching,
                    operands);
        }
    }

    @Override
    public void run(Session session, List<String> words) {
        if (words.isEmpty()) {
            end(session, 1, "", USAGE);
            return;
        }
        Request request = new Request();
        GetOpt reader = new GetOpt(session.program(), "bneNwfp::qoxaAXr:Vdh", LONG, words);
        for (int option = reader.next(); option != GetOpt.END; option = reader.next()) {
            switch (option) {
                case 'h', 'd' -> {
                    end(session, 0, USAGE, "");
                    return;
                }
                case 'V' -> {
                    end(session, 0, "sysctl from procps-ng 4.0.2\n", "");
                    return;
                }
                case GetOpt.WRONG -> {
                    end(session, 0, USAGE, reader.error());
                    return;
                }
                default -> read(request, option, reader);
            }
        }
        start(session, request, reader.operands());
    }

    private static void read(Request request, int option, GetOpt reader) {
        switch (option) {
            case 'a', 'A', 'X' -> request.all = true;
            case 'b' -> {
                request.showsName = false;
                request.showsLineEnd = false;
            }
            case 'D' -> request.deprecated = true;
            case 'e' -> request.ignoreUnknown = true;
            case 'f' -> request.load = true;
            case 'n' -> request.showsName = false;
            case 'N' -> {
                request.names = true;
                request.showsName = false;
            }
            case 'p' -> {
                request.load = true;
                if (reader.hasArgument()) {
                    request.files.add(reader.argument());
                }
            }
            case 'q' -> request.quiet = true;
            case 'r' -> request.matching = pattern(reader.argument());
            case 'R' -> request.dryRun = true;
            case 'S' -> request.system = true;
            case 'w' -> request.write = true;
            default -> {} // -o and -x do nothing
        }
    }

    private static Predicate<String> pattern(String expression) {
        try {
            return Pattern.compile(expression).asPredicate();
        } catch (PatternSyntaxException e) {
            return name -> false;
        }
    }

    private static void start(Session session, Request request, List<String> operands) {
        if (request.names && request.quiet) {
            fail(session, "options -N and -q cannot coexist");
            return;
        }
        SysctlRun run = new SysctlRun(session, request.options(operands));
        if (request.all) {
            run.showAll();
        } else if (request.system) {
            session.out("* Applying " + DEFAULT_FILE + " ...\n");
            run.load(List.of(DEFAULT_FILE));
        } else if (request.load) {
            request.files.addAll(operands);
            run.load(request.files.isEmpty() ? List.of(DEFAULT_FILE) : request.files);
        } else if (operands.isEmpty()) {
            fail(session, "no variables specified");
        } else {
            run.readAndWrite();
        }
    }

    private static void fail(Session session, String text) {
        String program = session.program();
        end(session, 1, "", program + ": " + text + "\nTry `" + program + " --help' for more information.\n");
    }

    private static void end(Session session, int status, String out, String err) {
        session.out(out);
        session.err(err);
        session.exit(status);
    }
}
