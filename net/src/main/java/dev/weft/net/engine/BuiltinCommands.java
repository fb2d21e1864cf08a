package dev.weft.net.engine;

import dev.weft.core.command.Command;
import dev.weft.net.namespace.Network;
import java.util.List;

/// Every command that is built in.
public final class BuiltinCommands {
    private BuiltinCommands() {}

    /// The commands of one network.
    public static List<Command> of(Network network) {
        return List.of();
    }
}
