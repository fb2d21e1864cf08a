package dev.weft.net.netfilter.target.nflog;

import dev.weft.core.packet.NamespaceKey;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.packet.Packet;
import dev.weft.net.netfilter.table.HookState;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The numbered groups of a namespace to which NFLOG shows packets, and who listens there (kernel:
/// nfnetlink_log.c). Where nobody listens nothing is done, as in Linux.
public final class PacketLogs {
    private static final NamespaceKey<PacketLogs> KEY =
            new NamespaceKey<>("packet logs", namespace -> new PacketLogs());

    private final Map<Integer, Listener> listeners = new HashMap<>();
    private @Nullable Listener[] byGroup = {};

    private PacketLogs() {}

    /// Is shown packets, on the namespace's own worker.
    @FunctionalInterface
    public interface Listener {
        /// @param packet only to be read, and only until this returns
        /// @param bytes how many of its bytes the rule shows
        /// @param state where the packet is
        void packet(String prefix, Packet packet, int bytes, HookState state);
    }

    public static PacketLogs of(NetNamespace namespace) {
        return namespace.get(KEY);
    }

    /// From now on hears of what is logged to the group. To be called by the worker that owns the namespace.
    public void bind(int group, Listener listener) {
        listeners.put(group, listener);
        publish();
    }

    /// Nobody listens there any more.
    public void unbind(int group) {
        listeners.remove(group);
        publish();
    }

    private void publish() {
        int length = listeners.keySet().stream().mapToInt(n -> n + 1).max().orElse(0);
        Listener[] array = new Listener[length];
        listeners.forEach((group, listener) -> array[group] = listener);
        byGroup = array;
    }

    /// Who listens there; null when nobody does.
    @Nullable
    Listener listener(int group) {
        return group < byGroup.length ? byGroup[group] : null;
    }
}
