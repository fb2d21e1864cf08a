package dev.weft.net.tcpdump.filter;

/// An expression that cannot be compiled, in libpcap's words.
public final class FilterException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final String SYNTAX = "can't parse filter expression: syntax error";

    private final boolean syntax;

    public FilterException(String message) {
        this(message, false);
    }

    private FilterException(String message, boolean syntax) {
        super(message);
        this.syntax = syntax;
    }

    static FilterException syntax() {
        return new FilterException(SYNTAX, true);
    }

    /// Is it the order of the words that is wrong, and not what they mean?
    boolean isSyntax() {
        return syntax;
    }
}
