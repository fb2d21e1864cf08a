package dev.weft.net.ip.fib;

import java.util.List;

/// A route as it is asked for, to be added, changed or deleted (kernel: `struct fib_config`).
///
/// @param table 0 for main
/// @param prefix the destination
/// @param length bits of the prefix
/// @param tos without its two bits for ECN
/// @param priority what `ip route` calls metric
/// @param scope [RouteScope#NOWHERE] matches any when a route is to be deleted
/// @param preferredSource 0 for none
/// @param nexthop the only one; [NexthopRequest#NONE] when nothing is said of it
/// @param multipath the several ones, mostly empty
public record RouteRequest(
        RouteType type,
        int table,
        int prefix,
        int length,
        int tos,
        int priority,
        int protocol,
        int scope,
        int preferredSource,
        RouteMetrics metrics,
        NexthopRequest nexthop,
        List<NexthopRequest> multipath) {

    /// How a new route meets those that are there (`NLM_F_*`).
    public enum Mode {
        /// `ip route add`: fails when there is one of this key (CREATE | EXCL).
        ADD(true, true, false, false),
        /// `ip route append`: goes behind those of its key (CREATE | APPEND).
        APPEND(true, false, false, true),
        /// `ip route prepend`: goes before those of its key (CREATE).
        PREPEND(true, false, false, false),
        /// `ip route replace`: takes the place of the first one of its key, if there is one (CREATE | REPLACE).
        REPLACE(true, false, true, false),
        /// `ip route change`: takes the place of the first one of its key (REPLACE).
        CHANGE(false, false, true, false),
        /// `ip route test`: fails, and shows how (EXCL).
        TEST(false, true, false, false);

        final boolean creates;
        final boolean excludes;
        final boolean replaces;
        final boolean appends;

        Mode(boolean creates, boolean excludes, boolean replaces, boolean appends) {
            this.creates = creates;
            this.excludes = excludes;
            this.replaces = replaces;
            this.appends = appends;
        }
    }
}
