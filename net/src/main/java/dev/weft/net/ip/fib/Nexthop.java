package dev.weft.net.ip.fib;

import dev.weft.core.packet.Destination;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.wire.Ip4Address;
import dev.weft.net.ip.neighbor.Neighbor;
import org.jspecify.annotations.Nullable;

/// One way of a [Route]: the device to leave by and the gateway on it (kernel: `struct fib_nh`, and the `struct rtable`
/// that packets hold).
///
/// A route that is gone leaves its next hops as tombstones: [#isDead] says so to packets on their way.
public final class Nexthop extends Destination {
    /// Its device is down or gone.
    public static final int DEAD = 1;

    /// The route has been taken away (kernel: `fib_dead`); listings do not know the word.
    static final int GONE = 0x100;

    /// The gateway is on the link, whatever the routes say.
    public static final int ONLINK = 4;

    /// Its device has no carrier.
    public static final int LINKDOWN = 16;

    /// Flags that say how things are, not what was asked for.
    static final int STATE = DEAD | LINKDOWN;

    /// The largest packet of IPv4.
    private static final int MAX_MTU = 0xffff;

    /// What a locked route assumes of the path behind a gateway.
    private static final int LOCKED_MTU = 576;

    private final Route route;
    private final int gateway;
    private final int weight;
    private final int realm;
    private final @Nullable NexthopException exception;
    private @Nullable NetDevice device;
    private int scope;
    private int flags;
    private int upperBound;
    private int source;
    private int sourceGeneration = -1;
    private @Nullable Neighbor neighbor;
    private @Nullable NexthopExceptions exceptions;

    Nexthop(Route route, NexthopRequest request) {
        this.route = route;
        this.gateway = request.gateway();
        this.weight = request.weight();
        this.realm = request.realm();
        this.flags = request.flags();
        this.exception = null;
    }

    /// The same way but for what was learnt of one destination.
    Nexthop(Nexthop usual, int gateway, NexthopException exception) {
        this.route = usual.route;
        this.gateway = gateway;
        this.weight = usual.weight;
        this.realm = usual.realm;
        this.exception = exception;
        this.device = usual.device;
        this.scope = usual.scope;
        this.flags = usual.flags;
    }

    // ---- for packets on their way

    public Route route() {
        return route;
    }

    public RouteType type() {
        return route.type();
    }

    /// The device to leave by; null for routes that lead nowhere.
    public @Nullable NetDevice device() {
        return device;
    }

    /// Whom to send to on the link; 0 when that is the destination itself.
    public int gateway() {
        return gateway;
    }

    /// The address on the link to which a packet for `destination` goes.
    public int nextAddress(int destination) {
        return gateway != 0 ? gateway : destination;
    }

    /// Is it gone, or of no use while its device is down?
    public boolean isDead() {
        return (flags & (DEAD | GONE)) != 0;
    }

    /// The longest packet that may be sent this way from here (kernel: `ipv4_mtu`).
    public int mtu() {
        if (exception != null && exception.mtu() != 0) {
            return exception.mtu();
        }
        int asked = route.metrics().get(RouteMetric.MTU);
        if (asked != 0 || device == null) {
            return asked;
        }
        int mtu = Math.min(device.mtu(), MAX_MTU);
        return isMtuLocked() && gateway != 0 ? Math.min(mtu, LOCKED_MTU) : mtu;
    }

    /// The longest packet that may be forwarded this way: what ICMP has said of the path is not believed unless it is
    /// wanted so (kernel: `ip_dst_mtu_maybe_forward`).
    ///
    /// @param believesPath `net.ipv4.ip_forward_use_pmtu`
    public int forwardMtu(boolean believesPath) {
        if (exception != null && (believesPath || isMtuLocked())) {
            return mtu();
        }
        int asked = route.metrics().get(RouteMetric.MTU);
        return asked != 0 || device == null ? asked : Math.min(device.mtu(), MAX_MTU);
    }

    /// Does the MTU stand fast, so that longer packets are fragmented and not measured?
    public boolean isMtuLocked() {
        return exception != null && exception.isMtuLocked() || route.metrics().isLocked(RouteMetric.MTU);
    }

    /// The neighbour that the sending node found here last time: that of the gateway, or of the latest destination.
    public @Nullable Neighbor neighbor() {
        return neighbor;
    }

    public void neighbor(@Nullable Neighbor neighbor) {
        this.neighbor = neighbor;
    }

    // ---- for the control plane

    public int weight() {
        return weight;
    }

    /// That of the destination, shifted by 16 that of the source; 0 for none.
    public int realm() {
        return realm;
    }

    public int flags() {
        return flags;
    }

    public boolean has(int flag) {
        return (flags & flag) != 0;
    }

    void set(int flag) {
        flags |= flag;
        if (exceptions != null) {
            exceptions.forEach(learnt -> learnt.nexthop().set(flag));
        }
    }

    void clear(int flag) {
        flags &= ~flag;
        if (exceptions != null) {
            exceptions.forEach(learnt -> learnt.nexthop().clear(flag));
        }
    }

    /// How far away what it leads to is: [RouteScope#LINK] behind a gateway, [RouteScope#HOST] on the link itself,
    /// [RouteScope#NOWHERE] on this host.
    public int scope() {
        return scope;
    }

    /// The index of the device, 0 without one.
    public int deviceIndex() {
        return device == null ? 0 : device.index();
    }

    void resolve(NetDevice leaveBy, int nearness) {
        device = leaveBy;
        scope = nearness;
        if (!leaveBy.hasCarrier()) {
            flags |= LINKDOWN;
        }
    }

    /// The greatest hash that goes this way, and not one of the ways before.
    int upperBound() {
        return upperBound;
    }

    void upperBound(int hash) {
        upperBound = hash;
    }

    /// The source address that was chosen for it, in the [Fib#addressGeneration] in which it was.
    public int source() {
        return source;
    }

    public int sourceGeneration() {
        return sourceGeneration;
    }

    public void source(int address, int generation) {
        source = address;
        sourceGeneration = generation;
    }

    /// What was learnt of the one destination for which this next hop was made; null for the usual ones.
    public @Nullable NexthopException exception() {
        return exception;
    }

    @Nullable
    NexthopExceptions exceptions() {
        return exceptions;
    }

    void exceptions(@Nullable NexthopExceptions learnt) {
        exceptions = learnt;
    }

    /// Are they the same way (kernel: `nh_comp`)?
    boolean isLike(Nexthop other) {
        return device == other.device
                && gateway == other.gateway
                && scope == other.scope
                && weight == other.weight
                && realm == other.realm
                && ((flags ^ other.flags) & ~STATE) == 0;
    }

    @Override
    public String toString() {
        String way = gateway != 0 ? " via " + Ip4Address.toString(gateway) : "";
        return type().word() + way + (device == null ? "" : " dev " + device.name());
    }
}
