package dev.weft.app.server;

import dev.weft.core.command.Processes;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.namespace.NamespaceEvent;
import dev.weft.net.namespace.Network;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// One run of `sandbox.pl`: its processes, and its `/run/netns`, in which the virtual namespaces' names stand as files
/// that real tools can open. All is called under the network's control.
final class Sandbox implements Processes {
    /// With more names at once, as from a batch, their real namespaces (0.6 ms and 200 KiB each) are made when they are
    /// entered.
    private static final int MADE_AT_ONCE = 64;

    /// The first process of a machine, which lives in its first network namespace (`ip link set DEV netns 1`).
    private static final long INIT = 1;

    private final Network network;
    private final RealNamespaces real;
    private final ProcFs proc;
    private long inode;
    private final Queue<Message> changes = new ArrayDeque<>();
    private String namesState = "";
    private boolean reconciling;
    private @Nullable Mirrors mirrors;

    Sandbox(Network network, RealNamespaces real, ProcFs proc) {
        this.network = network;
        this.real = real;
        this.proc = proc;
        network.names().keySet().forEach(name -> change(name, true));
    }

    /// Its command begins in this real network namespace, which stands for the network's first.
    ///
    /// @param path by which it can be opened
    void begin(long realInode, Path path) {
        inode = realInode;
        real.learn(realInode, network.initial(), path);
    }

    /// The kernel's directories are shown by copies from now on.
    void mirror(Mirrors made) {
        mirrors = made;
        made.of(network.initial(), true);
    }

    /// Lets the sandbox see what has become of the network.
    void refresh() {
        if (mirrors != null) {
            mirrors.refresh();
        }
    }

    /// The directory whose copies stand for the kernel's directories in a namespace; empty where none are needed.
    String view(NetNamespace namespace) {
        return mirrors == null ? "" : mirrors.of(namespace, namespace == network.initial());
    }

    ProcFs proc() {
        return proc;
    }

    /// Its last process has ended.
    void close() {
        real.forget(inode);
        proc.close();
        if (mirrors != null) {
            mirrors.close();
        }
    }

    // ---- names

    void happened(NamespaceEvent.Named event) {
        if (!reconciling) {
            change(event.name(), event.added());
        }
    }

    private void change(String name, boolean added) {
        char type =
                !added ? Message.UNMAKE_NAME : changes.size() < MADE_AT_ONCE ? Message.MAKE_NAME : Message.TOUCH_NAME;
        changes.add(Message.of(type, name));
    }

    /// The next name that is still to be made or unmade in `/run/netns`; null when all is done.
    @Nullable
    Message nextChange() {
        return changes.poll();
    }

    /// The client has carried a change out.
    ///
    /// @param root by which the client's files can be opened
    void changed(Message change, Message answer, Path root) {
        if (answer.type() != Message.DONE) {
            return; // the file was made or removed by hand: the next client's list tells
        }
        List<String> words = answer.words();
        namesState = words.getFirst();
        String name = change.words().getFirst();
        NetNamespace namespace = network.names().get(name);
        if (change.type() == Message.MAKE_NAME && namespace != null) {
            real.learn(Long.parseLong(words.get(1)), namespace, file(root, name));
        }
    }

    /// Does `/run/netns` look as the last client left it?
    boolean isCurrent(String state) {
        return state.equals(namesState) || !changes.isEmpty();
    }

    /// Takes over what was changed in `/run/netns` without Weft's `ip`.
    ///
    /// @param list state, then name and inode number of each entry; 0 for what is no network namespace
    /// @param root by which the client's files can be opened
    void reconcile(List<String> list, Path root) {
        Map<String, Long> entries = new HashMap<>();
        for (int i = 1; i + 1 < list.size(); i += 2) {
            entries.put(list.get(i), Long.parseLong(list.get(i + 1)));
        }
        reconciling = true;
        try {
            Map<String, NetNamespace> names = network.names();
            names.keySet().stream().filter(name -> !entries.containsKey(name)).forEach(network::unname);
            entries.forEach((name, inode) -> {
                if (!names.containsKey(name) && inode != 0) {
                    network.name(name, real.findOrCreate(inode, file(root, name)));
                }
            });
            namesState = list.getFirst();
        } finally {
            reconciling = false;
        }
    }

    private static Path file(Path root, String name) {
        return root.resolve("run/netns").resolve(name);
    }

    // ---- processes

    @Override
    public @Nullable NetNamespace namespaceOf(long pid) {
        if (pid == INIT) {
            return network.initial();
        }
        long inode = proc.namespaceInode(pid);
        return inode == 0 ? null : real.findOrCreate(inode, proc.namespacePath(pid));
    }

    @Override
    public List<Long> in(NetNamespace namespace) {
        List<Long> found = new ArrayList<>();
        for (long pid : proc.processes()) {
            if (real.find(proc.namespaceInode(pid)) == namespace) {
                found.add(pid);
            }
        }
        return found;
    }

    /// The numbers of the real namespaces that its processes are in.
    List<Long> inodesInUse() {
        return proc.processes().stream().map(proc::namespaceInode).toList();
    }
}
