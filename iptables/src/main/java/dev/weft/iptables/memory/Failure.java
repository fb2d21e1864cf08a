package dev.weft.iptables.memory;

/// Ends a command of the model: with the kernel's answer (status 1), with words that are not understood (2),
/// or with a table that does not exist (3).
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    static final String NO_SUCH = "No chain/target/match by that name.";
    static final String BAD_RULE = "Bad rule (does a matching rule exist in that chain?).";
    static final String INVALID = "Invalid argument. Run `dmesg' for more information.";

    private static final int KERNEL = 1;
    private static final int USAGE = 2;
    private static final int TABLE = 3;

    private final int status;
    private final boolean isBare;

    private Failure(int status, String message, boolean isBare) {
        super(message, null, false, false);
        this.status = status;
        this.isBare = isBare;
    }

    static Failure kernel(String message) {
        return new Failure(KERNEL, message, false);
    }

    static Failure usage(String format, Object... values) {
        return new Failure(USAGE, format.formatted(values), false);
    }

    /// One of the two messages that iptables prints without its own name before it.
    static Failure badArgument(String word) {
        return new Failure(USAGE, "Bad argument `%s'".formatted(word), true);
    }

    static Failure noTable(String table) {
        return new Failure(
                TABLE,
                "can't initialize iptables table `%s': Table does not exist (do you need to insmod?)\n".formatted(table)
                        + "Perhaps iptables or your kernel needs to be upgraded.",
                false);
    }

    int status() {
        return status;
    }

    boolean isKernel() {
        return status == KERNEL;
    }

    /// What the named command prints.
    String text(String command) {
        var said = isBare ? getMessage() : "%s %s: %s".formatted(command, InMemoryIptables.VERSION, getMessage());
        return switch (status) {
            case KERNEL -> "%s: %s\n".formatted(command, getMessage());
            case USAGE -> said + "\n" + help(command);
            default -> said + "\n";
        };
    }

    /// What the named restore command prints of a failure at a line.
    String text(String command, int line) {
        return isKernel()
                ? "%s: line %d failed\n".formatted(command, line)
                : "%s %s: %s\nError occurred at line: %d\n%s"
                        .formatted(command, InMemoryIptables.VERSION, getMessage(), line, help(command));
    }

    private static String help(String command) {
        return "Try `%1$s -h' or '%1$s --help' for more information.\n".formatted(command);
    }
}
