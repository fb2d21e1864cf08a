package dev.weft.net.netfilter.set;

/// The end of a line of `ipset` because of what was typed.
final class ToolError extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final boolean isUsage;

    private ToolError(String text, boolean isUsage) {
        super(text, null, false, false);
        this.isUsage = isUsage;
    }

    /// Something is wrong with what the words say.
    static ToolError of(String text) {
        return new ToolError(text, false);
    }

    static ToolError syntax(String text) {
        return new ToolError("Syntax error: " + text, false);
    }

    /// The words themselves are wrong: the help is recommended, and the status is 2.
    static ToolError usage(String text) {
        return new ToolError(text, true);
    }

    boolean isUsage() {
        return isUsage;
    }

    String text() {
        String text = super.getMessage();
        return text == null ? "" : text;
    }
}
