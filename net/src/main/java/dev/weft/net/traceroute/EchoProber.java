package dev.weft.net.traceroute;

import dev.weft.core.command.Session;
import dev.weft.core.packet.Packet;
import dev.weft.core.wire.Bytes;
import dev.weft.core.wire.Icmp;
import dev.weft.core.wire.IpProtocol;
import dev.weft.core.wire.Ipv4;
import dev.weft.net.transport.SocketError;
import dev.weft.net.transport.raw.RawSocket;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Probes that are ICMP echo requests, told apart by their sequence numbers (`-I`).
final class EchoProber extends Prober {
    private static final int ONLY_REPLIES = ~(1 << Icmp.ECHO_REPLY);

    private final RawSocket socket;
    private final int identifier;
    private final Map<Integer, Probe> waiting = new HashMap<>();
    private int sequence;
    private @Nullable Probe sending;

    EchoProber(Session session, TracerouteOptions options, int source, int target, Listener listener) {
        super(session, options, source, target, listener);
        identifier = session.namespace().random().nextInt(1, 1 << 16);
        sequence = options.port == 0 ? 1 : options.port;
        socket = new RawSocket(session.namespace(), IpProtocol.ICMP);
        session.onExit(socket::close);
        socket.ignoreIcmpTypes(ONLY_REPLIES);
        configure(socket);
        if (source != 0) {
            call("bind", () -> socket.bind(source));
        }
        call("connect", () -> socket.connect(target, 0));
        socket.onReceive(this::received);
        socket.onError(this::failed);
    }

    @Override
    boolean send(Probe probe, int ttl) {
        int length = Icmp.LENGTH + payloadBytes();
        Packet packet = socket.allocate(length);
        if (packet == null) {
            return false;
        }
        write(packet, length);
        socket.ttl(ttl);
        sending = probe;
        waiting.put(sequence, probe);
        boolean sent = isSent(socket.sendTo(packet, target, "traceroute probe, icmp_seq=" + sequence));
        sending = null;
        if (sent) {
            sequence = sequence + 1 & 0xffff;
        }
        return sent;
    }

    private void write(Packet packet, int length) {
        Icmp icmp = new Icmp(packet, 0);
        icmp.type(Icmp.ECHO);
        icmp.code(0);
        icmp.identifier(identifier);
        icmp.sequence(sequence);
        fill(packet, Icmp.LENGTH);
        icmp.writeChecksum(length);
    }

    private void received(Packet packet) {
        Ipv4 ip = new Ipv4(packet, 0);
        int at = ip.headerLength();
        if (packet.length() < at + Icmp.LENGTH) {
            return;
        }
        Icmp icmp = new Icmp(packet, at);
        if (icmp.type() == Icmp.ECHO_REPLY && icmp.identifier() == identifier) {
            Probe probe = waiting.get(icmp.sequence());
            if (probe != null) {
                listener.answered(probe, ip.source(), true, "");
            }
        }
    }

    private void failed(SocketError error) {
        Bytes quoted = error.payload();
        Probe probe = sending;
        if (error.origin() == SocketError.Origin.ICMP) {
            boolean ours = quoted.length() >= Icmp.LENGTH && word(quoted, 4) == identifier;
            probe = ours ? waiting.get(word(quoted, 6)) : null;
        }
        if (probe != null) {
            tell(error, probe);
        }
    }

    private static int word(Bytes bytes, int at) {
        return bytes.u8(at) << 8 | bytes.u8(at + 1);
    }

    @Override
    void release(Probe probe) {
        waiting.values().removeIf(candidate -> candidate == probe);
    }

    @Override
    void close() {
        socket.close();
    }
}
