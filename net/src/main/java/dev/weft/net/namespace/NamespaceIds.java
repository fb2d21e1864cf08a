package dev.weft.net.namespace;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.NamespaceKey;
import dev.weft.core.packet.NetNamespace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The numbers by which one namespace knows others, `link-netnsid` in listings (kernel: `netns_ids` of `struct net`).
///
/// A number is given when it is first needed to tell about a device whose other end lies elsewhere, or by `ip netns
/// set`, and holds until the other namespace ends.
public final class NamespaceIds {
    /// Forgets the numbers of a namespace that ends (kernel: `unhash_nsid`).
    public static final Notifier.Listener REAPER = NamespaceIds::reap;

    private static final NamespaceKey<NamespaceIds> KEY = new NamespaceKey<>("nsid", NamespaceIds::new);

    private final NetNamespace owner;
    private final TreeMap<Integer, NetNamespace> byId = new TreeMap<>();
    private final Map<NetNamespace, Integer> ids = new HashMap<>(4);
    private final Set<NamespaceIds> knownTo = new HashSet<>(4);

    private NamespaceIds(NetNamespace owner) {
        this.owner = owner;
    }

    public static NamespaceIds of(NetNamespace namespace) {
        return namespace.get(KEY);
    }

    /// The number of `peer`, if it has one (kernel: `peernet2id`).
    public OptionalInt idOf(NetNamespace peer) {
        Integer id = ids.get(peer);
        return id == null ? OptionalInt.empty() : OptionalInt.of(id);
    }

    /// The number of `peer`, a new one if it had none; empty only for a namespace that is about to end (kernel:
    /// `peernet2id_alloc`).
    public OptionalInt allocate(NetNamespace peer) {
        Integer id = ids.get(peer);
        if (id != null) {
            return OptionalInt.of(id);
        }
        if (!peer.isAlive() || !owner.isAlive()) {
            return OptionalInt.empty();
        }
        int free = 0;
        while (byId.containsKey(free)) {
            free++;
        }
        put(peer, free);
        return OptionalInt.of(free);
    }

    /// Gives `peer` the number, or, when that is negative, any (kernel: `rtnl_net_newid`).
    ///
    /// @throws KernelError EEXIST when it has one already, or another has this one
    public void assign(NetNamespace peer, int id) {
        if (ids.containsKey(peer)) {
            throw new KernelError(Errno.EEXIST, "Peer netns already has a nsid assigned");
        }
        if (id < 0) {
            allocate(peer);
        } else if (byId.containsKey(id)) {
            throw new KernelError(Errno.EEXIST, "The specified nsid is already used");
        } else {
            put(peer, id);
        }
    }

    /// The namespace known by the number; null when none is.
    public @Nullable NetNamespace namespace(int id) {
        return byId.get(id);
    }

    /// All that are known, by rising number.
    public SortedMap<Integer, NetNamespace> all() {
        return Collections.unmodifiableSortedMap(byId);
    }

    private void put(NetNamespace peer, int id) {
        byId.put(id, peer);
        ids.put(peer, id);
        of(peer).knownTo.add(this);
        publish(peer, id, true);
    }

    private void remove(NetNamespace peer) {
        Integer id = ids.remove(peer);
        if (id != null) {
            byId.remove(id);
            publish(peer, id, false);
        }
    }

    private void publish(NetNamespace peer, int id, boolean added) {
        Network.of(owner).notifier().publish(new NamespaceEvent.Numbered(owner, id, peer, added));
    }

    private static void reap(NetEvent event) {
        if (event instanceof NamespaceEvent.Dying(NetNamespace dying)) {
            NamespaceIds own = dying.peek(KEY);
            if (own != null) {
                List<NamespaceIds> knowing = new ArrayList<>(own.knownTo);
                knowing.sort((a, b) -> Long.compare(a.owner.id(), b.owner.id()));
                knowing.forEach(ids -> ids.remove(dying));
                own.ids.keySet().forEach(peer -> of(peer).knownTo.remove(own));
            }
        }
    }
}
