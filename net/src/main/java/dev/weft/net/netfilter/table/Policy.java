package dev.weft.net.netfilter.table;

/// What becomes of packets that come to the end of a base chain, and how many did.
public final class Policy {
    private final Verdict verdict;
    private long packets;
    private long bytes;

    /// @param verdict `ACCEPT` or `DROP`
    public Policy(Verdict verdict, long packets, long bytes) {
        this.verdict = verdict;
        this.packets = packets;
        this.bytes = bytes;
    }

    public Verdict verdict() {
        return verdict;
    }

    public long packets() {
        return packets;
    }

    public long bytes() {
        return bytes;
    }

    void count(int length) {
        packets++;
        bytes += length;
    }

    void zero() {
        packets = 0;
        bytes = 0;
    }
}
