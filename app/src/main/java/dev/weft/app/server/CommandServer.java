package dev.weft.app.server;

import dev.weft.core.files.VirtualFiles;
import dev.weft.host.linux.Credentials;
import dev.weft.host.linux.ErrnoException;
import dev.weft.host.linux.Unistd;
import dev.weft.host.unix.UnixServer;
import dev.weft.net.namespace.NamespaceEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Lets sandboxes and client processes in by a Unix socket.
public final class CommandServer {
    private static final System.Logger LOG = System.getLogger(CommandServer.class.getName());

    private final Conductor conductor;
    private final Reactor reactor;
    private final UnixServer server;
    private final RealNamespaces real;
    private final Map<String, Sandbox> sandboxes = new ConcurrentHashMap<>();
    private final int uid;

    /// @param server listens in a directory that only the caller's own user may enter
    public CommandServer(UnixServer server, Conductor conductor, Reactor reactor) throws IOException {
        this.conductor = conductor;
        this.reactor = reactor;
        this.real = new RealNamespaces(conductor.network());
        this.server = server;
        this.uid = (Integer) Files.getAttribute(server.path(), "unix:uid");
        Files.setPosixFilePermissions(server.path(), PosixFilePermissions.fromString("rw-rw-rw-"));
        conductor.network().notifier().add(event -> {
            if (event instanceof NamespaceEvent.Named named) {
                sandboxes.values().forEach(sandbox -> sandbox.happened(named));
            }
        });
        reactor.add(server.fd(), this::accept);
    }

    public boolean isClosed() {
        return server.isClosed();
    }

    /// The processes of all sandboxes.
    public Collection<ProcFs> runs() {
        return sandboxes.values().stream().map(Sandbox::proc).toList();
    }

    // ---- callers; on the serving thread

    private void accept() {
        if (server.isClosed()) {
            return;
        }
        try {
            Caller caller = new Caller(new MessageChannel(server.accept()));
            reactor.add(caller.channel.fd(), caller);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "a caller could not be let in", e);
        }
    }

    /// Root may be any user inside of a sandbox, and nobody else can get at the socket there.
    private boolean isWelcome(Credentials peer) {
        return peer.uid() == uid || uid == 0;
    }

    /// Whoever is at the other end of a connection, until it has said more about itself.
    private final class Caller implements Runnable {
        final MessageChannel channel;
        private @Nullable Client client;
        private @Nullable String newcomer;

        Caller(MessageChannel channel) {
            this.channel = channel;
        }

        @Override
        public void run() {
            try {
                channel.fill();
                for (Message message = channel.next(); message != null; message = channel.next()) {
                    received(message);
                }
                if (channel.hasEnded()) {
                    leave();
                }
            } catch (IOException | RuntimeException e) {
                LOG.log(System.Logger.Level.WARNING, "a caller was sent away", e);
                leave();
            }
        }

        private void received(Message message) throws IOException {
            switch (message.type()) {
                case Message.HELLO -> begin(Hello.of(message));
                case Message.SANDBOX -> introduce(message.words());
                case Message.NAMESPACE -> settle(message.number());
                default -> {
                    if (client != null) {
                        client.received(message);
                    }
                }
            }
        }

        private void begin(Hello hello) throws IOException {
            Credentials peer = channel.peer();
            if (!isWelcome(peer)) {
                throw new IOException("from user " + peer.uid());
            }
            Sandbox sandbox = sandboxes.get(hello.sandbox());
            Client made = new Client(hello, peer.pid(), channel, conductor, real, sandbox);
            client = made;
            control(() -> {
                sweep();
                made.enter();
            });
        }

        /// A sandbox is being made.
        ///
        /// @param words its id, and the roots of the kernel's directories that FUSE shows there
        private void introduce(List<String> words) {
            String id = words.getFirst();
            newcomer = id;
            ProcFs proc = ProcFs.of(channel.descriptor());
            int copies = channel.descriptor();
            List<Integer> devices = new ArrayList<>();
            words.subList(1, words.size()).forEach(root -> devices.add(channel.descriptor()));
            control(() -> {
                Sandbox sandbox = new Sandbox(conductor.network(), real, proc);
                sandboxes.put(id, sandbox);
                if (devices.isEmpty()) {
                    mirror(sandbox, copies);
                } else {
                    Unistd.close(copies);
                    reactor.execute(() -> view(sandbox, words.subList(1, words.size()), devices));
                }
            });
        }

        /// It has made its command's network namespace; the command waits for the word to go.
        private void settle(long inode) {
            int namespace = channel.descriptor();
            String id = newcomer;
            control(() -> {
                Sandbox sandbox = id == null ? null : sandboxes.get(id);
                if (sandbox != null) {
                    sandbox.begin(inode, Path.of("/proc/self/fd/" + namespace));
                }
                Unistd.close(namespace);
                try {
                    boolean hasNames = !conductor.network().names().isEmpty();
                    channel.send(Message.of(Message.GO, hasNames ? Client.SYNC : ""));
                } catch (IOException e) {
                    LOG.log(System.Logger.Level.INFO, "sandbox " + id + " has gone", e);
                }
            });
        }

        private void leave() {
            reactor.remove(channel.fd());
            if (client != null) {
                client.gone(); // hangs up when it has said all
            } else {
                channel.close();
            }
            String id = newcomer;
            if (id != null) {
                control(() -> end(id));
            }
        }
    }

    private void mirror(Sandbox sandbox, int directory) {
        try {
            sandbox.mirror(new Mirrors(directory, conductor, reactor));
        } catch (ErrnoException e) {
            LOG.log(System.Logger.Level.WARNING, "no copies of the kernel's directories", e);
        }
    }

    private void view(Sandbox sandbox, List<String> roots, List<Integer> devices) {
        for (int i = 0; i < roots.size(); i++) {
            for (VirtualFiles files : conductor.files()) {
                if (files.root().equals(roots.get(i))) {
                    try {
                        new View(files, sandbox, devices.get(i), conductor, reactor);
                    } catch (ErrnoException e) {
                        LOG.log(System.Logger.Level.WARNING, "no view of " + files.root(), e);
                    }
                }
            }
        }
    }

    private void end(String id) {
        Sandbox ended = sandboxes.remove(id);
        if (ended != null) {
            ended.close();
        }
        sweep();
    }

    private void control(Runnable action) {
        conductor.act(conductor.network().initial(), action);
    }

    /// Lets namespaces go that only processes held which are no more.
    private void sweep() {
        if (real.hasNameless()) {
            Set<Long> inUse = new HashSet<>();
            sandboxes.values().forEach(sandbox -> inUse.addAll(sandbox.inodesInUse()));
            real.sweep(inUse);
        }
    }
}
