package dev.weft.net.namespace;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.NamespaceKey;
import dev.weft.core.packet.NetNamespace;
import java.util.Collections;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/// The numbers by which one namespace knows others (`ip netns list-id`): a device whose other end is elsewhere is shown
/// with one.
public final class NamespaceIds {
    private static final NamespaceKey<NamespaceIds> KEY = new NamespaceKey<>("nsid", NamespaceIds::new);

    /// Lets every namespace forget one that ends.
    public static final Notifier.Listener FORGETTER = NamespaceIds::forgetDying;

    private final NetNamespace namespace;
    private final SortedMap<Integer, NetNamespace> known = new TreeMap<>();

    private NamespaceIds(NetNamespace namespace) {
        this.namespace = namespace;
    }

    public static NamespaceIds of(NetNamespace namespace) {
        return namespace.get(KEY);
    }

    /// The number of `other`, which gets the first free one if it has none (kernel: `peernet2id_alloc`).
    public int idOf(NetNamespace other) {
        OptionalInt present = find(other);
        if (present.isPresent()) {
            return present.getAsInt();
        }
        int id = 0;
        while (known.containsKey(id)) {
            id++;
        }
        assign(id, other);
        return id;
    }

    public OptionalInt find(NetNamespace other) {
        for (Map.Entry<Integer, NetNamespace> entry : known.entrySet()) {
            if (entry.getValue() == other) {
                return OptionalInt.of(entry.getKey());
            }
        }
        return OptionalInt.empty();
    }

    /// `ip netns set NAME ID`.
    ///
    /// @throws KernelError EEXIST when the number is taken or the namespace has one
    public void set(NetNamespace other, int id) {
        if (find(other).isPresent() || known.containsKey(id)) {
            throw new KernelError(Errno.EEXIST);
        }
        assign(id, other);
    }

    /// All that are known, by rising number.
    public SortedMap<Integer, NetNamespace> all() {
        return Collections.unmodifiableSortedMap(known);
    }

    private void assign(int id, NetNamespace other) {
        known.put(id, other);
        publish(id, other, true);
    }

    private void forget(NetNamespace other) {
        OptionalInt id = find(other);
        if (id.isPresent()) {
            known.remove(id.getAsInt());
            publish(id.getAsInt(), other, false);
        }
    }

    private void publish(int id, NetNamespace other, boolean added) {
        Network.of(namespace).notifier().publish(new NamespaceEvent.Numbered(namespace, id, other, added));
    }

    private static void forgetDying(NetEvent event) {
        if (!(event instanceof NamespaceEvent.Dying(NetNamespace dying))) {
            return;
        }
        for (NetNamespace other : Network.of(dying).namespaces()) {
            NamespaceIds ids = other.peek(KEY);
            if (ids != null && ids.find(dying).isPresent()) {
                Network.of(dying).claim(other);
                ids.forget(dying);
            }
        }
    }
}
