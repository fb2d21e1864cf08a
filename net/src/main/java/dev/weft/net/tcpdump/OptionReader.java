package dev.weft.net.tcpdump;

import dev.weft.core.capture.DataLink;
import dev.weft.core.command.CommandFailure;
import dev.weft.core.command.GetOpt;
import dev.weft.core.command.GetOpt.Long;
import dev.weft.net.tcpdump.TcpdumpOptions.Action;
import dev.weft.net.tcpdump.TcpdumpOptions.Direction;
import dev.weft.net.tcpdump.print.PrintOptions;
import dev.weft.net.tcpdump.print.TimeStamp;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads tcpdump's options, with its own complaints.
final class OptionReader {
    private static final String SHORT = "AbB:c:C:dDeE:fF:G:hHi:IJj:KlLm:M:nNOpqQ:r:s:StT:uUvV:w:W:xXy:Yz:Z:#";
    private static final Pattern LEADING_NUMBER = Pattern.compile("-?[0-9]{1,9}");
    private static final int VERSION = 128;
    private static final int PRECISION = 129;
    private static final int IMMEDIATE = 130;
    private static final int PRINT = 131;
    private static final int COUNT_ONLY = 132;
    private static final int MICRO = 133;
    private static final int NANO = 134;

    private static final List<Long> LONG = List.of(
            Long.with("buffer-size", 'B'),
            Long.flag("list-interfaces", 'D'),
            Long.flag("help", 'h'),
            Long.with("interface", 'i'),
            Long.flag("monitor-mode", 'I'),
            Long.with("time-stamp-type", 'j'),
            Long.flag("list-time-stamp-types", 'J'),
            Long.flag("micro", MICRO),
            Long.flag("nano", NANO),
            Long.flag("dont-verify-checksums", 'K'),
            Long.flag("list-data-link-types", 'L'),
            Long.flag("no-optimize", 'O'),
            Long.flag("no-promiscuous-mode", 'p'),
            Long.with("direction", 'Q'),
            Long.with("snapshot-length", 's'),
            Long.flag("absolute-tcp-sequence-numbers", 'S'),
            Long.flag("packet-buffered", 'U'),
            Long.with("linktype", 'y'),
            Long.flag("immediate-mode", IMMEDIATE),
            Long.flag("debug-filter-parser", 'Y'),
            Long.with("relinquish-privileges", 'Z'),
            Long.flag("count", COUNT_ONLY),
            Long.flag("number", '#'),
            Long.flag("print", PRINT),
            Long.flag("version", VERSION),
            Long.with("time-stamp-precision", PRECISION));

    private static final TimeStamp[] TIMES = {
        TimeStamp.CLOCK,
        TimeStamp.NONE,
        TimeStamp.EPOCH,
        TimeStamp.SINCE_PREVIOUS,
        TimeStamp.DATE,
        TimeStamp.SINCE_FIRST
    };

    private final String program;
    private final ZoneId zone;

    private Action action = Action.CAPTURE;
    private @Nullable String device;
    private @Nullable String readFile;
    private @Nullable String writeFile;
    private @Nullable String filterFile;
    private @Nullable DataLink link;
    private long count;
    private boolean countOnly;
    private boolean printToo;
    private int snapLength = TcpdumpOptions.MAXIMUM_SNAP_LENGTH;
    private Direction direction = Direction.BOTH;
    private boolean promiscuous = true;
    private boolean foreign;
    private boolean monitor;
    private boolean numeric;
    private boolean showLink;
    private int verbosity;
    private boolean quiet;
    private int times;
    private boolean nanoseconds;
    private int hex;
    private int hexAndText;
    private int text;
    private boolean absoluteSequence;
    private boolean noChecksums;
    private boolean numbered;
    private boolean bareHostNames;
    private boolean asDot;

    OptionReader(String program, ZoneId zone) {
        this.program = program;
        this.zone = zone;
    }

    /// @throws CommandFailure with what tcpdump says and its status; also for `--help`, with status 0 and no text
    TcpdumpOptions read(List<String> words) {
        GetOpt options = new GetOpt(program, SHORT, LONG, words);
        for (int option = options.next(); option != GetOpt.END; option = options.next()) {
            if (option == GetOpt.WRONG) {
                throw CommandFailure.exit(1, options.error() + TcpdumpUsage.USAGE);
            }
            take(option, options.hasArgument() ? options.argument() : "");
        }
        if (times > 5) {
            throw failure("only -t, -tt, -ttt, -tttt and -ttttt are supported");
        }
        if (foreign && readFile != null) {
            throw failure("-f can not be used with -V or -r");
        }
        String name = device;
        if (monitor && readFile == null) {
            throw failure((name == null ? "any" : name) + ": That device doesn't support monitor mode");
        }
        String expression = String.join(" ", options.operands());
        return new TcpdumpOptions(
                action,
                device,
                readFile,
                writeFile,
                count,
                countOnly,
                printToo,
                snapLength,
                direction,
                promiscuous,
                link,
                filterFile,
                expression,
                printOptions());
    }

