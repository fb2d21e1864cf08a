package dev.weft.net.ping;

import dev.weft.core.command.CommandFailure;
import dev.weft.core.command.Session;
import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.Packet;
import dev.weft.core.wire.Bytes;
import dev.weft.core.wire.Icmp;
import dev.weft.core.wire.Ip4Address;
import dev.weft.core.wire.IpProtocol;
import dev.weft.core.wire.Ipv4;
import dev.weft.net.transport.PathMtuDiscovery;
import dev.weft.net.transport.SocketError;
import dev.weft.net.transport.raw.RawSocket;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An [EchoSocket] on a raw socket of the virtual network.
final class RawEchoSocket implements EchoSocket {
    private static final int OPTION_BYTES = 40;
    private static final int RECORD_ROUTE = 7;
    private static final int TIMESTAMP = 68;

    /// What ping does not want to hear (kernel: `ICMP_FILTER` of iputils): everything but errors and echo replies.
    private static final int UNWANTED = ~(1 << Icmp.SOURCE_QUENCH
            | 1 << Icmp.DESTINATION_UNREACHABLE
            | 1 << Icmp.TIME_EXCEEDED
            | 1 << Icmp.PARAMETER_PROBLEM
            | 1 << Icmp.REDIRECT
            | 1 << Icmp.ECHO_REPLY);

    private final RawSocket socket;
    private final int target;
    private final int identifier;
    private final Listener listener;
    private boolean told;

    private RawEchoSocket(RawSocket socket, int target, int identifier, Listener listener) {
        this.socket = socket;
        this.target = target;
        this.identifier = identifier;
        this.listener = listener;
        socket.ignoreIcmpTypes(UNWANTED);
        socket.onReceive(this::received);
        socket.onError(this::failed);
    }

    /// @throws CommandFailure with ping's words
    /// @throws KernelError when there is no way to the target
    static EchoSocket connect(Session session, PingOptions options, int target, int identifier, Listener listener) {
        RawSocket socket = new RawSocket(session.namespace(), IpProtocol.ICMP);
        try {
            configure(session, options, socket);
            choosePlace(session, options, socket, target);
            return new RawEchoSocket(socket, target, identifier, listener);
        } catch (RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    private static void configure(Session session, PingOptions options, RawSocket socket) {
        socket.tos(options.tos);
        socket.mark(options.mark);
        socket.multicastLoop(!options.noLoopback);
        socket.pathMtuDiscovery(
                switch (options.pathMtu) {
                    case DO -> PathMtuDiscovery.DO;
                    case DONT -> PathMtuDiscovery.DONT;
                    case WANT, DEFAULT -> PathMtuDiscovery.WANT;
                });
        if (options.ttl >= 0) {
            socket.ttl(options.ttl);
            socket.multicastTtl(options.ttl);
        }
        socket.options(ipOptions(options));
        socket.explain(session.trace());
    }

    /// Finds the way, and with it the source; a broadcast address needs `-b`.
    private static void choosePlace(Session session, PingOptions options, RawSocket socket, int target) {
        String source = options.source;
        if (source != null) {
            Optional<Ip4Address> address = Ip4Address.parse(source);
            if (address.isPresent()) {
                socket.bind(address.get().bits());
            } else {
                NetDevice device = session.namespace().device(source);
                if (device == null) {
                    throw CommandFailure.exit(
                            2, session.program() + ": SO_BINDTODEVICE " + source + ": No such device\n");
                }
                socket.bindDevice(device);
                socket.multicastDevice(device);
            }
        }
        if (options.broadcast) {
            socket.broadcast(true);
        }
        try {
            socket.connect(target, 0);
        } catch (KernelError error) {
            if (error.errno() == Errno.EACCES && !options.broadcast) {
                throw CommandFailure.exit(
                        2,
                        session.program()
                                + ": Do you want to ping broadcast? Then -b. If not, check your local firewall"
                                + " rules\n");
            }
            throw error;
        }
    }

    private static Bytes ipOptions(PingOptions options) {
        byte[] bytes = new byte[OPTION_BYTES];
        if (options.recordRoute) {
            bytes[0] = 1; // NOP
            bytes[1] = RECORD_ROUTE;
            bytes[2] = OPTION_BYTES - 1;
            bytes[3] = 4;
            return Bytes.of(bytes);
        }
        if (options.timestamps == PingOptions.Timestamps.NONE) {
            return Bytes.EMPTY;
        }
        boolean addresses = options.timestamps == PingOptions.Timestamps.TSANDADDR;
        bytes[0] = TIMESTAMP;
        bytes[1] = (byte) (addresses ? 36 : 40);
        bytes[2] = 5;
        bytes[3] = (byte) (addresses ? 1 : 0);
        return Bytes.of(bytes);
    }

    @Override
    public int source() {
        return socket.boundAddress();
    }

    @Override
    public @Nullable Errno send(byte[] icmp, String why) {
        Packet packet = socket.allocate(icmp.length);
        if (packet == null) {
            return icmp.length > 0xffff ? Errno.EMSGSIZE : Errno.ENOBUFS;
        }
        packet.copyFrom(0, icmp, 0, icmp.length);
        told = false;
        Errno errno = socket.sendTo(packet, target, why);
        return told ? null : errno;
    }

    private void received(Packet packet) {
        Ipv4 ip = new Ipv4(packet, 0);
        int header = ip.headerLength();
        int length = packet.length() - header;
        if (length < Icmp.LENGTH || new Icmp(packet, header).identifier() != identifier) {
            return;
        }
        byte[] icmp = new byte[length];
        packet.copyTo(header, icmp, 0, length);
        byte[] options = new byte[header - Ipv4.LENGTH];
        packet.copyTo(Ipv4.LENGTH, options, 0, options.length);
        listener.received(ip.source(), ip.ttl(), icmp, options, true);
    }

    private void failed(SocketError error) {
        if (error.origin() == SocketError.Origin.LOCAL) {
            told = true;
            listener.failed(error.errno(), error.info());
            return;
        }
        Bytes quoted = error.payload();
        if (quoted.length() >= Icmp.LENGTH && word(quoted, 4) == identifier) {
            listener.refused(error.offender(), error.type(), error.code(), error.info(), word(quoted, 6));
        }
    }

    private static int word(Bytes bytes, int at) {
        return bytes.u8(at) << 8 | bytes.u8(at + 1);
    }

    @Override
    public void close() {
        socket.close();
    }
}
