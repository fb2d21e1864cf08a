package dev.weft.net.netfilter.conntrack;

/// What a protocol's tracker says of a packet.
final class Tracker {
    static final int ACCEPT = 1;

    /// It is no valid part of the connection.
    static final int INVALID = -1;

    static final int DROP = 0;

    /// Its connection was closed and has been forgotten: the packet begins a new one.
    static final int REPEAT = -2;

    private Tracker() {}
}
