package dev.weft.net.proc;

import dev.weft.core.packet.NetNamespace;
import dev.weft.core.wire.Ip4Address;
import dev.weft.net.ip.fragment.Fragments;
import dev.weft.net.transport.Socket4;
import dev.weft.net.transport.raw.RawSocket;
import dev.weft.net.transport.raw.RawSockets;
import dev.weft.net.transport.udp.UdpSocket;
import dev.weft.net.transport.udp.UdpSockets;
import java.util.List;

/// The files about sockets.
final class SocketText {
    private static final int WIDTH = 127;
    private static final int TCP_WIDTH = 149;
    private static final int BUCKETS = 256;
    private static final int ESTABLISHED = 1;
    private static final int CLOSE = 7;
    private static final String HEADER =
            "sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode";
    private static final String DATAGRAM_HEADER = HEADER + " ref pointer drops";

    private SocketText() {}

    /// `/proc/net/tcp` (kernel: `tcp4_seq_show`), without a connection.
    static String tcp() {
        return padded("  " + HEADER, TCP_WIDTH);
    }

    /// `/proc/net/udplite`, without a socket.
    static String udpLite() {
        return padded("   " + DATAGRAM_HEADER, WIDTH);
    }

    /// `/proc/net/icmp` (kernel: `ping_v4_seq_show`): those who ping here do it by raw sockets.
    static String ping() {
        return padded("  " + DATAGRAM_HEADER, WIDTH);
    }

    /// `/proc/net/raw` (kernel: `raw_seq_show`): the protocol stands where UDP has its port.
    static String raw(NetNamespace namespace) {
        StringBuilder text = new StringBuilder("  " + DATAGRAM_HEADER + "\n");
        for (RawSocket socket : RawSockets.of(namespace).all()) {
            text.append(row("%4d", socket, socket.protocol())).append('\n');
        }
        return text.toString();
    }

    /// `/proc/net/udp` (kernel: `udp4_seq_show`)
    static String udp(NetNamespace namespace) {
        StringBuilder text = new StringBuilder(padded("   " + DATAGRAM_HEADER, WIDTH));
        for (UdpSocket socket : UdpSockets.of(namespace).all()) {
            text.append(padded(row("%5d", socket, socket.port()), WIDTH));
        }
        return text.toString();
    }

    /// `/proc/net/sockstat` (kernel: `sockstat_seq_show`)
    static String summary(NetNamespace namespace) {
        List<UdpSocket> udp = UdpSockets.of(namespace).all();
        List<RawSocket> raw = RawSockets.of(namespace).all();
        Fragments fragments = Fragments.of(namespace);
        return """
            sockets: used %d
            TCP: inuse 0 orphan 0 tw 0 alloc 0 mem 0
            UDP: inuse %d mem 0
            UDPLITE: inuse 0
            RAW: inuse %d
            FRAG: inuse %d memory %d
            """.formatted(udp.size() + raw.size(), udp.size(), raw.size(), fragments.size(), fragments.memory());
    }

    private static String row(String number, Socket4 socket, int port) {
        boolean connected = socket.peerAddress() != 0;
        return (number + ": %s:%04X %s:%04X %02X 00000000:00000000 00:00000000 00000000 %5d %8d 0 2 0000000000000000 0")
                .formatted(
                        port % BUCKETS,
                        RouteText.hex(new Ip4Address(socket.boundAddress())),
                        port,
                        RouteText.hex(new Ip4Address(socket.peerAddress())),
                        socket.peerPort(),
                        connected ? ESTABLISHED : CLOSE,
                        0,
                        0);
    }

    private static String padded(String line, int width) {
        return line + " ".repeat(Math.max(0, width - line.length())) + "\n";
    }
}
