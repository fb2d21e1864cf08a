package dev.weft.net.tcpdump.filter;

/// A value that can be read only from packets of its protocols.
///
/// @param first the number that the code for it loads first, by which libpcap takes a divisor for zero; [#NONE] if it
///     does not start with a number
record Guarded(Value value, Condition guard, long first) {
    static final long NONE = -1;

    static Guarded free(Value value) {
        return new Guarded(
                value,
                Condition.ALWAYS,
                value instanceof Value.Number(int number) ? Integer.toUnsignedLong(number) : NONE);
    }
}
