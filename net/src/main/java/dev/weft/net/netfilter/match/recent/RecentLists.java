package dev.weft.net.netfilter.match.recent;

import dev.weft.core.packet.NamespaceKey;
import dev.weft.core.packet.NetNamespace;
import java.util.HashMap;
import java.util.Map;

/// The lists of a namespace by name, each kept as long as a rule uses it (kernel: `struct recent_net`).
final class RecentLists {
    private static final NamespaceKey<RecentLists> KEY =
            new NamespaceKey<>("recent-lists", namespace -> new RecentLists());

    private final Map<String, RecentList> lists = new HashMap<>();

    private RecentLists() {}

    static RecentLists of(NetNamespace namespace) {
        return namespace.get(KEY);
    }

    /// The list of that name, for one rule more.
    ///
    /// @param stamps how many sightings of one address it must be able to keep
    RecentList use(String name, RecentMask mask, int stamps) {
        RecentList list = lists.computeIfAbsent(name, unknown -> new RecentList(mask, stamps));
        list.keep(stamps);
        list.users++;
        return list;
    }

    /// One rule less uses the list.
    void leave(String name) {
        RecentList list = lists.get(name);
        if (list != null && --list.users == 0) {
            lists.remove(name);
        }
    }
}
