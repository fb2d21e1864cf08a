package dev.weft.net.transport.udp;

import dev.weft.core.packet.NamespaceKey;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.packet.Packet;
import dev.weft.core.wire.IpProtocol;
import dev.weft.core.wire.Ipv4;
import dev.weft.core.wire.Udp;
import dev.weft.net.ip.v4.Transports;
import dev.weft.net.transport.LocalPorts;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The UDP sockets of a namespace, by their port (kernel: `struct udp_table`).
public final class UdpSockets {
    private static final NamespaceKey<UdpSockets> KEY = new NamespaceKey<>("udp sockets", UdpSockets::new);

    private final NetNamespace namespace;
    private final RandomGenerator random;
    private List<UdpSocket> sockets = List.of();

    private UdpSockets(NetNamespace namespace) {
        this.namespace = namespace;
        random = namespace.random();
        Transports.of(namespace).errors(IpProtocol.UDP, this::failed);
    }

    public static UdpSockets of(NetNamespace namespace) {
        return namespace.get(KEY);
    }

    /// The bound ones, by rising port.
    public List<UdpSocket> all() {
        return sockets;
    }

    void add(UdpSocket socket) {
        List<UdpSocket> changed = new ArrayList<>(sockets);
        changed.add(socket);
        changed.sort((a, b) -> Integer.compare(a.port(), b.port()));
        sockets = List.copyOf(changed);
    }

    void remove(UdpSocket socket) {
        sockets = sockets.stream().filter(other -> other != socket).toList();
    }

    /// Would another socket get the packets of one with this address and port?
    boolean isTaken(int address, int port, @Nullable NetDevice device) {
        return sockets.stream().anyMatch(other -> other.port() == port && other.conflicts(address, device));
    }

    /// A free port; 0 when there is none.
    int freePort(int address, @Nullable NetDevice device) {
        LocalPorts ports = LocalPorts.of(namespace);
        int count = ports.count();
        int start = random.nextInt(count);
        for (int i = 0; i < count; i++) {
            int port = ports.first() + (start + i) % count;
            if (!ports.isReserved(port) && !isTaken(address, port, device)) {
                return port;
            }
        }
        return 0;
    }

    /// The socket that a packet is for: of several the one that asks for it most exactly (kernel: `__udp4_lib_lookup`).
    @Nullable
    UdpSocket lookup(int source, int sourcePort, int destination, int port, NetDevice device) {
        List<UdpSocket> open = sockets;
        UdpSocket best = null;
        int bestScore = -1;
        for (int i = 0; i < open.size(); i++) {
            UdpSocket socket = open.get(i);
            int score = socket.port() == port ? socket.score(source, sourcePort, destination, device) : -1;
            if (score > bestScore) {
                best = socket;
                bestScore = score;
            }
        }
        return best;
    }

    /// Shows a packet to all that it is for (kernel: `__udp4_lib_mcast_deliver`).
    ///
    /// @return was there any?
    boolean deliverToAll(Packet packet, int source, int sourcePort, int destination, int port) {
        boolean delivered = false;
        for (UdpSocket socket : sockets) {
            if (socket.port() == port && socket.score(source, sourcePort, destination, packet.rxDevice()) >= 0) {
                socket.deliver(packet);
                delivered = true;
            }
        }
        return delivered;
    }

    /// Kernel: `__udp4_lib_err`.
    private void failed(Packet message, int quoted) {
        Ipv4 about = new Ipv4(message, quoted);
        Udp udp = new Udp(message, about.payloadOffset());
        UdpSocket socket = lookup(
                about.destination(), udp.destinationPort(), about.source(), udp.sourcePort(), message.rxDevice());
        if (socket != null) {
            socket.tell(message, quoted, udp.destinationPort());
        }
    }
}
