package dev.weft.iptables.memory;

/// Packets and bytes that a rule has matched, or that reached a chain's policy.
record Counters(long packets, long bytes) {
    static final Counters ZERO = new Counters(0, 0);

    Counters plus(long morePackets, long moreBytes) {
        return new Counters(packets + morePackets, bytes + moreBytes);
    }

    /// As iptables-save writes them.
    @Override
    public String toString() {
        return "[" + packets + ":" + bytes + "]";
    }
}
