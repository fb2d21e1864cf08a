package dev.weft.net.netfilter.conntrack.tool;

import dev.weft.core.wire.Ip4Address;
import dev.weft.core.wire.IpProtocol;
import dev.weft.net.namespace.Jiffies;
import dev.weft.net.netfilter.conntrack.ConnectionStatus;
import dev.weft.net.netfilter.conntrack.Connections;
import dev.weft.net.netfilter.conntrack.Conntrack;
import dev.weft.net.netfilter.conntrack.ConntrackEvent;
import dev.weft.net.netfilter.conntrack.ConntrackSetting;
import dev.weft.net.netfilter.conntrack.Helpers;
import dev.weft.net.netfilter.conntrack.ProtocolText;
import dev.weft.net.netfilter.conntrack.TcpState;
import dev.weft.net.netfilter.conntrack.Tuples;

/// One connection as a line of `conntrack -L` and `-E` (libnetfilter_conntrack: `snprintf_default`).
final class ConnectionText {
    /// What a line has besides the usual.
    ///
    /// @param use how many hold it, as the kernel would count; 0 in events, which do not say
    record Style(boolean extended, boolean id, int use) {}

    private final Conntrack conntrack;
    private final Connections connections;
    private final int slot;
    private final StringBuilder text = new StringBuilder();

    private ConnectionText(Conntrack conntrack, int slot) {
        this.conntrack = conntrack;
        this.connections = conntrack.connections();
        this.slot = slot;
    }

    /// A line of a listing, without its end.
    static String of(Conntrack conntrack, int slot, Style style) {
        return new ConnectionText(conntrack, slot).line(style, -1);
    }

    /// A line of news.
    ///
    /// @param events bits of [ConntrackEvent]
    static String of(Conntrack conntrack, int slot, Style style, int events) {
        return new ConnectionText(conntrack, slot).line(style, events);
    }

    private String line(Style style, int events) {
        int protocol = Tuples.protocol(connections.key(2 * slot));
        boolean listed = events < 0;
        boolean counters =
                (listed || (events & ConntrackEvent.DESTROY) != 0) && conntrack.get(ConntrackSetting.ACCT) != 0;
        if (style.extended) {
            text.append("ipv4     2 ");
        }
        text.append(String.format("%-8s %d ", ProtocolText.name(protocol), protocol));
        int seconds = conntrack.expires(slot) / Jiffies.HZ;
        if (listed || seconds > 0) {
            text.append(seconds).append(' ');
        }
        if (protocol == IpProtocol.TCP) {
            text.append(TcpState.ALL.get(conntrack.tcpState(slot)).text()).append(' ');
        }
        tuple(0, counters);
        if (!connections.has(slot, ConnectionStatus.SEEN_REPLY)) {
            text.append("[UNREPLIED] ");
        }
        tuple(1, counters);
        if (connections.has(slot, ConnectionStatus.ASSURED)) {
            text.append("[ASSURED] ");
        }
        int mark = connections.mark(slot);
        if (listed || mark != 0 || (events & ConntrackEvent.MARK) != 0) {
            text.append("mark=").append(Integer.toUnsignedString(mark)).append(' ');
        }
        int zone = Tuples.zone(connections.key(2 * slot));
        if (zone != 0 && zone == Tuples.zone(connections.key(2 * slot + 1))) {
            text.append("zone=").append(zone).append(' ');
        }
        if (style.use > 0) {
            text.append("use=").append(style.use).append(' ');
        }
        if (style.id) {
            text.append("id=")
                    .append(Integer.toUnsignedString(id(conntrack, slot)))
                    .append(' ');
        }
        String helper = Helpers.nameOf(conntrack, slot);
        if (!helper.isEmpty()) {
            text.append("helper=").append(helper).append(' ');
        }
        text.setLength(text.length() - 1);
        return text.toString();
    }

    /// A number that no other connection of the namespace has now.
    static int id(Conntrack conntrack, int slot) {
        return conntrack.connections().handle(slot) * 0x9e37_79b1;
    }

    private void tuple(int direction, boolean counters) {
        int entry = 2 * slot + direction;
        append(text, connections.addresses(entry), connections.key(entry));
        int zone = Tuples.zone(connections.key(entry));
        if (zone != Tuples.zone(connections.key(entry ^ 1)) && zone != 0) {
            text.append(direction == 0 ? "zone-orig=" : "zone-reply=")
                    .append(zone)
                    .append(' ');
        }
        if (counters) {
            text.append("packets=").append(connections.packets(slot, direction));
            text.append(" bytes=").append(connections.bytes(slot, direction)).append(' ');
        }
    }

    /// `src=… dst=… sport=… dport=… `
    static void append(StringBuilder to, long addresses, long key) {
        to.append("src=").append(Ip4Address.toString(Tuples.source(addresses)));
        to.append(" dst=")
                .append(Ip4Address.toString(Tuples.destination(addresses)))
                .append(' ');
        switch (Tuples.protocol(key)) {
            case IpProtocol.ICMP -> {
                to.append("type=").append(Tuples.destinationPort(key) >>> 8);
                to.append(" code=").append(Tuples.destinationPort(key) & 0xff);
                to.append(" id=").append(Tuples.sourcePort(key)).append(' ');
            }
            case IpProtocol.TCP, IpProtocol.UDP, IpProtocol.UDP_LITE, IpProtocol.SCTP, IpProtocol.DCCP -> {
                to.append("sport=").append(Tuples.sourcePort(key));
                to.append(" dport=").append(Tuples.destinationPort(key)).append(' ');
            }
            default -> {
                // without ports
            }
        }
    }
}
