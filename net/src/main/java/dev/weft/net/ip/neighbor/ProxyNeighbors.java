package dev.weft.net.ip.neighbor;

import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.Packet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The hosts for whom this one answers (`ip neigh add proxy`; kernel: `struct pneigh_entry`), and the answers that are
/// held back a little.
public final class ProxyNeighbors {
    /// One host, on one device or on all of them.
    ///
    /// @param flags bits of [NeighborFlag]
    /// @param protocol who has made it (`rt_protos`)
    public record Proxy(@Nullable NetDevice device, long high, long low, int flags, int protocol) {
        /// Where it stands among the others (kernel: `pneigh_hash`).
        private int bucket() {
            int hash = Integer.reverseBytes((int) low);
            hash ^= hash >>> 16;
            hash ^= hash >>> 8;
            hash ^= hash >>> 4;
            return hash & 0xf;
        }

        boolean isFor(@Nullable NetDevice asked, long askedHigh, long askedLow) {
            return device == asked && high == askedHigh && low == askedLow;
        }
    }

    private final NeighborTable table;
    private final ProxyQueue queue;
    private List<Proxy> entries = List.of();

    ProxyNeighbors(NeighborTable table) {
        this.table = table;
        this.queue = new ProxyQueue(table);
    }

    /// Is the address one of them, for questions that come by this device?
    public boolean answersFor(NetDevice device, long high, long low) {
        for (int i = 0; i < entries.size(); i++) {
            Proxy proxy = entries.get(i);
            if (proxy.isFor(device, high, low) || proxy.isFor(null, high, low)) {
                return true;
            }
        }
        return false;
    }

    /// Exactly this entry, if it is there.
    public @Nullable Proxy find(@Nullable NetDevice device, long high, long low) {
        for (Proxy proxy : entries) {
            if (proxy.isFor(device, high, low)) {
                return proxy;
            }
        }
        return null;
    }

    /// Adds an entry, in place of one for the same address.
    public void add(Proxy proxy) {
        List<Proxy> changed = new ArrayList<>(entries);
        Proxy known = find(proxy.device(), proxy.high(), proxy.low());
        if (known != null) {
            changed.set(changed.indexOf(known), proxy);
        } else {
            int at = 0;
            while (at < changed.size() && changed.get(at).bucket() < proxy.bucket()) {
                at++;
            }
            changed.add(at, proxy);
        }
        entries = List.copyOf(changed);
    }

    /// @return whether it was there
    public boolean remove(@Nullable NetDevice device, long high, long low) {
        List<Proxy> changed = new ArrayList<>(entries);
        boolean removed = changed.removeIf(p -> p.isFor(device, high, low));
        entries = List.copyOf(changed);
        return removed;
    }

    /// In the order in which Linux lists them: by bucket, the youngest first.
    public List<Proxy> all() {
        return entries;
    }

    void drop(NetDevice device) {
        if (!entries.isEmpty()) {
            entries = entries.stream().filter(p -> p.device() != device).toList();
        }
        queue.drop(device);
    }

    /// Holds an answer back for a random part of `proxy_delay`, so that the host itself may answer first (kernel:
    /// `pneigh_enqueue`).
    ///
    /// @return whether the request was kept; else there is no room
    public boolean delay(Packet request, NeighborParameters parameters) {
        if (queue.size() > parameters.get(NeighborSetting.PROXY_QLEN)) {
            return false;
        }
        long most = parameters.nanos(NeighborSetting.PROXY_DELAY);
        long wait = most > 0 ? table.namespace().random().nextLong(most) : 0;
        queue.add(request, table.now() + wait);
        return true;
    }
}
