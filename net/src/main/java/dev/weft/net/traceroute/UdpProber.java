package dev.weft.net.traceroute;

import dev.weft.core.command.Session;
import dev.weft.core.packet.Packet;
import dev.weft.core.wire.Ipv4;
import dev.weft.net.transport.udp.UdpSocket;
import java.util.HashMap;
import java.util.Map;

/// Probes of UDP, each from its own socket; to a port that counts up, where nobody listens, or with `-U` always the
/// same.
final class UdpProber extends Prober {
    private static final int FIRST_PORT = 33434;
    private static final int CONSTANT_PORT = 53;

    private final Map<Probe, UdpSocket> sockets = new HashMap<>();
    private final boolean counting;
    private int port;

    UdpProber(Session session, TracerouteOptions options, int source, int target, Listener listener) {
        super(session, options, source, target, listener);
        counting = options.method == TracerouteOptions.Method.DEFAULT;
        int standard = counting ? FIRST_PORT : CONSTANT_PORT;
        port = options.port == 0 ? standard : options.port;
    }

    @Override
    boolean send(Probe probe, int ttl) {
        UdpSocket socket = new UdpSocket(session.namespace());
        release(probe);
        sockets.put(probe, socket);
        configure(socket);
        if (source != 0 || options.sourcePort != 0) {
            call("bind", () -> socket.bind(source, options.sourcePort));
        }
        socket.ttl(ttl);
        int destination = port;
        call("connect", () -> socket.connect(target, destination));
        socket.onError(error -> tell(error, probe));
        socket.onReceive(packet -> listener.answered(probe, new Ipv4(packet, 0).source(), true, ""));
        if (!sendOn(socket)) {
            release(probe);
            return false;
        }
        if (counting) {
            port = port + 1 & 0xffff;
            port = port == 0 ? 1 : port;
        }
        return true;
    }

    private boolean sendOn(UdpSocket socket) {
        Packet packet = socket.allocate(payloadBytes());
        if (packet == null) {
            return false;
        }
        fill(packet, 0);
        return isSent(socket.send(packet));
    }

    @Override
    void release(Probe probe) {
        UdpSocket socket = sockets.remove(probe);
        if (socket != null) {
            socket.close();
        }
    }

    @Override
    void close() {
        sockets.values().forEach(UdpSocket::close);
        sockets.clear();
    }
}
