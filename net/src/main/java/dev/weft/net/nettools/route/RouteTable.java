package dev.weft.net.nettools.route;

import dev.weft.core.errno.KernelError;
import java.util.List;

/// The kernel's main routing table as programs without netlink reach it.
public interface RouteTable {
    /// Has there ever been a route? Before, `/proc/net/route` has not even its header.
    boolean exists();

    /// What `/proc/net/route` lists.
    List<RouteEntry> entries();

    /// SIOCADDRT
    ///
    /// @throws KernelError when the kernel refuses
    void add(RouteEntry request);

    /// SIOCDELRT
    ///
    /// @throws KernelError ESRCH when there is no such route
    void delete(RouteEntry request);
}
