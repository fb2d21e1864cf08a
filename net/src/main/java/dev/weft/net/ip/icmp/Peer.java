package dev.weft.net.ip.icmp;

/// What is remembered of a host for the sake of limits (kernel: `struct inet_peer`).
final class Peer {
    /// When it was last sent something that is limited.
    long lastNanos;

    /// Time saved up, in nanoseconds.
    long tokens;

    /// Redirects that it was sent and did not heed.
    int redirects;

    /// Spends saved time, if there is enough of it (kernel: `inet_peer_xrlim_allow`).
    ///
    /// @param most so much is saved at most
    boolean spend(long cost, long most, long now) {
        long saved = Math.min(tokens + now - lastNanos, most);
        boolean enough = saved >= cost;
        lastNanos = now;
        tokens = enough ? saved - cost : saved;
        return enough;
    }

    /// @param now the peer begins as if nothing had been sent to it for a minute
    Peer(long now) {
        lastNanos = now - 60_000_000_000L;
    }
}
