package dev.weft.net.netfilter.target.nfqueue;

import dev.weft.core.packet.NamespaceKey;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.packet.Packet;
import dev.weft.net.netfilter.table.HookState;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The numbered queues of a namespace to which NFQUEUE gives packets, and who decides there (kernel:
/// nfnetlink_queue.c).
///
/// Whoever decides does so at once, on the namespace's own worker: a packet waits for nobody.
///
/// ```java
/// PacketQueues.of(namespace).bind(3, (packet, state) -> Decision.DROP);
/// ```
public final class PacketQueues {
    private static final NamespaceKey<PacketQueues> KEY =
            new NamespaceKey<>("packet queues", namespace -> new PacketQueues());

    private final Map<Integer, Handler> handlers = new HashMap<>();
    private @Nullable Handler[] byNumber = {};

    private PacketQueues() {}

    /// What is to become of a queued packet.
    public enum Decision {
        /// It goes on behind the hook's table.
        ACCEPT,
        DROP
    }

    /// Decides; it may change the packet's bytes and its mark, and answers for its checksums.
    @FunctionalInterface
    public interface Handler {
        /// @param state where the packet is
        Decision decide(Packet packet, HookState state);
    }

    public static PacketQueues of(NetNamespace namespace) {
        return namespace.get(KEY);
    }

    /// From now on decides what comes to the queue. To be called by the worker that owns the namespace.
    public void bind(int queue, Handler handler) {
        handlers.put(queue, handler);
        publish();
    }

    /// Nobody decides there any more.
    public void unbind(int queue) {
        handlers.remove(queue);
        publish();
    }

    private void publish() {
        int length = handlers.keySet().stream().mapToInt(n -> n + 1).max().orElse(0);
        Handler[] array = new Handler[length];
        handlers.forEach((number, handler) -> array[number] = handler);
        byNumber = array;
    }

    /// Who decides there; null when nobody does.
    @Nullable
    Handler handler(int queue) {
        return queue < byNumber.length ? byNumber[queue] : null;
    }
}
