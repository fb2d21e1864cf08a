package dev.weft.net.namespace;

import dev.weft.core.packet.NetNamespace;
import java.util.Objects;

/// Saves the namespaces, their names, and the numbers by which they know each other. One without a name is given one if
/// devices live in it.
public final class SavedNamespaces implements Saver {
    private static final String MADE_UP = "unnamed";

    @Override
    public String title() {
        return "Namespaces";
    }

    @Override
    public void save(Rebuild script) {
        Network network = script.original();
        network.names().forEach((name, namespace) -> name(script, name, namespace));
        int number = 1;
        for (NetNamespace namespace : network.namespaces()) {
            if (!script.has(namespace) && namespace.devices().size() > 1) {
                while (network.names().containsKey(MADE_UP + number)) {
                    number++;
                }
                make(script, MADE_UP + number++, namespace);
            }
        }
        script.namespaces().forEach(namespace -> number(script, namespace));
    }

    private static void name(Rebuild script, String name, NetNamespace namespace) {
        if (!script.has(namespace)) {
            make(script, name, namespace);
            return;
        }
        String first = script.name(namespace);
        String attach = "ip netns attach " + name + " $$";
        script.write(first.isEmpty() ? attach : "ip netns exec " + first + " sh -c '" + attach + "'");
        NetNamespace copy = script.copyOf(namespace);
        Network.of(copy).name(name, copy);
    }

    private static void make(Rebuild script, String name, NetNamespace namespace) {
        NetNamespace initial = script.original().initial();
        Network copy = Network.of(script.copyOf(initial));
        script.run(initial, "ip netns add " + name);
        script.add(namespace, name, Objects.requireNonNull(copy.named(name)));
    }

    private static void number(Rebuild script, NetNamespace namespace) {
        NamespaceIds.of(namespace).all().forEach((id, peer) -> {
            if (script.has(peer) && !script.name(peer).isEmpty()) {
                script.run(namespace, "ip netns set " + script.name(peer) + " " + id);
            }
        });
    }
}
