package dev.weft.net.netfilter.conntrack;

import dev.weft.core.packet.Packet;
import dev.weft.core.wire.Ip4Address;

/// Trace line: which connection the packet was found to belong to, and how.
///
/// @param state as iptables' `--ctstate` spells it
/// @param direction `original` or `reply`; empty without a connection
/// @param connection its first direction, as addresses and ports
public record Tracked(String state, String direction, String connection) {
    static Tracked of(Conntrack conntrack, Packet packet) {
        int slot = conntrack.connection(packet);
        String state = ConnectionInfo.text(packet);
        if (slot == 0) {
            return new Tracked(state, "", "");
        }
        long addresses = conntrack.connections().addresses(2 * slot);
        long key = conntrack.connections().key(2 * slot);
        String text = ProtocolText.name(Tuples.protocol(key))
                + " "
                + Ip4Address.toString(Tuples.source(addresses))
                + ":"
                + Tuples.sourcePort(key)
                + " > "
                + Ip4Address.toString(Tuples.destination(addresses))
                + ":"
                + Tuples.destinationPort(key);
        boolean reply = ConnectionInfo.direction(packet.connectionInfo()) == 1;
        return new Tracked(state, reply ? "reply" : "original", text);
    }

    @Override
    public String toString() {
        return "conntrack " + state + (direction.isEmpty() ? "" : " (" + direction + ", " + connection + ")");
    }
}
