package dev.weft.net.netfilter.conntrack;

import dev.weft.core.graph.Arcs;
import dev.weft.core.graph.Frame;
import dev.weft.core.graph.NodeType;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.Packet;
import dev.weft.net.ip.fragment.Fragments;
import dev.weft.net.ip.fragment.ReassemblyNode;
import dev.weft.net.ip.v4.Ip4Input;
import dev.weft.net.ip.v4.Ip4LocalOutput;
import org.jspecify.annotations.Nullable;

/// Puts fragments together before they are tracked, for only the first has ports (kernel:
/// `ipv4_conntrack_defrag`).
public final class ConntrackDefrag extends ReassemblyNode {
    static final String IN = "conntrack-defrag";
    static final String OUT = "conntrack-defrag-out";

    public static final NodeType ON_INPUT = type(IN, true);
    public static final NodeType ON_OUTPUT = type(OUT, false);

    private final boolean input;
    private final Arcs arcs = arcs();
    private @Nullable Packet current;

    private ConntrackDefrag(boolean input) {
        this.input = input;
    }

    private static NodeType type(String name, boolean input) {
        return NodeType.of(
                        name,
                        () -> new ConntrackDefrag(input),
                        "ipv4_conntrack_defrag",
                        "nf_ct_ipv4_gather_frags",
                        "ip_defrag")
                .behind(input ? Ip4Input.NAME : Ip4LocalOutput.NAME);
    }

    @Override
    public void process(Frame frame) {
        for (int i = 0; i < frame.size(); i++) {
            Packet packet = frame.get(i);
            if (!isFragment(packet) || packet.connection() > 0 || packet.connectionInfo() == ConnectionInfo.UNTRACKED) {
                arcs.proceed(packet);
                continue;
            }
            NetDevice device = input ? packet.rxDevice() : packet.txDevice();
            current = packet;
            int user = input ? Fragments.CONNTRACK_IN : Fragments.CONNTRACK_OUT;
            Packet whole = Fragments.of(device.namespace()).add(packet, user, this);
            current = null;
            if (whole != null) {
                arcs.proceed(whole);
            }
        }
    }

    @Override
    public @Nullable Packet allocate(int bytes) {
        Packet whole = super.allocate(bytes);
        if (whole != null && current != null) {
            whole.takeArcs(current);
        }
        return whole;
    }
}
