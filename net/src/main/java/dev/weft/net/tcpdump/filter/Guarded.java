package dev.weft.net.tcpdump.filter;

/// A value that can be read only from packets of its protocols.
record Guarded(Value value, Condition guard) {
    static Guarded free(Value value) {
        return new Guarded(value, Condition.ALWAYS);
    }
}
