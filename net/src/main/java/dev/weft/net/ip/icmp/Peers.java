package dev.weft.net.ip.icmp;

import dev.weft.core.packet.NamespaceKey;
import dev.weft.core.packet.NetNamespace;
import java.util.LinkedHashMap;
import java.util.Map;

/// The hosts that a namespace remembers, those that were met last (kernel: `struct inet_peer_base`).
final class Peers {
    private static final NamespaceKey<Peers> KEY = new NamespaceKey<>("inet peers", ns -> new Peers());
    private static final int MOST = 4096;

    private final LinkedHashMap<Integer, Peer> byAddress = new LinkedHashMap<>(4, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Peer> eldest) {
            return size() > MOST;
        }
    };

    static Peers of(NetNamespace namespace) {
        return namespace.get(KEY);
    }

    Peer get(int address, long now) {
        return byAddress.computeIfAbsent(address, a -> new Peer(now));
    }
}
