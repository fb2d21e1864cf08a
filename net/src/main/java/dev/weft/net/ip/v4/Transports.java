package dev.weft.net.ip.v4;

import dev.weft.core.packet.NamespaceKey;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.packet.Packet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Where the protocols above IPv4, which live a floor higher, are told of what concerns their sockets in a namespace.
/// They come forward with their first socket.
public final class Transports {
    /// For errors about packets of any protocol.
    public static final int ANY = -1;

    private static final NamespaceKey<Transports> KEY = new NamespaceKey<>("transports", ns -> new Transports());

    private @Nullable RawReceiver raw;
    private final TreeMap<Integer, ErrorReceiver> errors = new TreeMap<>();

    private Transports() {}

    public static Transports of(NetNamespace namespace) {
        return namespace.get(KEY);
    }

    /// Takes packets of any protocol (kernel: `raw_local_deliver`).
    @FunctionalInterface
    public interface RawReceiver {
        /// A packet has arrived, its data beginning with the IP header; it stays the caller's.
        ///
        /// @return did anybody want it?
        boolean deliver(Packet packet, int protocol);
    }

    /// Hears of ICMP messages about packets that were sent (kernel: `err_handler`).
    @FunctionalInterface
    public interface ErrorReceiver {
        /// @param message its data beginning with the ICMP header; it stays the caller's
        /// @param quoted where the IP header of the packet in question begins; eight bytes more are there
        void failed(Packet message, int quoted);
    }

    public void raw(RawReceiver receiver) {
        raw = receiver;
    }

    /// @param protocol that of the packets that were sent, or [#ANY] for raw sockets
    public void errors(int protocol, ErrorReceiver receiver) {
        errors.put(protocol, receiver);
    }

    boolean deliverRaw(Packet packet, int protocol) {
        RawReceiver receiver = raw;
        return receiver != null && receiver.deliver(packet, protocol);
    }

    /// Tells whoever may have sent the packet (kernel: `icmp_socket_deliver`).
    public void failed(Packet message, int protocol, int quoted) {
        ErrorReceiver any = errors.get(ANY);
        if (any != null) {
            any.failed(message, quoted);
        }
        ErrorReceiver receiver = errors.get(protocol);
        if (receiver != null) {
            receiver.failed(message, quoted);
        }
    }
}
