package dev.weft.net.hostname;

import dev.weft.core.packet.NamespaceKey;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.namespace.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The name of the virtual machine (uts_namespaces(7)): one for all network namespaces, at first that of the real one.
public final class HostName {
    /// The longest name (limits.h: `HOST_NAME_MAX`).
    public static final int MAX_LENGTH = 64;

    private static final NamespaceKey<HostName> KEY = new NamespaceKey<>("hostname", ns -> new HostName(real()));

    private String name;

    private HostName(String name) {
        this.name = name;
    }

    /// That of the network which the namespace is part of.
    public static HostName of(NetNamespace namespace) {
        Network network = Network.of(namespace);
        return network.claim(network.initial()).get(KEY);
    }

    public String name() {
        return name;
    }

    public void name(String name) {
        this.name = name;
    }

    private static String real() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        } catch (IOException e) {
            return "localhost";
        }
    }
}
