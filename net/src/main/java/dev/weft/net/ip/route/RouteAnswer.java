package dev.weft.net.ip.route;

import dev.weft.core.packet.NetDevice;
import dev.weft.net.ip.fib.RouteMetrics;
import dev.weft.net.ip.fib.RouteType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The way to one destination, as the kernel tells it (kernel: `rt_fill_info`).
///
/// @param source the source that was asked with, 0 for none
/// @param table in which the route was found, 0 for none
/// @param preferredSource the source that was chosen, 0 for none
/// @param showsUser is it the way of somebody's packet, and not of a forwarded one?
/// @param notifies was asked to tell when it changes, which Linux does not
/// @param cacheFlags the words between `<` and `>`
/// @param expiresSeconds when what was learnt of the destination is forgotten, 0 when nothing was
/// @param inputDevice the way in of a forwarded packet
record RouteAnswer(
        RouteType type,
        int destination,
        int source,
        int tos,
        int gateway,
        @Nullable NetDevice device,
        int table,
        int preferredSource,
        int mark,
        int realm,
        int uid,
        boolean showsUser,
        boolean notifies,
        List<String> cacheFlags,
        long expiresSeconds,
        RouteMetrics metrics,
        @Nullable NetDevice inputDevice) {}
