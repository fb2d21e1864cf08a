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
import dev.weft.net.ip.v4.address.DeviceAddresses;
import dev.weft.net.transport.PathMtuDiscovery;
import dev.weft.net.transport.SocketError;
import dev.weft.net.transport.raw.RawSocket;
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
    private final int source;
    private final int target;
    private final int identifier;
    private final Listener listener;
    private boolean told;

    private RawEchoSocket(RawSocket socket, int source, int target, int identifier, Listener listener) {
        this.socket = socket;
        this.source = source;
        this.target = target;
        this.identifier = identifier;
        this.listener = listener;
        socket.ignoreIcmpTypes(UNWANTED);
        socket.onReceive(this::received);
        socket.onError(this::failed);
        socket.onRefusal(listener::noRoom);
    }

    /// @throws CommandFailure with ping's words
    /// @throws KernelError when there is no way to the target
    static EchoSocket connect(Session session, PingOptions options, int target, int identifier, Listener listener) {
        RawSocket socket = new RawSocket(session.namespace(), IpProtocol.ICMP);
        try {
            configure(session, options, socket);
            int source = choosePlace(session, options, socket, target);
            return new RawEchoSocket(socket, source, target, identifier, listener);
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

    /// Binds the socket as the user wants it, and tells the source that its packets will have.
    private static int choosePlace(Session session, PingOptions options, RawSocket socket, int target) {
        socket.broadcast(options.broadcast);
        NetDevice device = device(session, options.device);
        if (device != null) {
            socket.bindDevice(device);
            socket.multicastDevice(device);
        }
        if (options.source != null) {
            int address = Ip4Address.of(options.source).bits();
            bind(session, socket, address);
            return address;
        }
        if (device == null) {
            return sourceTowards(session, options, null, target);
        }
        int source = sourceTowards(session, options, device, target);
        if (DeviceAddresses.of(device).list().stream().noneMatch(its -> its.local() == source)) {
            session.err(session.program() + ": Warning: source address might be selected on device other than: "
                    + device.name() + "\n");
        }
        return source;
    }

    private static @Nullable NetDevice device(Session session, @Nullable String name) {
        if (name == null) {
            return null;
        }
        NetDevice device = session.namespace().device(name);
        if (device == null) {
            throw failure(session, "SO_BINDTODEVICE " + name + ": No such device");
        }
        return device;
    }

    private static void bind(Session session, RawSocket socket, int address) {
        try {
            socket.bind(address);
        } catch (KernelError error) {
            throw failure(session, "bind: " + error.errno().text());
        }
    }

    /// Asks by a socket of its own, for the answers to a broadcast come from others; that needs `-b`.
    private static int sourceTowards(Session session, PingOptions options, @Nullable NetDevice device, int target) {
        try (RawSocket probe = new RawSocket(session.namespace(), IpProtocol.ICMP)) {
            probe.bindDevice(device);
            probe.tos(options.tos);
            probe.mark(options.mark);
            if (!mayConnect(probe, target)) {
                if (!options.broadcast) {
                    throw failure(
                            session, "Do you want to ping broadcast? Then -b. If not, check your local firewall rules");
                }
                session.err("WARNING: pinging broadcast address\n");
                probe.broadcast(true);
                probe.connect(target, 0);
            }
            return probe.boundAddress();
        }
    }

    private static boolean mayConnect(RawSocket probe, int target) {
        try {
            probe.connect(target, 0);
            return true;
        } catch (KernelError error) {
            if (error.errno() == Errno.EACCES) {
                return false;
            }
            throw error;
        }
    }

    private static CommandFailure failure(Session session, String text) {
        return CommandFailure.exit(2, session.program() + ": " + text + "\n");
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
        return source;
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
        if (length < Icmp.LENGTH) {
            return;
        }
        Icmp message = new Icmp(packet, header);
        if (message.type() == Icmp.REDIRECT || message.type() == Icmp.SOURCE_QUENCH) {
            advised(packet, message, header + Icmp.LENGTH, ip.source());
            return;
        }
        if (message.identifier() != identifier) {
            return;
        }
        byte[] icmp = new byte[length];
        packet.copyTo(header, icmp, 0, length);
        byte[] options = new byte[header - Ipv4.LENGTH];
        packet.copyTo(Ipv4.LENGTH, options, 0, options.length);
        listener.received(ip.source(), ip.ttl(), icmp, options, true);
    }

    private void advised(Packet packet, Icmp message, int quoted, int router) {
        Ipv4 about = new Ipv4(packet, quoted);
        if (packet.length() < quoted + Ipv4.LENGTH
                || packet.length() < about.payloadOffset() + Icmp.LENGTH
                || about.destination() != target) {
            return;
        }
        Icmp request = new Icmp(packet, about.payloadOffset());
        if (request.type() == Icmp.ECHO && request.identifier() == identifier) {
            listener.advised(router, message.type(), message.code(), message.gateway(), request.sequence());
        }
    }

    private void failed(SocketError error) {
        if (error.origin() == SocketError.Origin.SEND) {
            listener.unsent(error.errno());
            return;
        }
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
