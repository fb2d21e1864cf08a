package dev.weft.app.server;

import dev.weft.core.command.Command;
import dev.weft.core.files.VirtualFiles;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.engine.BuiltinFiles;
import dev.weft.net.namespace.Network;
import java.util.List;
import java.util.Map;

/// Decides when what comes from outside may touch the network: at once in real time, in a fixed order in virtual time.
public interface Conductor {
    Network network();

    Map<String, Command> commands();

    /// The kernel's directories that a sandbox shows.
    default List<VirtualFiles> files() {
        return BuiltinFiles.ALL;
    }

    /// Runs `action` on the worker of `namespace`: the next step of something that has begun.
    void act(NetNamespace namespace, Runnable action);

    /// Lets a command begin, on the worker of `namespace`.
    void begin(Order order, NetNamespace namespace, Runnable command);

    /// Lets a command's process go on by itself: `leave` tells it how.
    void end(Order order, Runnable leave);

    /// A command's output, on its way to the command's own descriptors.
    Outbox outbox(MessageChannel channel);
}
