package dev.weft.net.netfilter.nat;

import dev.weft.core.packet.Packet;
import dev.weft.net.netfilter.conntrack.ConnectionInfo;
import dev.weft.net.netfilter.conntrack.ConnectionStatus;
import dev.weft.net.netfilter.conntrack.Connections;
import dev.weft.net.netfilter.conntrack.Tuples;

/// Gives a packet what was decided for its connection (kernel: `nf_nat_packet`).
final class Translation {
    private Translation() {}

    static void apply(Connections connections, int slot, int info, Packet packet, Manip manip) {
        int direction = ConnectionInfo.direction(info);
        if (!isTranslated(connections, slot, direction, manip)) {
            return;
        }
        int opposite = 2 * slot + 1 - direction;
        long addresses = Tuples.invertAddresses(connections.addresses(opposite));
        long key = Tuples.invertKey(connections.key(opposite));
        Mangler.mangle(packet, 0, addresses, key, manip);
    }

    /// Is that end translated in packets of that direction?
    static boolean isTranslated(Connections connections, int slot, int direction, Manip manip) {
        int bit = manip.status();
        if (direction == 1) {
            bit ^= ConnectionStatus.NAT_MASK;
        }
        return connections.has(slot, bit);
    }
}
