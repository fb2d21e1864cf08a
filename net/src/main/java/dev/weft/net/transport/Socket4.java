package dev.weft.net.transport;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.graph.Next;
import dev.weft.core.graph.Worker;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.packet.Packet;
import dev.weft.core.packet.PacketFlag;
import dev.weft.core.packet.PacketSender;
import dev.weft.core.trace.TraceLog;
import dev.weft.core.wire.Bytes;
import dev.weft.core.wire.Icmp;
import dev.weft.core.wire.Ip4Address;
import dev.weft.core.wire.IpProtocol;
import dev.weft.core.wire.Ipv4;
import dev.weft.net.ip.fib.Fib;
import dev.weft.net.ip.fib.Ip4Flow;
import dev.weft.net.ip.fib.Learning;
import dev.weft.net.ip.fib.RouteType;
import dev.weft.net.ip.icmp.RouterAdvice;
import dev.weft.net.ip.v4.Ip4Config;
import dev.weft.net.ip.v4.Ip4Counter;
import dev.weft.net.ip.v4.Ip4Counters;
import dev.weft.net.ip.v4.Ip4Global;
import dev.weft.net.ip.v4.Ip4Groups;
import dev.weft.net.ip.v4.Ip4Header;
import dev.weft.net.ip.v4.Ip4LocalOutput;
import dev.weft.net.ip.v4.Ip4Options;
import dev.weft.net.ip.v4.Ip4OutputRoute;
import dev.weft.net.ip.v4.Sender;
import dev.weft.net.namespace.Network;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What sockets of IPv4 have in common: where they are bound, how they send, what they are told (ip(7), kernel:
/// `struct inet_sock`).
///
/// A socket belongs to a namespace and is used on the worker that owns it. What arrives is shown to its owner by a
/// callback, during which alone the packet may be looked at.
public abstract class Socket4 implements PacketSender, AutoCloseable, Sender {
    private static final int LONGEST = 0xffff;

    private final NetNamespace namespace;
    private final int protocol;
    private final Ip4Flow flow = new Ip4Flow();
    private final Ip4OutputRoute route = new Ip4OutputRoute();
    private final List<Membership> memberships = new ArrayList<>(0);

    private int boundAddress;
    private int peerAddress;
    private int peerPort;
    private @Nullable NetDevice boundDevice;
    private int ttl;
    private int multicastTtl = 1;
    private @Nullable NetDevice multicastDevice;
    private boolean multicastLoop = true;
    private int tos;
    private int mark;
    private boolean broadcast;
    private boolean dontRoute;
    private PathMtuDiscovery discovery;
    private Bytes options = Bytes.EMPTY;
    private @Nullable ErrorListener errorListener;
    private @Nullable Receiver receiver;
    private @Nullable Runnable refusalListener;
    private @Nullable TraceLog traceLog;
    private @Nullable Next output;
    private @Nullable Worker outputOf;
    private boolean confirms;
    private boolean closed;

    private record Membership(NetDevice device, int group) {}

    /// Is shown what arrives.
    @FunctionalInterface
    public interface Receiver {
        /// @param packet its data begin with the IP header; it must not be kept
        void received(Packet packet);
    }

    /// Is told what went wrong.
    @FunctionalInterface
    public interface ErrorListener {
        void failed(SocketError error);
    }

    protected Socket4(NetNamespace namespace, int protocol) {
        this.namespace = namespace;
        this.protocol = protocol;
        this.discovery =
                Ip4Config.of(namespace).is(Ip4Global.IP_NO_PMTU_DISC) ? PathMtuDiscovery.DONT : PathMtuDiscovery.WANT;
    }

    // ---- options

    public final NetNamespace namespace() {
        return namespace;
    }

    public final int protocol() {
        return protocol;
    }

    /// Only this device is used (`SO_BINDTODEVICE`); null for any.
    public final void bindDevice(@Nullable NetDevice device) {
        boundDevice = device;
    }

    /// The address to send from and to be reached at; 0 for any.
    ///
    /// @throws KernelError EADDRNOTAVAIL when it is none of this host's
    public void bind(int address) {
        RouteType type = address == 0 ? RouteType.LOCAL : Fib.of(namespace).addressType(address);
        boolean possible = type == RouteType.LOCAL
                || type == RouteType.MULTICAST
                || type == RouteType.BROADCAST
                || Ip4Config.of(namespace).is(Ip4Global.IP_NONLOCAL_BIND);
        if (!possible) {
            throw new KernelError(Errno.EADDRNOTAVAIL);
        }
        boundAddress = address;
    }

    /// The address that this socket was bound to, or that connecting has chosen; 0 for none.
    public final int boundAddress() {
        return boundAddress;
    }

    /// From now on it speaks with this one host only; its own address is chosen if it has none.
    ///
    /// @throws KernelError ENETUNREACH and others when there is no way to it, EACCES when that is a broadcast
    public void connect(int address, int port) {
        prepare(address, port);
        Errno error = route.find(namespace, flow);
        if (error != null) {
            countIfUnroutable(error);
            throw new KernelError(error);
        }
        if (route.type() == RouteType.BROADCAST && !broadcast) {
            throw new KernelError(Errno.EACCES);
        }
        peerAddress = flow.destination;
        peerPort = port;
        if (boundAddress == 0) {
            boundAddress = flow.source;
        }
    }

    public final int peerAddress() {
        return peerAddress;
    }

    public final int peerPort() {
        return peerPort;
    }

    /// 0 for the default.
    public final void ttl(int hops) {
        ttl = hops;
    }

    public final void multicastTtl(int hops) {
        multicastTtl = hops;
    }

    /// The device by which groups are spoken to (`IP_MULTICAST_IF`).
    public final void multicastDevice(@Nullable NetDevice device) {
        multicastDevice = device;
    }

    /// Does this host get what it sends to groups that it is in?
    public final void multicastLoop(boolean on) {
        multicastLoop = on;
    }

    public final void tos(int typeOfService) {
        tos = typeOfService;
    }

    public final void mark(int firewallMark) {
        mark = firewallMark;
    }

    public final void broadcast(boolean allowed) {
        broadcast = allowed;
    }

    public final boolean mayBroadcast() {
        return broadcast;
    }

    /// Only hosts on the link are spoken to (`SO_DONTROUTE`).
    public final void dontRoute(boolean on) {
        dontRoute = on;
    }

    public final void pathMtuDiscovery(PathMtuDiscovery mode) {
        discovery = mode;
    }

    public final PathMtuDiscovery pathMtuDiscovery() {
        return discovery;
    }

    /// Options for the header of every packet, padded to words (`IP_OPTIONS`).
    public final void options(Bytes bytes) {
        options = bytes;
    }

    /// The next hop is known to be there: no need to ask for it (`MSG_CONFIRM`).
    public final void confirms(boolean on) {
        confirms = on;
    }

    /// Wants to hear of errors (`IP_RECVERR`).
    public final void onError(@Nullable ErrorListener listener) {
        errorListener = listener;
    }

    /// Wants to hear that the device had no room for what was just sent: what Linux says by ENOBUFS, to those who want
    /// to hear of errors.
    public final void onRefusal(@Nullable Runnable listener) {
        refusalListener = listener;
    }

    public final void onReceive(@Nullable Receiver whoTakesThem) {
        receiver = whoTakesThem;
    }

    /// Packets that are sent from here on are traced.
    public final void explain(@Nullable TraceLog log) {
        traceLog = log;
    }

    /// Listens to a group on a device.
    public final void join(NetDevice device, int group) {
        memberships.add(new Membership(device, group));
        Ip4Groups.of(device).join(group);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            memberships.forEach(m -> Ip4Groups.of(m.device).leave(m.group));
            memberships.clear();
        }
    }

    public final boolean isClosed() {
        return closed;
    }

    // ---- sending

    /// An empty packet for a payload of so many bytes; null when memory is used up.
    public final @Nullable Packet allocate(int bytes) {
        Packet packet = worker().pool().allocate(bytes);
        if (packet != null) {
            packet.length(bytes);
        }
        return packet;
    }

    protected final Worker worker() {
        return Network.of(namespace).workerOf(namespace);
    }

    /// Asks for the way to a destination; the answer is in [#route] and [#flow].
    protected final @Nullable Errno findRoute(int destination, int port) {
        prepare(destination, port);
        Errno error = route.find(namespace, flow);
        if (protocol == IpProtocol.UDP) {
            countIfUnroutable(error);
        }
        if (error == null && route.type() == RouteType.BROADCAST && !broadcast) {
            return Errno.EACCES;
        }
        return error;
    }

    private void countIfUnroutable(@Nullable Errno error) {
        if (error == Errno.ENETUNREACH) {
            Ip4Counters.of(namespace).increment(Ip4Counter.OUT_NO_ROUTES);
        }
    }

    private void prepare(int destination, int port) {
        flow.clear().to(destination).from(boundAddress);
        flow.tos = tos & 0x1e;
        flow.mark = mark;
        flow.protocol = protocol;
        flow.destinationPort = port;
        flow.scope = dontRoute ? dev.weft.net.ip.fib.RouteScope.LINK : dev.weft.net.ip.fib.RouteScope.UNIVERSE;
        NetDevice out = boundDevice;
        if (out == null && Ip4Address.isMulticast(destination)) {
            out = multicastDevice;
        }
        flow.outputDevice = out == null ? 0 : out.index();
        flow.uid = 0;
    }

    protected final Ip4OutputRoute route() {
        return route;
    }

    protected final Ip4Flow flow() {
        return flow;
    }

    /// The longest packet, IP header included, that may go the way that was found.
    protected final int mtu() {
        return discovery.believesPath() ? route.mtu() : route.device().mtu();
    }

    /// Checks the length of a payload, transport header included, against the way that was found (kernel:
    /// `__ip_append_data`).
    protected final @Nullable Errno checkLength(int bytes, int port) {
        int header = Ipv4.LENGTH + options.length();
        int most = discovery.mayCut() ? LONGEST : mtu();
        if (header + bytes > most) {
            localError(Errno.EMSGSIZE, port, mtu() - options.length());
            return Errno.EMSGSIZE;
        }
        return null;
    }

    /// Sends a packet, whose data are the payload with its transport header, the way that was found.
    protected final void transmit(Packet packet, String why) {
        route.applyTo(packet);
        int length = Ipv4.LENGTH + options.length() + packet.length();
        boolean whole = discovery == PathMtuDiscovery.DO
                || discovery == PathMtuDiscovery.PROBE
                || discovery.forbidsCutting() && length <= mtu() && !route.way().isMtuLocked();
        if (options.length() != 0) {
            packet.push(options.length());
            options.write(packet, 0);
        }
        Ip4Header.push(packet, options.length(), flow.source, flow.destination, protocol, tos, hops(), whole);
        if (whole && discovery.mayCut()) {
            Ip4Header.identify(packet);
        }
        if (options.length() != 0) {
            Ip4Options.build(packet, worker().clock());
        }
        start(packet, why);
    }

    /// Starts a packet that has its IP header already.
    protected final void start(Packet packet, String why) {
        packet.mark(mark);
        packet.socket(this);
        packet.set(PacketFlag.TELLS_SENDER);
        if (confirms) {
            packet.set(PacketFlag.CONFIRM_NEIGHBOR);
        }
        if (!multicastLoop) {
            packet.set(PacketFlag.NO_MULTICAST_LOOP);
        }
        if (traceLog != null) {
            packet.trace(traceLog.begin(why));
        }
        Worker worker = worker();
        Next way = output;
        if (way == null || worker != outputOf) {
            way = worker.graph().next(Ip4LocalOutput.NAME);
            output = way;
            outputOf = worker;
        }
        way.send(packet);
    }

    private int hops() {
        if (route.type() == RouteType.MULTICAST) {
            return multicastTtl;
        }
        return ttl != 0 ? ttl : route.ttl();
    }

    @Override
    public final void refused(Packet packet) {
        Ip4Counters.of(namespace).increment(Ip4Counter.OUT_DISCARDS);
        discarded();
        Runnable listener = refusalListener;
        if (listener != null) {
            listener.run();
        }
    }

    /// What was just sent did not leave.
    protected void discarded() {}

    // ---- receiving

    /// Is a packet between these addresses, which came by this device, for this socket?
    protected final boolean isFor(int local, int remote, NetDevice device) {
        return (boundAddress == 0 || boundAddress == local)
                && (peerAddress == 0 || peerAddress == remote)
                && (boundDevice == null || boundDevice == device);
    }

    protected final @Nullable NetDevice boundDevice() {
        return boundDevice;
    }

    /// Shows a packet, whose data begin with the IP header, to the owner.
    protected final void show(Packet packet) {
        Receiver owner = receiver;
        if (owner != null) {
            owner.received(packet);
        }
    }

    // ---- errors

    /// Netfilter has dropped a packet in LOCAL_OUT: what send(2) itself says of it.
    @Override
    public final void refused(Errno errno) {
        ErrorListener listener = errorListener;
        if (listener != null) {
            listener.failed(
                    new SocketError(errno, SocketError.Origin.SEND, 0, 0, 0, 0, flow.destination, 0, Bytes.EMPTY, 0));
        }
    }

    private void localError(Errno errno, int port, int info) {
        ErrorListener listener = errorListener;
        if (listener != null) {
            listener.failed(new SocketError(
                    errno, SocketError.Origin.LOCAL, 0, 0, info, 0, flow.destination, port, Bytes.EMPTY, 0));
        }
    }

    /// An ICMP error has come about a packet of this socket.
    ///
    /// @param message its data beginning with the ICMP header
    /// @param quoted where the IP header of the packet begins that it is about
    protected final void failed(Packet message, int quoted, int port) {
        Icmp icmp = new Icmp(message, 0);
        Ipv4 about = new Ipv4(message, quoted);
        int info = 0;
        if (icmp.type() == Icmp.REDIRECT) {
            RouterAdvice.follow(message, about, icmp.gateway(), tos, mark);
            return;
        }
        if (icmp.type() == Icmp.DESTINATION_UNREACHABLE && icmp.code() == Icmp.FRAGMENTATION_NEEDED) {
            info = icmp.nextHopMtu();
            learnPathMtu(about, info);
        } else if (icmp.type() == Icmp.PARAMETER_PROBLEM) {
            info = icmp.pointer();
        }
        IcmpErrno meaning = IcmpErrno.of(icmp.type(), icmp.code(), discovery);
        ErrorListener listener = errorListener;
        if (meaning == null || listener == null) {
            return;
        }
        Ipv4 ip = new Ipv4(message, message.networkOffset());
        int payload = about.payloadOffset();
        listener.failed(new SocketError(
                meaning.errno(),
                SocketError.Origin.ICMP,
                icmp.type(),
                icmp.code(),
                info,
                ip.source(),
                about.destination(),
                port,
                Bytes.read(message, payload, message.length() - payload),
                ip.ttl()));
    }

    /// Kernel: `ipv4_sk_update_pmtu`.
    private void learnPathMtu(Ipv4 about, int mtuBytes) {
        prepare(about.destination(), 0);
        flow.source = about.source();
        if (route.find(namespace, flow) == null && route.type() == RouteType.UNICAST) {
            Learning.pathMtu(Fib.of(namespace), flow, route.way(), mtuBytes);
        }
    }
}
