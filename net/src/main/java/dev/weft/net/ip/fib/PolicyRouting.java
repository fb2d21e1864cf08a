package dev.weft.net.ip.fib;

import dev.weft.core.errno.Errno;
import org.jspecify.annotations.Nullable;

/// Rules that say which tables are asked, once there are others than the three that Linux begins with.
public interface PolicyRouting {
    /// @param ignoreLinkState routes over devices without carrier count too
    /// @return null when a way was found, else why there is none
    @Nullable
    Errno lookup(Ip4Flow flow, boolean ignoreLinkState, FibResult result);
}
