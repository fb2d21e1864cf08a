package dev.weft.net.hostname;

import dev.weft.core.command.HostNames;
import dev.weft.core.command.Session;
import dev.weft.core.packet.NamespaceKey;
import dev.weft.net.namespace.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/// The names of the virtual machine, for those who have no UTS namespace of their own: the same in all network
/// namespaces, at first those of the real one.
public final class HostName implements HostNames {
    private static final NamespaceKey<HostName> KEY = new NamespaceKey<>("hostname", ns -> new HostName());

    private final Map<Kind, String> names = new EnumMap<>(Kind.class);

    private HostName() {}

    /// The caller's own names, or else those of its network's virtual machine.
    public static HostNames of(Session session) {
        HostNames own = session.hostNames();
        if (own != null) {
            return own;
        }
        Network network = Network.of(session.namespace());
        return network.claim(network.initial()).get(KEY);
    }

    @Override
    public void read(Kind kind, Consumer<String> then) {
        then.accept(names.computeIfAbsent(kind, HostName::real));
    }

    @Override
    public void write(Kind kind, String name, IntConsumer then) {
        names.put(kind, name);
        then.accept(0);
    }

    private static String real(Kind kind) {
        try {
            String file = "/proc/sys/kernel/" + kind.name().toLowerCase(Locale.ROOT) + "name";
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            return "";
        }
    }
}
