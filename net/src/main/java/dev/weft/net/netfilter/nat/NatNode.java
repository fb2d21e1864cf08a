package dev.weft.net.netfilter.nat;

import dev.weft.core.graph.Arcs;
import dev.weft.core.graph.Drop;
import dev.weft.core.graph.DropReason;
import dev.weft.core.graph.Frame;
import dev.weft.core.graph.Next;
import dev.weft.core.graph.Node;
import dev.weft.core.graph.NodeType;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.packet.Packet;
import dev.weft.core.wire.IpProtocol;
import dev.weft.net.ip.icmp.IcmpErrors;
import dev.weft.net.ip.v4.Ip4LocalOutput;
import dev.weft.net.netfilter.conntrack.ConnectionInfo;
import dev.weft.net.netfilter.conntrack.Conntrack;
import dev.weft.net.netfilter.hook.Hook;
import dev.weft.net.netfilter.hook.HookFamily;
import dev.weft.net.netfilter.table.HookServices;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.Interpreter;
import dev.weft.net.netfilter.table.Reroute;
import dev.weft.net.netfilter.table.TableKind;
import dev.weft.net.netfilter.table.TableNode;
import dev.weft.net.netfilter.table.Tables;
import dev.weft.net.netfilter.table.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Translation at one hook (kernel: `nf_nat_ipv4_fn`, `nf_nat_inet_fn`): the nat table is asked about the
/// first packet of each connection, and what it has said holds for all that follow, both ways.
public final class NatNode extends Node {
    /// One for each hook of the nat table.
    public static final List<NodeType> TYPES =
            TableKind.NAT.hooks().stream().map(NatNode::type).toList();

    private static final int PROTOCOL = 9;
    private static final int SOURCE = 12;
    private static final int DESTINATION = 16;

    private final Hook hook;
    private final Manip manip;
    private final Arcs arcs = arcs();
    private final Drop dropped = drop(DropReason.NETFILTER_DROP);
    private final Drop moved = drop(new DropReason("NETFILTER_DROP", "its masqueraded connection left another way"));
    private final Drop noRoute = drop(DropReason.IP_OUTNOROUTES);
    private final Next localOutput = next(Ip4LocalOutput.NAME);
    private final IcmpErrors icmp = new IcmpErrors(next(IcmpErrors.NODE));
    private final Interpreter interpreter = new Interpreter();
    private final Reroute reroute = new Reroute();
    private final HookState state;

    private NatNode(Hook hook) {
        this.hook = hook;
        this.manip = Manip.at(hook);
        this.state = new HookState(HookFamily.IPV4, TableKind.NAT, hook, new Services());
    }

    private static NodeType type(Hook hook) {
        String function = switch (hook) {
            case PRE_ROUTING -> "nf_nat_ipv4_pre_routing";
            case LOCAL_IN -> "nf_nat_ipv4_local_in";
            case LOCAL_OUT -> "nf_nat_ipv4_local_fn";
            default -> "nf_nat_ipv4_out";
        };
        return NodeType.of(
                TableNode.name(HookFamily.IPV4, TableKind.NAT, hook),
                () -> new NatNode(hook),
                function,
                "nf_nat_inet_fn",
                "nf_nat_packet");
    }

    @Override
    public void process(Frame frame) {
        for (int i = 0; i < frame.size(); i++) {
            Packet packet = frame.get(i);
            NetDevice device = leaves() ? packet.txDevice() : packet.rxDevice();
            NetNamespace namespace = device.namespace();
            Conntrack conntrack = Conntrack.of(namespace);
            int slot = conntrack.connection(packet);
            if (slot == 0) {
                arcs.proceed(packet);
                continue;
            }
            Drop refused = translate(conntrack, Nat.of(namespace), slot, packet);
            if (refused != null) {
                refused.send(packet);
            } else if (!stolen) {
                arcs.proceed(packet);
            }
        }
    }

    private boolean leaves() {
        return hook == Hook.LOCAL_OUT || hook == Hook.POST_ROUTING;
    }

    private boolean stolen;

    private @Nullable Drop translate(Conntrack conntrack, Nat nat, int slot, Packet packet) {
        stolen = false;
        int info = packet.connectionInfo();
        boolean related = info == ConnectionInfo.RELATED || info == ConnectionInfo.RELATED_REPLY;
        if (related && packet.u8(PROTOCOL) == IpProtocol.ICMP) {
            int before = packet.i32(DESTINATION);
            if (!IcmpTranslation.translate(conntrack.connections(), slot, info, packet, manip)) {
                return dropped;
            }
            return rerouted(packet, before);
        }
        if ((related || info == ConnectionInfo.NEW) && !nat.isDone(slot, manip)) {
            Verdict verdict = askTable(conntrack.namespace(), packet);
            if (verdict == Verdict.STOLEN) {
                stolen = true;
                return null;
            }
            if (verdict == Verdict.DROP) {
                return dropped;
            }
            if (!nat.isDone(slot, manip)) {
                nat.bindAsIs(slot, manip);
            }
        } else if (hasMoved(conntrack, slot, info, packet)) {
            conntrack.kill(slot, 0);
            return moved;
        }
        int before = packet.i32(DESTINATION);
        int source = packet.i32(SOURCE);
        Translation.apply(conntrack.connections(), slot, info, packet, manip);
        if (packet.isTraced() && (packet.i32(DESTINATION) != before || packet.i32(SOURCE) != source)) {
            packet.trace(Translated.of(manip, packet));
        }
        return rerouted(packet, before);
    }

    private Verdict askTable(NetNamespace namespace, Packet packet) {
        state.enter(
                packet,
                namespace,
                hook == Hook.LOCAL_OUT ? null : packet.rxDeviceOrNull(),
                leaves() ? packet.txDevice() : null,
                now());
        return interpreter.run(
                Tables.of(namespace).table(HookFamily.IPV4, TableKind.NAT).program(hook), packet, state);
    }

    /// Does it leave by another device than that whose address it has borrowed (kernel:
    /// `nf_nat_oif_changed`)?
    private boolean hasMoved(Conntrack conntrack, int slot, int info, Packet packet) {
        if (hook != Hook.POST_ROUTING || ConnectionInfo.direction(info) != 0) {
            return false;
        }
        int device = conntrack.connections().masqueradeDevice(slot);
        return device != 0 && device != packet.txDevice().index();
    }

    /// A packet with another destination goes another way.
    private @Nullable Drop rerouted(Packet packet, int before) {
        if (packet.i32(DESTINATION) == before) {
            return null;
        }
        if (hook == Hook.PRE_ROUTING) {
            packet.destination(null);
        } else if (hook == Hook.LOCAL_OUT && !reroute.apply(packet)) {
            return noRoute;
        }
        return null;
    }

    /// What rules ask for.
    private final class Services implements HookServices {
        @Override
        public void icmpError(Packet packet, int type, int code) {
            icmp.report(packet, type, code, 0);
        }

        @Override
        public @Nullable Packet allocate(int bytes) {
            return pool().allocate(bytes);
        }

        @Override
        public @Nullable Packet copy(Packet packet) {
            return NatNode.this.copy(packet);
        }

        @Override
        public void sendLocal(Packet packet) {
            localOutput.send(packet);
        }

        @Override
        public void proceed(Packet packet) {
            arcs.proceed(packet);
        }

        @Override
        public void drop(Packet packet) {
            dropped.send(packet);
        }
    }
}
