package dev.weft.net.netfilter.nat;

import dev.weft.core.packet.Checksum;
import dev.weft.core.packet.ChecksumState;
import dev.weft.core.packet.Packet;
import dev.weft.core.wire.Icmp;
import dev.weft.core.wire.Ipv4;
import dev.weft.net.netfilter.conntrack.ConnectionInfo;
import dev.weft.net.netfilter.conntrack.ConnectionStatus;
import dev.weft.net.netfilter.conntrack.Connections;
import dev.weft.net.netfilter.conntrack.Tuples;

/// Translates an ICMP error about a translated connection: its own header, and the packet that it quotes
/// (kernel: `nf_nat_icmp_reply_translation`, RFC 5508 §4).
final class IcmpTranslation {
    private static final int DONE = ConnectionStatus.SRC_NAT_DONE | ConnectionStatus.DST_NAT_DONE;

    private IcmpTranslation() {}

    /// @return false when the packet must be dropped
    static boolean translate(Connections connections, int slot, int info, Packet packet, Manip manip) {
        int transport = (packet.u8(0) & 0xf) * 4;
        int inner = transport + Icmp.LENGTH;
        if (packet.length() < inner + Ipv4.LENGTH) {
            return false;
        }
        if (packet.u8(transport) == Icmp.REDIRECT) {
            int status = connections.status(slot);
            boolean decided = (status & DONE) == DONE;
            if (!decided || (status & ConnectionStatus.NAT_MASK) != 0) {
                return false; // whoever believes it would not be translated any more
            }
        }
        int direction = ConnectionInfo.direction(info);
        if (!Translation.isTranslated(connections, slot, direction, manip)) {
            return true;
        }
        int opposite = 2 * slot + 1 - direction;
        long addresses = connections.addresses(opposite);
        long key = connections.key(opposite);
        Mangler.mangle(packet, inner, addresses, key, manip.other());
        if (packet.checksumState() != ChecksumState.PARTIAL) {
            packet.put16(transport + 2, 0);
            packet.put16(transport + 2, Checksum.of(packet, transport, packet.length() - transport));
        }
        Mangler.mangle(packet, 0, Tuples.invertAddresses(addresses), 0, manip);
        return true;
    }
}
