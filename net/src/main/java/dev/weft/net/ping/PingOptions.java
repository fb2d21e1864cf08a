package dev.weft.net.ping;

import dev.weft.core.command.CommandFailure;
import dev.weft.core.command.GetOpt;
import dev.weft.core.wire.Ip4Address;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The options of one ping, as ping(8) of iputils 20221126 reads them.
final class PingOptions {
    private static final String LETTERS = "h?4bRT:6F:N:3aABc:CdDe:fi:I:l:Lm:M:nOp:qQ:rs:S:t:UvVw:W:";
    private static final int MOST_PATTERN_BYTES = 16;
    private static final double DEFAULT_LINGER_SECONDS = 10;
    private static final int MOST_PRELOAD = 65536;

    private static final Pattern REAL = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
    private static final Pattern TOO_LARGE = Pattern.compile("[+-]?[0-9]{19,}");

    /// How packets treat the path's MTU (`-M`).
    enum PathMtu {
        DEFAULT,
        DO,
        DONT,
        WANT
    }

    /// The IP timestamp option (`-T`).
    enum Timestamps {
        NONE,
        TSONLY,
        TSANDADDR
    }

    long count;
    double intervalSeconds = 1;
    boolean intervalGiven;
    double lingerSeconds = DEFAULT_LINGER_SECONDS;
    long deadlineSeconds;
    int dataBytes = 56;
    int ttl = -1;
    int tos;
    int mark;
    int preload = 1;
    int identifier = -1;
    byte[] pattern = new byte[0];
    boolean patternGiven;
    boolean adaptive;
    boolean audible;
    boolean broadcast;
    boolean flood;
    boolean noLoopback;
    boolean numeric;
    boolean outstanding;
    boolean quiet;
    boolean recordRoute;
    boolean timestamp;
    boolean verbose;
    boolean version;
    boolean ipv6;
    PathMtu pathMtu = PathMtu.DEFAULT;
    Timestamps timestamps = Timestamps.NONE;

    /// The address of `-I`.
    @Nullable
    String source;

    /// The device of `-I`.
    @Nullable
    String device;

    String target = "";

    private final String program;
    private final Consumer<String> warnings;

    private PingOptions(String program, Consumer<String> warnings) {
        this.program = program;
        this.warnings = warnings;
    }

    /// @param warnings gets what is complained about without ending the command
    /// @throws CommandFailure with ping's own words when the command line is wrong
    static PingOptions read(String program, List<String> words, Consumer<String> warnings) {
        PingOptions options = new PingOptions(program, warnings);
        GetOpt reader = new GetOpt(program, LETTERS, List.of(), words);
        for (int letter = reader.next(); letter != GetOpt.END; letter = reader.next()) {
            options.take(letter, reader);
        }
        if (options.version) {
            return options;
        }
        if (reader.operands().isEmpty()) {
            throw options.failure(1, "usage error: Destination address required");
        }
        options.target = reader.operands().getLast();
        return options;
    }

    private void take(int letter, GetOpt reader) {
        switch (letter) {
            case '4' -> ipv6 = false;
            case '6' -> ipv6 = true;
            case 'a' -> audible = true;
            case 'A' -> adaptive = true;
            case 'b' -> broadcast = true;
            case 'D' -> timestamp = true;
            case 'f' -> flood = true;
            case 'L' -> noLoopback = true;
            case 'n' -> numeric = true;
            case 'O' -> outstanding = true;
            case 'q' -> quiet = true;
            case 'R' -> recordRoute();
            case 'v' -> verbose = true;
            case 'B', 'C', 'd', 'r', 'U', '3' -> {}
            case 'h' -> throw CommandFailure.exit(2, PingUsage.TEXT);
            case 'V' -> version = true;
            case GetOpt.WRONG -> throw CommandFailure.exit(2, reader.error() + PingUsage.TEXT);
            default -> takeArgument(letter, reader.argument());
        }
    }

    private void takeArgument(int letter, String argument) {
        switch (letter) {
            case 'c' -> count = number(argument, 1, Long.MAX_VALUE);
            case 'e' -> identifier = (int) number(argument, 0, 65535);
            case 'i' -> interval(argument);
            case 'I' -> place(argument);
            case 'l' -> preload(argument);
            case 'm' -> mark = (int) number(argument, 0, Integer.MAX_VALUE);
            case 'M' -> pathMtu(argument);
            case 'p' -> pattern(argument);
            case 'Q' -> tos(argument);
            case 's' -> dataBytes = (int) number(argument, 0, Integer.MAX_VALUE);
            case 'S' -> number(argument, 1, Integer.MAX_VALUE);
            case 't' -> ttl(argument);
            case 'T' -> timestamps(argument);
            case 'w' -> deadlineSeconds = number(argument, 0, Integer.MAX_VALUE);
            case 'W' -> linger(argument);
            case 'F', 'N' -> ipv6 = true;
            default -> throw new IllegalStateException("unread option " + (char) letter);
        }
    }

