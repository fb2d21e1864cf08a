package dev.weft.net.ip.icmp;

/// What is remembered of a host for the sake of limits (kernel: `struct inet_peer`).
final class Peer {
    /// When it was last sent something that is limited.
    long lastNanos;

    /// Time saved up, in nanoseconds.
    long tokens;

    /// Redirects that it was sent and did not heed.
    int redirects;

    /// @param now the peer begins as if nothing had been sent to it for a minute
    Peer(long now) {
        lastNanos = now - 60_000_000_000L;
    }
}
