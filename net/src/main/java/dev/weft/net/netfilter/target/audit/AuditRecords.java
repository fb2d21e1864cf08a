package dev.weft.net.netfilter.target.audit;

import dev.weft.core.packet.NamespaceKey;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.namespace.Network;
import org.jspecify.annotations.Nullable;

/// Where the records of the virtual kernel's audit system go. As in Linux none are made until somebody wants them
/// (`auditctl -e 1`, auditd).
public final class AuditRecords {
    private static final NamespaceKey<AuditRecords> KEY = new NamespaceKey<>("audit", AuditRecords::make);

    private volatile @Nullable Listener listener;

    private AuditRecords() {}

    /// Hears of every record, on the worker of the namespace that it is about.
    @FunctionalInterface
    public interface Listener {
        /// @param text of a record of the type NETFILTER_PKT: `mark=0x0 saddr=10.0.0.1 daddr=10.0.0.2 proto=17`
        void record(NetNamespace namespace, String text);
    }

    /// The ones of the namespace's whole network.
    public static AuditRecords of(NetNamespace namespace) {
        return namespace.get(KEY);
    }

    private static AuditRecords make(NetNamespace namespace) {
        NetNamespace initial = Network.of(namespace).initial();
        return namespace == initial ? new AuditRecords() : of(initial);
    }

    /// From now on hears of all; null to make no records any more.
    public void listen(@Nullable Listener whoListens) {
        listener = whoListens;
    }

    @Nullable
    Listener listener() {
        return listener;
    }
}
