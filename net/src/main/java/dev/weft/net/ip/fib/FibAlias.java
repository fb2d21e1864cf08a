package dev.weft.net.ip.fib;

/// One of the routes of a prefix (kernel: `struct fib_alias`).
///
/// @param tos for packets of this type of service only, unless it is 0
record FibAlias(int tos, Route route) {
    int table() {
        return route.table();
    }

    /// Does it come before a new route of that table, type of service and priority, and so is tried first? Among those
    /// of one prefix the greater table comes first (local before main), then the greater type of service, then the
    /// smaller priority.
    boolean precedes(int table, int tos, int priority) {
        if (table() != table) {
            return Integer.compareUnsigned(table(), table) > 0;
        }
        if (this.tos != tos) {
            return this.tos > tos;
        }
        return Integer.compareUnsigned(route.priority(), priority) < 0;
    }
}
