package dev.weft.net.netfilter.table;

import dev.weft.core.errno.Errno;
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
import dev.weft.net.ip.icmp.IcmpErrors;
import dev.weft.net.ip.v4.Ip4Forward;
import dev.weft.net.ip.v4.Ip4Input;
import dev.weft.net.ip.v4.Ip4Local;
import dev.weft.net.ip.v4.Ip4LocalOutput;
import dev.weft.net.ip.v4.Ip4Output;
import dev.weft.net.ip.v4.Sender;
import dev.weft.net.netfilter.hook.Hook;
import dev.weft.net.netfilter.hook.HookFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One table at one hook (kernel: `ipt_do_table` as called by `iptable_filter_hook` and its like).
///
/// The nat table has no node here: it is asked about the first packet of a connection only, by the node that
/// translates addresses, with an [Interpreter] of its own.
public final class TableNode extends Node {
    private final HookFamily family;
    private final TableKind kind;
    private final Hook hook;
    private final Arcs arcs = arcs();
    private final Drop dropped = drop(DropReason.NETFILTER_DROP);
    private final Next localOutput = next(Ip4LocalOutput.NAME);
    private final IcmpErrors icmp = new IcmpErrors(next(IcmpErrors.NODE));
    private final Interpreter interpreter = new Interpreter();
    private final Reroute reroute = new Reroute();
    private final HookState state;

    private TableNode(HookFamily family, TableKind kind, Hook hook) {
        this.family = family;
        this.kind = kind;
        this.hook = hook;
        state = new HookState(family, kind, hook, new Services());
    }

    /// The nodes of all tables but nat.
    public static List<NodeType> types() {
        List<NodeType> types = new ArrayList<>();
        for (HookFamily family : List.of(HookFamily.IPV4, HookFamily.IPV6)) {
            for (TableKind kind : TableKind.values()) {
                for (Hook hook : kind == TableKind.NAT ? List.<Hook>of() : kind.hooks()) {
                    boolean ip4 = family == HookFamily.IPV4;
                    NodeType type = NodeType.of(
                            name(family, kind, hook),
                            () -> new TableNode(family, kind, hook),
                            (ip4 ? "iptable_" : "ip6table_") + kind.text() + "_hook",
                            ip4 ? "ipt_do_table" : "ip6t_do_table");
                    types.add(ip4 ? type.behind(place(hook)) : type);
                }
            }
        }
        return types;
    }

    /// The node of IPv4 at which a hook is.
    private static String place(Hook hook) {
        return switch (hook) {
            case PRE_ROUTING -> Ip4Input.NAME;
            case LOCAL_IN -> Ip4Local.NAME;
            case FORWARD -> Ip4Forward.NAME;
            case LOCAL_OUT -> Ip4LocalOutput.NAME;
            case POST_ROUTING -> Ip4Output.NAME;
        };
    }

    /// `ip4-filter-forward`
    public static String name(HookFamily family, TableKind kind, Hook hook) {
        return (family == HookFamily.IPV4 ? "ip4-" : "ip6-")
                + kind.text()
                + "-"
                + Chain.nameOf(hook).toLowerCase(Locale.ROOT);
    }

    @Override
    public void process(Frame frame) {
        NetNamespace last = null;
        Program program = null;
        for (int i = 0; i < frame.size(); i++) {
            Packet packet = frame.get(i);
            NetNamespace namespace = namespace(packet);
            if (program == null || namespace != last) {
                last = namespace;
                program = Tables.of(namespace).program(family, kind, hook);
            }
            state.enter(packet, namespace, in(packet), out(packet), now());
            Verdict verdict = kind == TableKind.MANGLE && hook == Hook.LOCAL_OUT
                    ? mangleOutput(program, packet)
                    : interpreter.run(program, packet, state);
            switch (verdict) {
                case ACCEPT, CONTINUE, RETURN -> arcs.proceed(packet);
                case DROP -> drop(packet);
                case STOLEN -> {
                    // whoever stole it has sent it
                }
            }
        }
    }

    /// Whoever sent what may not leave this host is told so (kernel: `ip_send_skb` returns -EPERM).
    private void drop(Packet packet) {
        if (hook == Hook.LOCAL_OUT && packet.socket() instanceof Sender sender) {
            sender.refused(Errno.EPERM);
        }
        dropped.send(packet);
    }

    /// What was changed so that it would go another way is sent that way (kernel: `ipt_mangle_out`).
    private Verdict mangleOutput(Program program, Packet packet) {
        if (family != HookFamily.IPV4) {
            return interpreter.run(program, packet, state);
        }
        int mark = packet.mark();
        int tos = packet.u8(1);
        long addresses = packet.i64(12);
        Verdict verdict = interpreter.run(program, packet, state);
        boolean changed = packet.mark() != mark || packet.u8(1) != tos || packet.i64(12) != addresses;
        return verdict == Verdict.ACCEPT && changed && !reroute.apply(packet) ? Verdict.DROP : verdict;
    }

    private NetNamespace namespace(Packet packet) {
        boolean leaves = hook == Hook.LOCAL_OUT || hook == Hook.POST_ROUTING;
        return leaves ? packet.txDevice().namespace() : packet.rxDevice().namespace();
    }

    private @Nullable NetDevice in(Packet packet) {
        return hook == Hook.LOCAL_OUT ? null : packet.rxDeviceOrNull();
    }

    private @Nullable NetDevice out(Packet packet) {
        return hook == Hook.PRE_ROUTING || hook == Hook.LOCAL_IN ? null : packet.txDeviceOrNull();
    }

    /// What rules ask for.
    private final class Services implements HookServices {
        @Override
        public void icmpError(Packet packet, int type, int code) {
            if (family == HookFamily.IPV4) {
                icmp.report(packet, type, code, 0);
            }
        }

        @Override
        public @Nullable Packet allocate(int bytes) {
            return pool().allocate(bytes);
        }

        @Override
        public @Nullable Packet copy(Packet packet) {
            return TableNode.this.copy(packet);
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
