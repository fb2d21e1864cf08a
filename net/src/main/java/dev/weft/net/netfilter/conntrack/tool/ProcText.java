package dev.weft.net.netfilter.conntrack.tool;

import dev.weft.core.packet.NetNamespace;
import dev.weft.core.wire.IpProtocol;
import dev.weft.net.namespace.Jiffies;
import dev.weft.net.netfilter.conntrack.ConnectionStatus;
import dev.weft.net.netfilter.conntrack.Connections;
import dev.weft.net.netfilter.conntrack.Conntrack;
import dev.weft.net.netfilter.conntrack.ConntrackSetting;
import dev.weft.net.netfilter.conntrack.ProtocolText;
import dev.weft.net.netfilter.conntrack.TcpState;
import dev.weft.net.netfilter.conntrack.Tuples;

/// `/proc/net/nf_conntrack` (kernel: `ct_seq_show`).
public final class ProcText {
    private ProcText() {}

    /// All connections of a namespace, a line each.
    public static String of(NetNamespace namespace) {
        Conntrack conntrack = Conntrack.of(namespace);
        conntrack.refreshTime();
        StringBuilder text = new StringBuilder();
        conntrack.forEach(slot -> line(text, conntrack, slot));
        return text.toString();
    }

    private static void line(StringBuilder to, Conntrack conntrack, int slot) {
        Connections connections = conntrack.connections();
        int protocol = Tuples.protocol(connections.key(2 * slot));
        to.append(String.format("ipv4     2 %-8s %d ", ProtocolText.name(protocol), protocol));
        to.append(conntrack.expires(slot) / Jiffies.HZ).append(' ');
        if (protocol == IpProtocol.TCP) {
            to.append(TcpState.ALL.get(conntrack.tcpState(slot)).text()).append(' ');
        }
        direction(to, conntrack, 2 * slot, "zone-orig=");
        if (!connections.has(slot, ConnectionStatus.SEEN_REPLY)) {
            to.append("[UNREPLIED] ");
        }
        direction(to, conntrack, 2 * slot + 1, "zone-reply=");
        if (connections.has(slot, ConnectionStatus.ASSURED)) {
            to.append("[ASSURED] ");
        }
        to.append("mark=").append(Integer.toUnsignedString(connections.mark(slot)));
        int zone = Tuples.zone(connections.key(2 * slot));
        if (zone == Tuples.zone(connections.key(2 * slot + 1))) {
            to.append(" zone=").append(zone);
        }
        to.append(" use=2\n"); // the table's hold and the reader's
    }

    private static void direction(StringBuilder to, Conntrack conntrack, int entry, String zoneName) {
        Connections connections = conntrack.connections();
        ConnectionText.append(to, connections.addresses(entry), connections.key(entry));
        int zone = Tuples.zone(connections.key(entry));
        if (zone != 0 && zone != Tuples.zone(connections.key(entry ^ 1))) {
            to.append(zoneName).append(zone).append(' ');
        }
        if (conntrack.get(ConntrackSetting.ACCT) != 0) {
            to.append("packets=").append(connections.packets(entry >>> 1, entry & 1));
            to.append(" bytes=")
                    .append(connections.bytes(entry >>> 1, entry & 1))
                    .append(' ');
        }
    }
}
