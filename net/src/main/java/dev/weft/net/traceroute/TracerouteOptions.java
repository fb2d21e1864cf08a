package dev.weft.net.traceroute;

import dev.weft.core.command.CommandFailure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The options of one traceroute, as traceroute(8) reads them.
final class TracerouteOptions {
    /// What the headers of IP and of UDP or ICMP take.
    static final int LEAST_BYTES = 28;

    private static final int MOST_BYTES = 65000;
    private static final int MOST_HOPS = 255;
    private static final int MOST_PROBES = 10;
    private static final int MILLIS_FROM = 10;

    /// What probes are made of.
    enum Method {
        DEFAULT,
        UDP,
        ICMP
    }

    Method method = Method.DEFAULT;
    boolean numeric;
    boolean dontFragment;
    boolean dontRoute;
    long firstHop = 1;
    long maxHops = 30;
    long perHop = 3;
    long simultaneous = 16;
    double waitSeconds = 5;
    double hereFactor = 3;
    double nearFactor = 10;
    double pauseSeconds;
    int port;
    int sourcePort;
    int tos;
    int mark;
    int packetBytes = 60;
    String device = "";

    OptionWords.@Nullable Word source;

    OptionWords.Word host = new OptionWords.Word("", "", 0);

    /// How many words the command line has.
    private final int count;

    private TracerouteOptions(int count) {
        this.count = count;
    }

    /// @throws CommandFailure with traceroute's own words when the command line is wrong or asks for help
    static TracerouteOptions read(List<String> words) {
        if (words.isEmpty()) {
            throw CommandFailure.exit(0, TracerouteUsage.TEXT);
        }
        TracerouteOptions options = new TracerouteOptions(words.size());
        List<OptionWords.Word> operands = OptionWords.read(words, options::take);
        options.operands(operands);
        options.check();
        return options;
    }

    /// The complaint about an unknown host.
    CommandFailure unknownHost(String reason) {
        return OptionWords.wrong(host.argument() + ": " + reason + "\nCannot handle \"host\" cmdline arg `"
                + host.argument() + "' on position 1 (argc " + host.position() + ")");
    }

    private void take(String option, OptionWords.Word word) {
        switch (option) {
            case "4", "d", "e", "l" -> {}
            case "F" -> dontFragment = true;
            case "I" -> method = Method.ICMP;
            case "U" -> method = Method.UDP;
            case "n" -> numeric = true;
            case "r" -> dontRoute = true;
            case "f" -> firstHop = number(word);
            case "m" -> maxHops = number(word);
            case "N" -> simultaneous = number(word);
            case "q" -> perHop = number(word);
            case "p" -> port = (int) number(word) & 0xffff;
            case "t" -> tos = (int) number(word) & 0xff;
            case "fwmark" -> mark = (int) number(word);
            case "sport" -> sourcePort(word);
            case "i" -> device = word.argument();
            case "s" -> source = word;
            case "w" -> waits(word);
            case "z" -> pauseSeconds = seconds(word, word.argument());
            case "M" -> module(word);
            case "V" -> throw CommandFailure.exit(0, TracerouteUsage.VERSION);
            case "help" -> throw CommandFailure.exit(0, TracerouteUsage.TEXT);
            default -> throw OptionWords.wrong("traceroute: `" + word.option() + "' is not supported here");
        }
    }

    private void sourcePort(OptionWords.Word word) {
        sourcePort = (int) number(word) & 0xffff;
        simultaneous = 1;
    }

    private void module(OptionWords.Word word) {
        method = switch (word.argument()) {
            case "default" -> Method.DEFAULT;
            case "udp" -> Method.UDP;
            case "icmp" -> Method.ICMP;
            case "tcp", "tcpconn", "udplite", "dccp", "raw" ->
                throw OptionWords.wrong("traceroute: module `" + word.argument() + "' is not supported here");
            default -> throw OptionWords.wrong("Unknown traceroute module " + word.argument());
        };
    }

    private void waits(OptionWords.Word word) {
        String[] parts = word.argument().split(",", -1);
        if (parts.length > 3) {
            throw word.unusable();
        }
        waitSeconds = seconds(word, parts[0]);
        hereFactor = parts.length > 1 ? seconds(word, parts[1]) : 0;
        nearFactor = parts.length > 2 ? seconds(word, parts[2]) : 0;
    }

    private void operands(List<OptionWords.Word> operands) {
        if (operands.isEmpty()) {
            throw OptionWords.wrong("Specify \"host\" missing argument.");
        }
        host = operands.getFirst();
        if (operands.size() > 1) {
            OptionWords.Word length = operands.get(1);
            try {
                packetBytes = (int) Math.clamp(Long.decode(length.argument()), 0, Integer.MAX_VALUE);
            } catch (NumberFormatException e) {
                throw OptionWords.wrong("Cannot handle \"packetlen\" cmdline arg `" + length.argument()
                        + "' on position 2 (argc " + length.position() + ")");
            }
        }
        if (operands.size() > 2) {
            throw OptionWords.wrong("Extra arg `" + operands.get(2).argument() + "' (position 3, argc " + count + ")");
        }
    }

    private void check() {
        require(maxHops <= MOST_HOPS, "max hops cannot be more than " + MOST_HOPS);
        require(firstHop >= 1 && firstHop <= maxHops, "first hop out of range");
        require(perHop >= 1 && perHop <= MOST_PROBES, "no more than " + MOST_PROBES + " probes per hop");
        require(
                waitSeconds >= 0 && hereFactor >= 0 && nearFactor >= 0,
                "bad wait specifications `" + plain(waitSeconds) + "," + plain(hereFactor) + "," + plain(nearFactor)
                        + "' used");
        require(packetBytes <= MOST_BYTES, "too big packetlen " + packetBytes + " specified");
        require(pauseSeconds >= 0, "bad sendtime `" + plain(pauseSeconds) + "' specified");
        packetBytes = Math.max(packetBytes, LEAST_BYTES);
        simultaneous = Math.max(simultaneous, 1);
        pauseSeconds = pauseSeconds >= MILLIS_FROM ? pauseSeconds / 1000 : pauseSeconds;
    }

    private static void require(boolean right, String complaint) {
        if (!right) {
            throw OptionWords.wrong(complaint);
        }
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    /// An unsigned number as strtoul(3) reads it, in any base.
    private static long number(OptionWords.Word word) {
        try {
            return Long.decode(word.argument()) & 0xffff_ffffL;
        } catch (NumberFormatException e) {
            throw word.unusable();
        }
    }

    private static double seconds(OptionWords.Word word, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw word.unusable();
        }
    }
}