    private PrintOptions printOptions() {
        return new PrintOptions(
                numeric,
                showLink,
                verbosity,
                quiet,
                TIMES[times],
                nanoseconds,
                zone,
                hex,
                hexAndText,
                text,
                absoluteSequence,
                noChecksums,
                numbered,
                bareHostNames,
                asDot);
    }

    private CommandFailure failure(String message) {
        return CommandFailure.exit(1, program + ": " + message + "\n");
    }

    private void take(int option, String argument) {
        switch (option) {
            case 'A' -> text++;
            case 'b' -> asDot = true;
            case 'B' -> bufferSize(argument);
            case 'c' -> count = count(argument);
            case 'D' -> action = Action.LIST_DEVICES;
            case 'e' -> showLink = true;
            case 'f' -> foreign = true;
            case 'F' -> filterFile = argument;
            case 'h' -> throw CommandFailure.exit(0, TcpdumpUsage.USAGE);
            case 'i' -> device = argument;
            case 'I' -> monitor = true;
            case 'j' -> timeStampType(argument);
            case 'J' -> action = Action.LIST_TIME_STAMP_TYPES;
            case 'K' -> noChecksums = true;
            case 'L' -> action = Action.LIST_LINK_TYPES;
            case 'n' -> numeric = true;
            case 'N' -> bareHostNames = true;
            case 'p' -> promiscuous = false;
            case 'q' -> quiet = true;
            case 'Q' -> direction = direction(argument);
            case 'r' -> readFile = argument;
            case 's' -> snapLength = snapLength(argument);
            case 'S' -> absoluteSequence = true;
            case 't' -> times = Math.min(times + 1, TIMES.length);
            case 'v' -> verbosity++;
            case 'w' -> writeFile = argument;
            case 'x' -> hex++;
            case 'X' -> hexAndText++;
            case 'y' ->
                link = DataLink.ofName(argument).orElseThrow(() -> failure("invalid data link type " + argument));
            case '#' -> numbered = true;
            case VERSION -> throw CommandFailure.exit(0, TcpdumpUsage.VERSION);
            case PRECISION -> nanoseconds = precision(argument);
            case MICRO -> nanoseconds = false;
            case NANO -> nanoseconds = true;
            case PRINT -> printToo = true;
            case COUNT_ONLY -> countOnly = true;
            case 'H', 'l', 'm', 'O', 'u', 'U', 'Y', 'Z', IMMEDIATE -> {} // nothing here depends on them
            case 'C', 'd', 'E', 'G', 'M', 'T', 'V', 'W', 'z' ->
                throw failure("-" + (char) option + " is not supported");
            default -> throw new IllegalStateException("option " + option);
        }
    }

    private void bufferSize(String argument) {
        if (leadingNumber(argument) <= 0) {
            throw failure("invalid packet buffer size " + argument);
        }
    }

    /// The number at the beginning of a word, as atoi(3) reads it.
    private static int leadingNumber(String word) {
        Matcher matcher = LEADING_NUMBER.matcher(word);
        return matcher.lookingAt() ? Integer.parseInt(matcher.group()) : 0;
    }

    private int count(String argument) {
        int number = leadingNumber(argument);
        if (number <= 0) {
            throw failure("invalid packet count " + argument);
        }
        return number;
    }

    private void timeStampType(String argument) {
        if (!argument.equals("host")) {
            throw failure("invalid time stamp type " + argument);
        }
    }

    private Direction direction(String argument) {
        return switch (argument) {
            case "in" -> Direction.IN;
            case "out" -> Direction.OUT;
            case "inout" -> Direction.BOTH;
            default -> throw failure("unknown capture direction `" + argument + "'");
        };
    }

    private int snapLength(String argument) {
        int length;
        try {
            length = Integer.decode(argument);
        } catch (NumberFormatException wrong) {
            length = -1;
        }
        if (length < 0 || length > TcpdumpOptions.MAXIMUM_SNAP_LENGTH) {
            throw failure("invalid snaplen " + argument + " (must be >= 0 and <= " + TcpdumpOptions.MAXIMUM_SNAP_LENGTH
                    + ")");
        }
        return length == 0 ? TcpdumpOptions.MAXIMUM_SNAP_LENGTH : length;
    }

    private boolean precision(String argument) {
        return switch (argument) {
            case "micro" -> false;
            case "nano" -> true;
            default -> throw failure("unsupported time stamp precision");
        };
    }
}
