package dev.weft.iptables;

import java.nio.file.Path;

/// A network namespace of the host, by the file that stands for it.
public record NetworkNamespace(Path path) {
    private static final Path NAMED = Path.of("/run/netns");

    /// One that `ip netns add NAME` made.
    public static NetworkNamespace named(String name) {
        return new NetworkNamespace(NAMED.resolve(name));
    }

    /// The one that a process is in.
    public static NetworkNamespace ofProcess(long pid) {
        return new NetworkNamespace(Path.of("/proc/" + pid + "/ns/net"));
    }
}
