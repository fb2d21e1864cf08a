package dev.weft.net.netfilter.conntrack;

import dev.weft.core.packet.Packet;
import dev.weft.core.wire.Icmp;

/// Finds the connection that an ICMP error is about, by the packet that it quotes (kernel:
/// `nf_conntrack_inet_error`).
final class IcmpErrorTracker {
    private static final int DESTINATION = 16;

    private final TupleReader reader = new TupleReader();

    /// @param transport where the ICMP header begins
    /// @return the entry against whose direction the error goes, or 0
    int find(Conntrack conntrack, Packet packet, int zone, int transport) {
        if (!reader.read(packet, transport + Icmp.LENGTH)) {
            return 0;
        }
        long key = Tuples.invertKey(reader.key);
        if (key == 0) {
            return 0;
        }
        Connections connections = conntrack.connections();
        long addresses = Tuples.invertAddresses(reader.addresses);
        int entry = connections.find(addresses, Tuples.withZone(key, zone));
        if (entry == 0) {
            return 0;
        }
        // It must go to where the quoted packet came from, or was said to come from.
        boolean goesBack = Tuples.destination(connections.addresses(entry)) == packet.i32(DESTINATION);
        return goesBack ? entry : 0;
    }
}
