package dev.weft.net.iproute;

import dev.weft.core.command.Session;
import dev.weft.core.packet.NetNamespace;
import org.jspecify.annotations.Nullable;

/// Finds the namespace that `-n` names, as a file in `/run/netns` or by a path.
@FunctionalInterface
public interface NamespaceFinder {
    @Nullable
    NetNamespace find(Session session, String name);
}
