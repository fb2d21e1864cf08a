package dev.weft.net.netfilter.target.tee;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.packet.Packet;
import dev.weft.core.packet.PacketFlag;
import dev.weft.core.wire.Ip4Address;
import dev.weft.core.wire.Ipv4;
import dev.weft.net.ip.fib.DirectRoutes;
import dev.weft.net.ip.fib.Ip4Flow;
import dev.weft.net.ip.fib.Nexthop;
import dev.weft.net.ip.fib.RouteType;
import dev.weft.net.ip.v4.Ip4OutputRoute;
import dev.weft.net.netfilter.conntrack.ConnectionInfo;
import dev.weft.net.netfilter.hook.Hook;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.RuleCheck;
import dev.weft.net.netfilter.table.Target;
import dev.weft.net.netfilter.table.TargetType;
import dev.weft.net.netfilter.table.Verdict;
import org.jspecify.annotations.Nullable;

/// `-j TEE`: sends a copy of the packet to a gateway, whatever its destination is (kernel: `tee_tg4`,
/// `nf_dup_ipv4`).
public final class TeeTarget implements Target {
    public static final TargetType TYPE = new TeeType();

    private static final int DONT_FRAGMENT_WORD = 6;

    private final int gateway;
    private final String device;
    private final Ip4Flow flow = new Ip4Flow();
    private final Ip4OutputRoute route = new Ip4OutputRoute();
    private @Nullable Nexthop direct;

    /// @param device that the copy must leave by; empty for any
    TeeTarget(int gateway, String device) {
        this.gateway = gateway;
        this.device = device;
    }

    @Override
    public TargetType type() {
        return TYPE;
    }

    @Override
    public Verdict apply(Packet packet, HookState state) {
        if (!packet.has(PacketFlag.DUPLICATED) && findRoute(packet, state.namespace())) {
            Packet copy = state.services().copy(packet);
            if (copy != null) {
                if (packet.isTraced()) {
                    packet.trace(new Copied(Ip4Address.toString(gateway)));
                }
                send(copy, state);
            }
        }
        return Verdict.CONTINUE;
    }

    private boolean findRoute(Packet packet, NetNamespace namespace) {
        flow.clear().to(gateway);
        flow.tos = packet.u8(1);
        NetDevice out = device.isEmpty() ? null : namespace.device(device);
        if (out != null) {
            flow.outputDevice = out.index();
        }
        return route.find(namespace, flow) == null;
    }

    /// The copy must not be cut, and is nobody's connection.
    private void send(Packet copy, HookState state) {
        copy.put16(DONT_FRAGMENT_WORD, copy.u16(DONT_FRAGMENT_WORD) | Ipv4.DONT_FRAGMENT);
        if (state.hook() == Hook.PRE_ROUTING || state.hook() == Hook.LOCAL_IN) {
            new Ipv4(copy, 0).decreaseTtl();
        }
        copy.connection(0, ConnectionInfo.UNTRACKED);
        copy.set(PacketFlag.DUPLICATED);
        route.applyTo(copy);
        copy.destination(way());
        state.services().sendLocal(copy);
    }

    /// Trace line: a copy goes to the gateway.
    public record Copied(String gateway) {}

    /// Where the route itself has no gateway, ours is on the link and becomes it.
    private Nexthop way() {
        Nexthop found = route.way();
        if (found.gateway() != 0 || route.type() != RouteType.UNICAST) {
            return found;
        }
        Nexthop known = direct;
        if (known == null || known.device() != route.device()) {
            known = DirectRoutes.via(route.device(), gateway); // once for each device that it has led to
            direct = known;
        }
        return known;
    }

    @Override
    public void enter(RuleCheck check) {
        if (gateway == 0) {
            throw new KernelError(Errno.EINVAL);
        }
    }

    @Override
    public void save(StringBuilder to) {
        to.append(" --gateway ").append(Ip4Address.toString(gateway));
        if (!device.isEmpty()) {
            to.append(" --oif ").append(device);
        }
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        to.append(" TEE gw:").append(Ip4Address.toString(gateway));
        if (!device.isEmpty()) {
            to.append(" oif=").append(device);
        }
    }
}
