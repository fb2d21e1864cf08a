package dev.weft.app.server;

import dev.weft.core.files.VirtualFiles;
import dev.weft.core.packet.NetNamespace;
import dev.weft.host.linux.ErrnoException;
import dev.weft.host.linux.Inotify;
import dev.weft.host.linux.Unistd;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The mirrors of a sandbox, one for each namespace in which it has executed something. All is called under the
/// network's control.
final class Mirrors implements AutoCloseable {
    /// The one that the sandbox's first process sees.
    private static final String FIRST = "first";

    private final Map<NetNamespace, Mirror> mirrors = new LinkedHashMap<>();
    private final List<VirtualFiles> roots;
    private final Inotify inotify;
    private final int descriptor;

    /// @param descriptor of the sandbox's directory for them, ours from now on
    Mirrors(List<VirtualFiles> roots, int descriptor) throws ErrnoException {
        this.roots = roots;
        this.descriptor = descriptor;
        this.inotify = new Inotify();
    }

    /// For whoever waits until something was written.
    int fd() {
        return inotify.fd();
    }

    /// Makes the namespace's mirror if there is none.
    ///
    /// @return the name of its directory
    String of(NetNamespace namespace, boolean isFirst) {
        String name = isFirst ? FIRST : Long.toString(namespace.id());
        mirrors.computeIfAbsent(namespace, n -> {
                    Path directory = Path.of("/proc/self/fd/" + descriptor).resolve(name);
                    return new Mirror(n, directory, roots, inotify);
                })
                .refresh();
        return name;
    }

    /// Shows what has become of the network.
    void refresh() {
        mirrors.keySet().removeIf(namespace -> !namespace.isAlive());
        mirrors.values().forEach(Mirror::refresh);
    }

    /// Takes over what was written.
    void absorb() {
        List<Inotify.Event> events = inotify.events();
        for (Inotify.Event event : events) {
            for (Mirror mirror : mirrors.values()) {
                if (mirror.written(event)) {
                    break;
                }
            }
        }
        if (!events.isEmpty()) {
            refresh();
        }
    }

    @Override
    public void close() {
        inotify.close();
        Unistd.close(descriptor);
    }
}
