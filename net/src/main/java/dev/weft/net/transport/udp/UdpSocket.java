package dev.weft.net.transport.udp;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.Checksum;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.packet.Packet;
import dev.weft.core.wire.IpProtocol;
import dev.weft.core.wire.Udp;
import dev.weft.net.ip.v4.Ip4Counter;
import dev.weft.net.ip.v4.Ip4Counters;
import dev.weft.net.transport.Socket4;
import org.jspecify.annotations.Nullable;

/// A socket that sends and receives UDP datagrams (udp(7); kernel: net/ipv4/udp.c).
public final class UdpSocket extends Socket4 {
    private static final int LONGEST = 0xffff;

    private int port;

    public UdpSocket(NetNamespace namespace) {
        super(namespace, IpProtocol.UDP);
    }

    /// The port that it has; 0 before it is bound.
    public int port() {
        return port;
    }

    @Override
    public void bind(int address) {
        bind(address, 0);
    }

    /// @param wanted 0 for any that is free
    /// @throws KernelError EADDRNOTAVAIL, EADDRINUSE
    public void bind(int address, int wanted) {
        super.bind(address);
        if (!take(wanted)) {
            throw new KernelError(Errno.EADDRINUSE);
        }
    }

    private boolean take(int wanted) {
        UdpSockets table = UdpSockets.of(namespace());
        int found = wanted != 0 ? wanted : table.freePort(boundAddress(), boundDevice());
        if (found == 0 || wanted != 0 && table.isTaken(boundAddress(), wanted, boundDevice())) {
            return false;
        }
        table.remove(this);
        port = found;
        table.add(this);
        return true;
    }

    @Override
    public void connect(int address, int toPort) {
        super.connect(address, toPort);
        if (port == 0 && !take(0)) {
            throw new KernelError(Errno.EAGAIN);
        }
    }

    /// Sends a datagram to where the socket is connected.
    ///
    /// @return null, or why it was refused
    public @Nullable Errno send(Packet payload) {
        return peerAddress() == 0 ? refused(payload, Errno.EDESTADDRREQ) : sendTo(payload, peerAddress(), peerPort());
    }

    /// Sends a datagram, which is no longer the caller's.
    ///
    /// @return null, or why it was refused
    public @Nullable Errno sendTo(Packet payload, int destination, int toPort) {
        if (payload.length() > LONGEST - Udp.LENGTH) {
            return refused(payload, Errno.EMSGSIZE);
        }
        if (toPort == 0) {
            return refused(payload, Errno.EINVAL);
        }
        if (port == 0 && !take(0)) {
            return refused(payload, Errno.EAGAIN);
        }
        Errno error = findRoute(destination, toPort);
        if (error == null) {
            error = checkLength(Udp.LENGTH + payload.length(), toPort);
        }
        if (error != null) {
            return refused(payload, error);
        }
        payload.push(Udp.LENGTH);
        Udp udp = new Udp(payload, 0);
        udp.sourcePort(port);
        udp.destinationPort(toPort);
        udp.length(payload.length());
        udp.writeChecksum(Checksum.pseudoHeader(flow().source, flow().destination, IpProtocol.UDP, payload.length()));
        Ip4Counters.of(namespace()).increment(Ip4Counter.UDP_OUT_DATAGRAMS);
        transmit(payload, "UDP socket");
        return null;
    }

    private @Nullable Errno refused(Packet packet, Errno error) {
        worker().pool().free(packet);
        return error;
    }

    @Override
    protected void discarded() {
        Ip4Counters counters = Ip4Counters.of(namespace());
        counters.add(Ip4Counter.UDP_OUT_DATAGRAMS, -1);
        counters.increment(Ip4Counter.UDP_SNDBUF_ERRORS);
    }

    @Override
    public void close() {
        if (!isClosed()) {
            UdpSockets.of(namespace()).remove(this);
        }
        super.close();
    }

    // ---- for the table

    /// How exactly does it ask for such a packet? Negative when it does not (kernel: `compute_score`).
    int score(int source, int sourcePort, int destination, NetDevice device) {
        boolean connected = peerAddress() != 0;
        if (!isFor(destination, source, device) || connected && peerPort() != sourcePort) {
            return -1;
        }
        return (boundAddress() != 0 ? 1 : 0) + (connected ? 2 : 0) + (boundDevice() != null ? 1 : 0);
    }

    boolean conflicts(int address, @Nullable NetDevice device) {
        boolean sameAddress = boundAddress() == 0 || address == 0 || boundAddress() == address;
        NetDevice own = boundDevice();
        return sameAddress && (own == null || device == null || own == device);
    }

    void deliver(Packet packet) {
        show(packet);
    }

    void tell(Packet message, int quoted, int toPort) {
        failed(message, quoted, toPort);
    }
}
