package dev.weft.core.command;

/// The end of a command that failed: its exit status and exactly what it says on standard error.
///
/// Thrown on the control path only and without a stack trace: it is an outcome, not a defect.
public final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final boolean exit;

    private CommandFailure(int status, String text, boolean exit) {
        super(text, null, false, false);
        this.status = status;
        this.exit = exit;
    }

    /// The command failed and its caller goes on: the next line of a `-force -batch` file still runs.
    public static CommandFailure failed(int status, String text) {
        return new CommandFailure(status, text, false);
    }

    /// The tool calls exit(3) on the spot, which ends a batch file too, forced or not.
    public static CommandFailure exit(int status, String text) {
        return new CommandFailure(status, text, true);
    }

    public int status() {
        return status;
    }

    /// What goes to standard error, with its line ends; empty when all is said already.
    public String text() {
        String text = super.getMessage();
        return text == null ? "" : text;
    }

    /// Does it end the whole tool, a batch included?
    public boolean isExit() {
        return exit;
    }
}
