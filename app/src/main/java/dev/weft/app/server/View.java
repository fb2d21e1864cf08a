package dev.weft.app.server;

import dev.weft.core.errno.Errno;
import dev.weft.core.files.VirtualFile;
import dev.weft.core.files.VirtualFiles;
import dev.weft.core.packet.NetNamespace;
import dev.weft.host.fuse.FuseMount;
import dev.weft.host.fuse.FuseRequest;
import dev.weft.host.fuse.FuseTree;
import dev.weft.host.linux.ErrnoException;
import dev.weft.net.namespace.Network;
import org.jspecify.annotations.Nullable;

/// One of the kernel's directories in a sandbox, mounted so that every process in it sees its own namespace's files.
final class View {
    private final FuseMount mount;
    private final Conductor conductor;
    private final Reactor reactor;

    /// @param fd of /dev/fuse
    View(VirtualFiles files, Sandbox sandbox, int fd, Conductor conductor, Reactor reactor) throws ErrnoException {
        this.conductor = conductor;
        this.reactor = reactor;
        this.mount = new FuseMount(fd, new Tree(files, sandbox));
        reactor.add(fd, this::serve);
    }

    /// What a process of the sandbox sees.
    private record Tree(VirtualFiles files, Sandbox sandbox) implements FuseTree {
        @Override
        public @Nullable VirtualFile find(int pid, String path) {
            NetNamespace namespace = sandbox.namespaceOf(pid);
            return namespace == null ? null : files.find(Network.of(namespace).claim(namespace), path);
        }

        @Override
        public Errno creationRefusal() {
            return files.creationRefusal();
        }
    }

    private void serve() {
        try {
            for (FuseRequest request = mount.next(); request != null; request = mount.next()) {
                FuseRequest asked = request;
                conductor.act(conductor.network().initial(), () -> mount.answer(asked));
            }
        } catch (ErrnoException e) {
            close(); // unmounted, as the sandbox has ended
        }
    }

    private void close() {
        reactor.remove(mount.fd());
        conductor.act(conductor.network().initial(), () -> reactor.execute(mount::close));
    }
}
