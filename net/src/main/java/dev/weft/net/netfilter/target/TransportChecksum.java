package dev.weft.net.netfilter.target;

import dev.weft.core.packet.Checksum;
import dev.weft.core.packet.ChecksumState;
import dev.weft.core.packet.Packet;

/// Keeps the checksum of a transport header right, by what has changed below it (kernel: `inet_proto_csum_replace2`).
///
/// A partial one holds the sum of the pseudo header alone, not complemented; what else changes does not concern it.
public final class TransportChecksum {
    private TransportChecksum() {}

    /// A word of the header or of the data has changed.
    ///
    /// @param field where the checksum stands
    public static void replace16(Packet packet, int field, int before, int after) {
        if (packet.checksumState() != ChecksumState.PARTIAL) {
            packet.put16(field, Checksum.update16(packet.u16(field), before, after));
        }
    }

    /// Two words have.
    public static void replace32(Packet packet, int field, int before, int after) {
        if (packet.checksumState() != ChecksumState.PARTIAL) {
            packet.put16(field, Checksum.update32(packet.u16(field), before, after));
        }
    }

    /// A word of the pseudo header has.
    public static void replacePseudo16(Packet packet, int field, int before, int after) {
        int sum = packet.u16(field);
        boolean partial = packet.checksumState() == ChecksumState.PARTIAL;
        packet.put16(
                field,
                partial
                        ? Checksum.complement(Checksum.update16(Checksum.complement(sum), before, after))
                        : Checksum.update16(sum, before, after));
    }
}
