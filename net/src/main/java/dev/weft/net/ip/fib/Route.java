package dev.weft.net.ip.fib;

import java.util.List;

/// All that prefixes which go the same way have in common; they share it (kernel: `struct fib_info`).
public final class Route {
    private final RouteType type;
    private final int table;
    private final int protocol;
    private final int scope;
    private final int preferredSource;
    private final int priority;
    private final RouteMetrics metrics;
    private final Nexthop[] nexthops;
    private int flags;
    private int index;
    private int uses;
    private boolean sourceRemoved;

    Route(RouteRequest request, int table) {
        this.type = request.type();
        this.table = table;
        this.protocol = request.protocol();
        this.scope = request.scope();
        this.preferredSource = request.preferredSource();
        this.priority = request.priority();
        this.metrics = request.metrics();
        this.flags = request.nexthop().flags();
        List<NexthopRequest> ways = request.multipath().isEmpty() ? List.of(request.nexthop()) : request.multipath();
        this.nexthops = ways.stream().map(way -> new Nexthop(this, way)).toArray(Nexthop[]::new);
    }

    public RouteType type() {
        return type;
    }

    /// The number of the table that it is in.
    public int table() {
        return table;
    }

    public int protocol() {
        return protocol;
    }

    public int scope() {
        return scope;
    }

    /// The source address that it asks for, 0 for none.
    public int preferredSource() {
        return preferredSource;
    }

    /// What `ip route` calls metric.
    public int priority() {
        return priority;
    }

    public RouteMetrics metrics() {
        return metrics;
    }

    public int nexthopCount() {
        return nexthops.length;
    }

    public Nexthop nexthop(int i) {
        return nexthops[i];
    }

    public boolean isMultipath() {
        return nexthops.length > 1;
    }

    /// [Nexthop#DEAD], [Nexthop#LINKDOWN] when all next hops are; and what was asked for.
    public int flags() {
        return flags;
    }

    boolean has(int flag) {
        return (flags & flag) != 0;
    }

    void set(int flag) {
        flags |= flag;
    }

    void clear(int flag) {
        flags &= ~flag;
    }

    /// Did it die because its preferred source address went away?
    boolean isSourceRemoved() {
        return sourceRemoved;
    }

    void sourceRemoved() {
        sourceRemoved = true;
        set(Nexthop.DEAD);
    }

    // ---- kept by Routes

    int index() {
        return index;
    }

    void index(int place) {
        index = place;
    }

    int uses() {
        return uses;
    }

    void uses(int count) {
        uses = count;
    }

    /// Routes are equal when prefixes can share them (kernel: `fib_find_info`).
    @Override
    public boolean equals(Object object) {
        if (!(object instanceof Route other)
                || type != other.type
                || table != other.table
                || protocol != other.protocol
                || scope != other.scope
                || preferredSource != other.preferredSource
                || priority != other.priority
                || ((flags ^ other.flags) & ~Nexthop.STATE) != 0
                || nexthops.length != other.nexthops.length
                || !metrics.equals(other.metrics)) {
            return false;
        }
        for (int i = 0; i < nexthops.length; i++) {
            if (!nexthops[i].isLike(other.nexthops[i])) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int hash = ((type.ordinal() * 31 + table) * 31 + protocol) * 31 + preferredSource;
        hash = (hash * 31 + priority) * 31 + nexthops.length;
        for (Nexthop nexthop : nexthops) {
            hash = (hash * 31 + nexthop.gateway()) * 31 + System.identityHashCode(nexthop.device());
        }
        return hash ^ hash >>> 16;
    }
}
