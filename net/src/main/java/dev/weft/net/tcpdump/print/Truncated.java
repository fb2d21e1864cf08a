package dev.weft.net.tcpdump.print;

/// Thrown where a printer needs more than was captured; two instances without a trace, caught once per packet.
final class Truncated extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// A printer saw that the packet ends too early, and gave up.
    static final Truncated CHECK = new Truncated();

    /// A field was read that was not captured: then tcpdump forgets how long the link header was.
    static final Truncated READ = new Truncated();

    private Truncated() {
        super("packet was cut short", null, false, false);
    }
}
