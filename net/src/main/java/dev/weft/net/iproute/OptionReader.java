package dev.weft.net.iproute;

import dev.weft.core.command.Args;
import dev.weft.core.command.CommandFailure;
import dev.weft.core.command.Numbers;
import java.util.function.Consumer;

/// Reads the options in front of the object, each as it comes: `-n` enters its namespace, `-V` and `-help` end the
/// command.
final class OptionReader {
    private final Tool tool;
    private final Consumer<String> enterNamespace;
    private final Consumer<String> print;
    private final IpOptions.Values values = new IpOptions.Values();

    /// @param enterNamespace called for each `-netns NAME`; fails when there is none of that name
    /// @param print          where `-V` prints
    OptionReader(Tool tool, Consumer<String> enterNamespace, Consumer<String> print) {
        this.tool = tool;
        this.enterNamespace = enterNamespace;
        this.print = print;
    }

    /// Takes every option; the cursor then stands on the object.
    IpOptions read(Args args) {
        while (args.hasNext() && args.peek().startsWith("-")) {
            String typed = args.next();
            if (typed.equals("--")) {
                break;
            }
            String word = typed.startsWith("--") ? typed.substring(1) : typed;
            set(find(word), word, args);
        }
        return values.build();
    }

    private IpOption find(String word) {
        for (IpOption option : tool.options()) {
            if (option.isMeantBy(word)) {
                return option;
            }
        }
        throw tool.unknownOption(word);
    }

    private void set(IpOption option, String word, Args args) {
        switch (option) {
            case LOOPS -> values.loops = loops(argument(args));
            case FAMILY -> values.family = family(argument(args));
            case INET -> values.family = AddressFamily.INET;
            case INET6 -> values.family = AddressFamily.INET6;
            case PACKET -> values.family = AddressFamily.PACKET;
            case MPLS -> values.family = AddressFamily.MPLS;
            case BRIDGE -> values.family = AddressFamily.BRIDGE;
            case HUMAN, HUMAN_READABLE -> values.human = true;
            case IEC -> values.iec = true;
            case STATS, STATISTICS -> values.statistics++;
            case DETAILS -> values.details++;
            case RESOLVE -> values.resolve = true;
            case ONELINE -> values.oneLine = true;
            case TIMESTAMP -> values.timestamp = longerTimestamp();
            case TSHORT -> values.timestamp = IpOptions.Timestamp.SHORT;
            case VERSION -> {
                print.accept(tool.version() + "\n");
                throw CommandFailure.exit(0, "");
            }
            case FORCE -> values.force = true;
            case BATCH -> values.batch = argument(args);
            case BRIEF -> values.brief = true;
            case JSON -> values.json = true;
            case PRETTY -> values.pretty = true;
            case RCVBUF -> checkReceiveBuffer(argument(args));
            case COMPRESSVLANS -> values.compressVlans = true;
            case COLOR -> values.color = colour(word);
            case HELP -> throw tool.help();
            case NETNS -> enterNamespace.accept(args.hasNext() ? args.next() : "(null)");
            case NUMERIC -> values.numeric = true;
            case ALL -> values.all = true;
            case ECHO -> values.echo = true;
        }
    }

    private String argument(Args args) {
        if (!args.hasNext()) {
            throw tool.help();
        }
        return args.next();
    }

    private AddressFamily family(String word) {
        if (word.equals("help")) {
            throw tool.help();
        }
        return AddressFamily.read(word).orElseThrow(() -> Args.invalid("invalid protocol family", word));
    }

    private static int loops(String word) {
        return (int) Numbers.signed(word, 10, 32).orElse(0);
    }

    private IpOptions.Timestamp longerTimestamp() {
        return values.timestamp == IpOptions.Timestamp.SHORT ? values.timestamp : IpOptions.Timestamp.LONG;
    }

    private static IpOptions.Color colour(String word) {
        IpOptions.Color color = IpOption.colour(word);
        return color == null ? IpOptions.Color.ALWAYS : color;
    }

    /// There is no netlink socket to size: the number is only looked at.
    private static void checkReceiveBuffer(String word) {
        if (Numbers.unsigned(word, 0, 32).isEmpty()) {
            throw CommandFailure.exit(255, "Invalid rcvbuf size '" + word + "'\n");
        }
    }
}
