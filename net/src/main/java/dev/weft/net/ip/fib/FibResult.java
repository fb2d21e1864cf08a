package dev.weft.net.ip.fib;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a lookup found (kernel: `struct fib_result`). It is filled anew for each question.
public final class FibResult {
    private @Nullable Nexthop nexthop;
    private int table;
    private int prefix;
    private int length;
    private int tos;

    /// Was there a route?
    public boolean isFound() {
        return nexthop != null;
    }

    /// The way to go, when there is one.
    public Nexthop nexthop() {
        return Objects.requireNonNull(nexthop, "no route was found");
    }

    public Route route() {
        return nexthop().route();
    }

    public RouteType type() {
        return route().type();
    }

    /// The number of the table that was asked; where local and main share a trie, that is main for both.
    public int table() {
        return table;
    }

    public int prefix() {
        return prefix;
    }

    public int length() {
        return length;
    }

    /// The type of service that the route asks for, 0 for any.
    public int tos() {
        return tos;
    }

    public void clear() {
        nexthop = null;
        table = 0;
        prefix = 0;
        length = 0;
        tos = 0;
    }

    /// Takes another next hop of the same route.
    public void choose(Nexthop other) {
        nexthop = other;
    }

    void table(int asked) {
        table = asked;
    }

    void found(Nexthop way, int inPrefix, int ofLength, int withTos) {
        nexthop = way;
        prefix = inPrefix;
        length = ofLength;
        tos = withTos;
    }
}
