package dev.weft.net.ip.v4;

import dev.weft.core.errno.Errno;

/// Whoever sends packets of this host and is told when one may not even leave it.
@FunctionalInterface
public interface Sender {
    /// A packet was refused on its way out, as send(2) would say.
    void refused(Errno errno);
}
