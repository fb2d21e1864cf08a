package dev.weft.net.netfilter.conntrack;

import dev.weft.core.graph.Arcs;
import dev.weft.core.graph.Drop;
import dev.weft.core.graph.DropReason;
import dev.weft.core.graph.Frame;
import dev.weft.core.graph.Node;
import dev.weft.core.graph.NodeType;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.Packet;
import dev.weft.net.ip.v4.Ip4Local;
import dev.weft.net.ip.v4.Ip4Output;

/// Makes the connections valid whose first packet has come so far, and tells the news (kernel: `nf_confirm`,
/// `__nf_conntrack_confirm`).
public final class ConntrackConfirm extends Node {
    static final String POST_ROUTING = "conntrack-confirm";
    static final String LOCAL_IN = "conntrack-confirm-local";

    public static final NodeType ON_OUTPUT = type(POST_ROUTING, false);
    public static final NodeType ON_INPUT = type(LOCAL_IN, true);

    private final boolean input;
    private final Arcs arcs = arcs();
    private final Drop clash =
            drop(new DropReason("NETFILTER_DROP", "another connection has the same addresses and ports"));

    private ConntrackConfirm(boolean input) {
        this.input = input;
    }

    private static NodeType type(String name, boolean input) {
        return NodeType.of(name, () -> new ConntrackConfirm(input), "nf_confirm", "__nf_conntrack_confirm")
                .behind(input ? Ip4Local.NAME : Ip4Output.NAME);
    }

    @Override
    public void process(Frame frame) {
        for (int i = 0; i < frame.size(); i++) {
            Packet packet = frame.get(i);
            int handle = packet.connection();
            if (handle > 0) {
                NetDevice device = input ? packet.rxDevice() : packet.txDevice();
                Conntrack conntrack = Conntrack.of(device.namespace());
                if (!confirm(conntrack, handle, packet)) {
                    clash.send(packet);
                    continue;
                }
            }
            arcs.proceed(packet);
        }
    }

    /// @return false when the packet must be dropped
    private boolean confirm(Conntrack conntrack, int handle, Packet packet) {
        Connections connections = conntrack.connections();
        int slot = connections.slot(handle);
        if (slot == 0) {
            return true;
        }
        int status = connections.status(slot);
        boolean first = (status & (ConnectionStatus.CONFIRMED | ConnectionStatus.DYING)) == 0
                && ConnectionInfo.direction(packet.connectionInfo()) == 0;
        if ((status & ConnectionStatus.HELPER) != 0 || (status & ConnectionStatus.SEQ_ADJUST) != 0) {
            if (!Helpers.help(conntrack, slot, packet)) {
                return false;
            }
        }
        if (first) {
            conntrack.begin(now(), pass());
            if (conntrack.hasNat() && isTaken(connections, slot)) {
                conntrack.count(Statistic.INSERT_FAILED);
                conntrack.count(Statistic.DROP);
                conntrack.kill(slot);
                return false;
            }
            conntrack.confirm(slot);
        }
        if (conntrack.hasListeners() && connections.events(slot) != 0) {
            conntrack.deliver(slot);
        }
        return true;
    }

    /// Has translation given it a tuple that another connection has?
    private static boolean isTaken(Connections connections, int slot) {
        for (int entry = 2 * slot; entry <= 2 * slot + 1; entry++) {
            long addresses = connections.addresses(entry);
            long key = connections.key(entry);
            int other = connections.find(addresses, key);
            while (other != 0) {
                if (other >>> 1 != slot && connections.has(other >>> 1, ConnectionStatus.CONFIRMED)) {
                    return true;
                }
                other = connections.findNext(other, addresses, key);
            }
        }
        return false;
    }
}
