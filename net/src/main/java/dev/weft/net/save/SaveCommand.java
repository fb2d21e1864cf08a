package dev.weft.net.save;

import dev.weft.core.command.Command;
import dev.weft.core.command.Session;
import dev.weft.net.namespace.Network;
import dev.weft.net.namespace.Rebuild;
import dev.weft.net.namespace.Saver;
import java.util.List;
import java.util.function.Supplier;

/// `save`: prints the whole network as a script that rebuilds it.
public final class SaveCommand implements Command {
    private final Network network;
    private final List<Saver> savers;
    private final Supplier<Replica> replicas;

    /// @param savers the features' own, in the order of the script
    /// @param replicas makes what the script is tried on
    public SaveCommand(Network network, List<Saver> savers, Supplier<Replica> replicas) {
        this.network = network;
        this.savers = List.copyOf(savers);
        this.replicas = replicas;
    }

    @Override
    public String name() {
        return "save";
    }

    @Override
    public String summary() {
        return "print the whole network as a script that rebuilds it";
    }

    @Override
    public List<String> helpWords(List<String> line) {
        return List.of("help");
    }

    @Override
    public void run(Session session, List<String> words) {
        if (!words.isEmpty()) {
            session.err("Usage: weft save\n");
            session.exit(2);
            return;
        }
        network.namespaces().forEach(network::claim);
        try (Replica replica = replicas.get()) {
            Rebuild script = new Rebuild(
                    network, replica.network(), (namespace, command) -> replica.run(session, namespace, command));
            savers.forEach(script::begin);
            session.out(script.text());
        }
        session.exit(0);
    }
}
