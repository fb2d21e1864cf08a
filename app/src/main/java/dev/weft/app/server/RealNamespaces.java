package dev.weft.app.server;

import dev.weft.core.packet.NetNamespace;
import dev.weft.host.linux.ErrnoException;
import dev.weft.host.linux.Fcntl;
import dev.weft.host.linux.Unistd;
import dev.weft.net.namespace.Network;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which virtual namespace each real one stands for, by the real one's inode number. All is called under the network's
/// control.
final class RealNamespaces {
    private static final int NONE = -1;

    private final Network network;
    private final Map<Long, Entry> entries = new HashMap<>();

    /// @param descriptor keeps the real namespace alive, so that its number is not given to another
    private record Entry(NetNamespace namespace, int descriptor) {}

    RealNamespaces(Network network) {
        this.network = network;
    }

    @Nullable
    NetNamespace find(long inode) {
        Entry entry = entries.get(inode);
        return entry == null ? null : entry.namespace();
    }

    /// Takes note that a real namespace stands for a virtual one, which lives as long as processes use it.
    ///
    /// @param path by which the real one can be opened
    void learn(long inode, NetNamespace namespace, Path path) {
        if (entries.containsKey(inode)) {
            return;
        }
        network.hold(namespace);
        entries.put(inode, new Entry(namespace, open(path)));
    }

    /// The virtual namespace of a real one; a new and empty one if it was never seen (`unshare -n`).
    NetNamespace findOrCreate(long inode, Path path) {
        NetNamespace known = find(inode);
        if (known != null) {
            return known;
        }
        NetNamespace created = network.create();
        entries.put(inode, new Entry(created, open(path)));
        return created;
    }

    private static int open(Path path) {
        try {
            return Fcntl.open(path.toString(), Fcntl.O_RDONLY);
        } catch (ErrnoException e) {
            return NONE; // gone, or a name keeps it
        }
    }

    /// Takes no more note of a real namespace.
    void forget(long inode) {
        Entry entry = entries.remove(inode);
        if (entry != null) {
            letGo(entry);
        }
    }

    private void letGo(Entry entry) {
        if (entry.descriptor() != NONE) {
            Unistd.close(entry.descriptor());
        }
        network.release(entry.namespace());
    }

    /// Are there any that only processes hold?
    boolean hasNameless() {
        Set<NetNamespace> named = named();
        for (Entry entry : entries.values()) {
            if (!named.contains(entry.namespace())) {
                return true;
            }
        }
        return false;
    }

    /// Lets those go that nothing holds any more: no name, and none of the real namespaces in use.
    void sweep(Collection<Long> inUse) {
        Set<NetNamespace> named = named();
        for (Iterator<Map.Entry<Long, Entry>> all = entries.entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<Long, Entry> next = all.next();
            Entry entry = next.getValue();
            if (!inUse.contains(next.getKey()) && !named.contains(entry.namespace())) {
                all.remove();
                letGo(entry);
            }
        }
    }

    private Set<NetNamespace> named() {
        Set<NetNamespace> named = new HashSet<>(network.names().values());
        named.add(network.initial());
        return named;
    }
}
