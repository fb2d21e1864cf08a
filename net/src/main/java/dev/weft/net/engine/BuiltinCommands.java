package dev.weft.net.engine;

import dev.weft.core.command.Command;
import dev.weft.core.command.Session;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.iproute.IpObject;
import dev.weft.net.iproute.ObjectCommand;
import dev.weft.net.iproute.Tools;
import dev.weft.net.namespace.Network;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Every command that is built in.
public final class BuiltinCommands {
    private BuiltinCommands() {}

    /// The commands of one network.
    public static List<Command> of(Network network) {
        return List.of(
                new ObjectCommand(
                        Tools.IP,
                        "show and change devices, addresses, routes, neighbours, rules, namespaces",
                        ipObjects(),
                        BuiltinCommands::namespace),
                new ObjectCommand(
                        Tools.BRIDGE,
                        "show and change bridge ports and forwarding databases",
                        bridgeObjects(),
                        BuiltinCommands::namespace));
    }

    /// What `ip` is about.
    private static List<IpObject> ipObjects() {
        return List.of();
    }

    /// What `bridge` is about.
    private static List<IpObject> bridgeObjects() {
        return List.of();
    }

    private static @Nullable NetNamespace namespace(Session session, String name) {
        return Network.of(session.namespace()).named(name);
    }
}
