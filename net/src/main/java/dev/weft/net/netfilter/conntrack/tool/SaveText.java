package dev.weft.net.netfilter.conntrack.tool;

import dev.weft.core.wire.Ip4Address;
import dev.weft.core.wire.IpProtocol;
import dev.weft.net.namespace.Jiffies;
import dev.weft.net.netfilter.conntrack.ConnectionStatus;
import dev.weft.net.netfilter.conntrack.Connections;
import dev.weft.net.netfilter.conntrack.Conntrack;
import dev.weft.net.netfilter.conntrack.ProtocolText;
import dev.weft.net.netfilter.conntrack.TcpState;
import dev.weft.net.netfilter.conntrack.Tuples;

/// A connection as the options that would make it (`conntrack -L -o save`).
final class SaveText {
    private SaveText() {}

    static String of(Conntrack conntrack, int slot) {
        Connections c = conntrack.connections();
        long key = c.key(2 * slot);
        long reply = c.key(2 * slot + 1);
        int protocol = Tuples.protocol(key);
        StringBuilder to = new StringBuilder("-A -t ").append(conntrack.expires(slot) / Jiffies.HZ);
        to.append(" -u ").append(status(c, slot));
        int zone = Tuples.zone(key);
        int replyZone = Tuples.zone(reply);
        if (zone == replyZone) {
            to.append(zone == 0 ? "" : " -w " + zone);
        } else {
            to.append(zone == 0 ? "" : " --orig-zone " + zone)
                    .append(replyZone == 0 ? "" : " --reply-zone " + replyZone);
        }
        address(to, " -s ", Tuples.source(c.addresses(2 * slot)));
        address(to, " -d ", Tuples.destination(c.addresses(2 * slot)));
        address(to, " -r ", Tuples.source(c.addresses(2 * slot + 1)));
        address(to, " -q ", Tuples.destination(c.addresses(2 * slot + 1)));
        String name = ProtocolText.name(protocol);
        to.append(" -p ").append(name.equals("unknown") ? Integer.toString(protocol) : name);
        switch (protocol) {
            case IpProtocol.ICMP -> {
                to.append(" --icmp-type ").append(Tuples.destinationPort(key) >>> 8);
                to.append(" --icmp-code ").append(Tuples.destinationPort(key) & 0xff);
                to.append(" --icmp-id ").append(Tuples.sourcePort(key));
            }
            case IpProtocol.TCP, IpProtocol.UDP, IpProtocol.UDP_LITE, IpProtocol.SCTP, IpProtocol.DCCP -> {
                to.append(" --sport ").append(Tuples.sourcePort(key));
                to.append(" --dport ").append(Tuples.destinationPort(key));
                to.append(" --reply-port-src ").append(Tuples.sourcePort(reply));
                to.append(" --reply-port-dst ").append(Tuples.destinationPort(reply));
            }
            default -> {
                // without ports
            }
        }
        if (protocol == IpProtocol.TCP) {
            to.append(" --state ")
                    .append(TcpState.ALL.get(conntrack.tcpState(slot)).text());
        }
        return to.toString();
    }

    private static void address(StringBuilder to, String option, int address) {
        to.append(option).append(Ip4Address.toString(address));
    }

    private static String status(Connections c, int slot) {
        boolean replied = c.has(slot, ConnectionStatus.SEEN_REPLY);
        boolean assured = c.has(slot, ConnectionStatus.ASSURED);
        if (replied) {
            return assured ? "SEEN_REPLY,ASSURED" : "SEEN_REPLY";
        }
        return assured ? "ASSURED" : "UNSET";
    }
}
