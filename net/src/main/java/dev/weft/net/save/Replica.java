package dev.weft.net.save;

import dev.weft.core.command.Session;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.namespace.Network;
import java.util.List;

/// A second network, empty at first, in which no time passes and nothing happens but what commands do.
public interface Replica extends AutoCloseable {
    Network network();

    /// Runs a command, whose output nobody reads.
    ///
    /// @param asking on whose behalf
    /// @return did it end well?
    boolean run(Session asking, NetNamespace namespace, List<String> command);

    @Override
    void close();
}
