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
/// network's control, but for what the reactor calls.
final class Mirrors implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Mirrors.class.getName());

    /// The one that the sandbox's first process sees.
    private static final String FIRST = "first";

    private final Map<NetNamespace, Mirror> mirrors = new LinkedHashMap<>();
    private final List<VirtualFiles> roots;
    private final Inotify inotify;
    private final int descriptor;
    private final Conductor conductor;
    private final Reactor reactor;
    private boolean closed;

    /// @param descriptor of the sandbox's directory for them, ours from now on
    Mirrors(int descriptor, Conductor conductor, Reactor reactor) throws ErrnoException {
        this.roots = conductor.files();
        this.descriptor = descriptor;
        this.conductor = conductor;
        this.reactor = reactor;
        this.inotify = new Inotify();
        reactor.execute(this::watch);
    }

    private void watch() {
        try {
            reactor.add(inotify.fd(), this::serve);
        } catch (ErrnoException e) {
            LOG.log(System.Logger.Level.WARNING, "no writing to the kernel's directories", e);
        }
    }

    /// Something was written: all of it is fetched here, or the reactor would be called again and again until the
    /// network's worker comes to it.
    private void serve() {
        List<Inotify.Event> events = inotify.events();
        conductor.act(conductor.network().initial(), () -> absorb(events));
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
    private void absorb(List<Inotify.Event> events) {
        if (closed) {
            return;
        }
        boolean changed = false;
        for (Inotify.Event event : events) {
            for (Mirror mirror : mirrors.values()) {
                if (mirror.watches(event)) {
                    changed |= mirror.written(event);
                }
            }
        }
        if (changed) {
            refresh();
        }
    }

    @Override
    public void close() {
        closed = true;
        Unistd.close(descriptor);
        reactor.execute(() -> {
            reactor.remove(inotify.fd());
            inotify.close();
        });
    }
}