    private void recordRoute() {
        if (timestamps != Timestamps.NONE) {
            throw failure(2, "only one of -T or -R may be used");
        }
        recordRoute = true;
    }

    private void timestamps(String argument) {
        if (recordRoute) {
            throw failure(2, "only one of -T or -R may be used");
        }
        timestamps = switch (argument) {
            case "tsonly" -> Timestamps.TSONLY;
            case "tsandaddr" -> Timestamps.TSANDADDR;
            default -> throw failure(2, "invalid timestamp type: " + argument);
        };
    }

    /// `-I` takes an address or a device; given twice, both.
    private void place(String argument) {
        if (Ip4Address.parse(argument).isPresent()) {
            source = argument;
        } else {
            device = argument;
        }
    }

    /// A number as strtol(3) reads it, cut to the byte that the header has room for.
    private void tos(String argument) {
        long value;
        try {
            value = Long.decode(argument);
        } catch (NumberFormatException e) {
            throw failure(2, "bad TOS value: " + argument);
        }
        if (value > 255) {
            throw failure(2, "the decimal value of TOS bits must be in range 0-255: " + value);
        }
        tos = (int) value & 0xff;
    }

    private void ttl(String argument) {
        ttl = (int) number(argument, 0, 255);
        if (ttl == 0) {
            throw failure(2, "cannot set unicast time-to-live: Invalid argument");
        }
    }

    private void interval(String argument) {
        double seconds = real(argument);
        if (seconds >= Integer.MAX_VALUE / 1000.0) {
            throw failure(2, "bad timing interval: " + argument);
        }
        intervalSeconds = Math.max(0, seconds);
        intervalGiven = true;
    }

    private void linger(String argument) {
        double seconds = real(argument);
        if (seconds < 0 || seconds > Integer.MAX_VALUE / 1_000_000.0) {
            throw failure(2, "bad linger time: " + argument);
        }
        lingerSeconds = seconds == 0 ? DEFAULT_LINGER_SECONDS : seconds;
    }

    private void preload(String argument) {
        preload = (int) Math.min(number(argument, 1, MOST_PRELOAD), MOST_PRELOAD);
    }

    private void pathMtu(String argument) {
        pathMtu = switch (argument) {
            case "do" -> PathMtu.DO;
            case "dont" -> PathMtu.DONT;
            case "want" -> PathMtu.WANT;
            default -> throw failure(2, "invalid -M argument: " + argument);
        };
    }

    private void pattern(String argument) {
        for (int i = 0; i < argument.length(); i++) {
            if (!HexFormat.isHexDigit(argument.charAt(i))) {
                throw failure(2, "patterns must be specified as hex digits: " + argument);
            }
        }
        String even = argument.length() % 2 == 0
                ? argument
                : argument.substring(0, argument.length() - 1) + "0" + argument.charAt(argument.length() - 1);
        byte[] bytes = HexFormat.of().parseHex(even);
        patternGiven = true;
        pattern = bytes.length <= MOST_PATTERN_BYTES ? bytes : Arrays.copyOf(bytes, MOST_PATTERN_BYTES);
    }

    /// iputils' `strtol_or_err`: any base, within bounds.
    private long number(String text, long least, long most) {
        long value;
        try {
            value = Long.decode(text);
        } catch (NumberFormatException e) {
            boolean tooLarge = TOO_LARGE.matcher(text).matches();
            throw failure(1, "invalid argument: '" + text + "'" + (tooLarge ? ": Numerical result out of range" : ""));
        }
        if (value < least || value > most) {
            throw failure(1, "invalid argument: '" + text + "': out of range: " + least + " <= value <= " + most);
        }
        return value;
    }

    /// iputils' `ping_strtod`: the number at the start, and a complaint about what follows it.
    private double real(String text) {
        Matcher matcher = REAL.matcher(text);
        int end = matcher.lookingAt() ? matcher.end() : 0;
        if (end < text.length() || end == 0) {
            warnings.accept(program + ": option argument contains garbage: " + text.substring(end) + "\n");
            warnings.accept(program + ": this will become fatal error in the future\n");
        }
        try {
            return end == 0 ? 0 : Double.parseDouble(text.substring(0, end));
        } catch (NumberFormatException e) {
            throw failure(2, "bad number: " + text);
        }
    }

    private CommandFailure failure(int status, String text) {
        return CommandFailure.exit(status, program + ": " + text + "\n");
    }
}
