package dev.weft.net.netfilter.match.rpfilter;

import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.Packet;
import dev.weft.core.wire.Ip4Address;
import dev.weft.net.ip.fib.Fib;
import dev.weft.net.ip.fib.FibResult;
import dev.weft.net.ip.fib.Ip4Flow;
import dev.weft.net.ip.fib.Route;
import dev.weft.net.ip.fib.RouteType;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.Match;
import dev.weft.net.netfilter.table.MatchType;

/// `-m rpfilter`: does the route back to the sender lead by the device that the packet came by (kernel: `rpfilter_mt`)?
final class RpfilterMatch implements Match {
    private static final int TOS = 1;
    private static final int SOURCE = 12;
    private static final int DESTINATION = 16;

    /// What it was told to do.
    record Ways(boolean isLoose, boolean isMarked, boolean isLocalAccepted, boolean isInverted) {}

    private final Ways ways;
    private final Ip4Flow back = new Ip4Flow();
    private final FibResult result = new FibResult();

    RpfilterMatch(Ways ways) {
        this.ways = ways;
    }

    @Override
    public MatchType type() {
        return RpfilterType.TYPE;
    }

    @Override
    public boolean matches(Packet packet, HookState state) {
        NetDevice in = state.in();
        return (in == null || in.has(NetDevice.IFF_LOOPBACK) || isReachable(packet, state, in)) != ways.isInverted;
    }

    private boolean isReachable(Packet packet, HookState state, NetDevice in) {
        int source = packet.i32(SOURCE);
        int destination = packet.i32(DESTINATION);
        boolean toMany = destination == -1 || Ip4Address.isMulticast(destination);
        if (source >>> 24 == 0 && toMany) {
            return true; // of one who has no address yet
        }
        back.clear().to(source).from(toMany || destination >>> 24 == 0 ? 0 : destination);
        back.tos = packet.u8(TOS);
        back.mark = ways.isMarked ? packet.mark() : 0;
        if (Fib.of(state.namespace()).lookup(back, result) != null) {
            return false;
        }
        boolean local = result.type() == RouteType.LOCAL && ways.isLocalAccepted;
        if (result.type() != RouteType.UNICAST && !local) {
            return false;
        }
        return ways.isLoose || leadsOutBy(result.route(), in);
    }

    private static boolean leadsOutBy(Route route, NetDevice device) {
        for (int i = 0; i < route.nexthopCount(); i++) {
            if (route.nexthop(i).device() == device) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean hasMemory() {
        return false;
    }

    @Override
    public void save(StringBuilder to) {
        to.append(ways.isLoose ? " --loose" : "").append(ways.isMarked ? " --validmark" : "");
        to.append(ways.isLocalAccepted ? " --accept-local" : "").append(ways.isInverted ? " --invert" : "");
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        to.append(" rpfilter").append(ways.isLoose ? " loose" : "").append(ways.isMarked ? " validmark" : "");
        to.append(ways.isLocalAccepted ? " accept-local" : "").append(ways.isInverted ? " invert" : "");
    }
}
