package dev.weft.net.tcpdump.filter;

/// A compiled expression of pcap-filter(7).
///
/// As in the BPF programs of libpcap, a read beyond the captured bytes rejects the packet, whatever `not` stands before
/// it.
public final class FilterExpression {
    private final Condition condition;

    private FilterExpression(Condition condition) {
        this.condition = condition;
    }

    /// Compiles an expression; an empty one accepts every packet.
    ///
    /// @throws FilterException with the message that tcpdump prints behind its name
    public static FilterExpression compile(String text, FilterTarget target) throws FilterException {
        Condition condition = new Parser(new Lexer(text).tokens(), new Primitives(target)).parse();
        if (!new Satisfiability().isPossible(condition)) {
            throw new FilterException("expression rejects all packets");
        }
        return new FilterExpression(condition);
    }

    public boolean matches(FilterFrame frame) {
        return condition.test(frame) == Condition.TRUE;
    }
}
