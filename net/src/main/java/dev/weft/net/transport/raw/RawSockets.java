package dev.weft.net.transport.raw;

import dev.weft.core.packet.NamespaceKey;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.packet.Packet;
import dev.weft.core.wire.Ipv4;
import dev.weft.net.ip.v4.Transports;
import java.util.ArrayList;
import java.util.List;

/// The raw sockets of a namespace (kernel: `struct raw_hashinfo`).
public final class RawSockets {
    private static final NamespaceKey<RawSockets> KEY = new NamespaceKey<>("raw sockets", RawSockets::new);

    private List<RawSocket> sockets = List.of();

    private RawSockets(NetNamespace namespace) {
        Transports transports = Transports.of(namespace);
        transports.raw(this::deliver);
        transports.errors(Transports.ANY, this::failed);
    }

    public static RawSockets of(NetNamespace namespace) {
        return namespace.get(KEY);
    }

    /// The open ones, the oldest first.
    public List<RawSocket> all() {
        return sockets;
    }

    void add(RawSocket socket) {
        List<RawSocket> changed = new ArrayList<>(sockets);
        changed.add(socket);
        sockets = List.copyOf(changed);
    }

    void remove(RawSocket socket) {
        sockets = sockets.stream().filter(other -> other != socket).toList();
    }

    /// Kernel: `raw_v4_input`.
    private boolean deliver(Packet packet, int protocol) {
        List<RawSocket> open = sockets;
        boolean delivered = false;
        for (int i = 0; i < open.size(); i++) {
            RawSocket socket = open.get(i);
            if (socket.protocol() == protocol && socket.wants(packet)) {
                delivered = true;
                socket.deliver(packet);
            }
        }
        return delivered;
    }

    /// Kernel: `raw_icmp_error`.
    private void failed(Packet message, int quoted) {
        Ipv4 about = new Ipv4(message, quoted);
        for (RawSocket socket : sockets) {
            if (socket.protocol() == about.protocol() && socket.hasSent(message, about)) {
                socket.tell(message, quoted);
            }
        }
    }
}
