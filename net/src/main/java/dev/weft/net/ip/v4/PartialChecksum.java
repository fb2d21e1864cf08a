package dev.weft.net.ip.v4;

import dev.weft.core.packet.Checksum;
import dev.weft.core.packet.ChecksumState;
import dev.weft.core.packet.Packet;

/// Completes a transport checksum that was left to the device (kernel: `skb_checksum_help`).
public final class PartialChecksum {
    private PartialChecksum() {}

    public static void complete(Packet packet) {
        if (packet.checksumState() == ChecksumState.PARTIAL) {
            int start = packet.checksumStart();
            int checksum = Checksum.of(packet, start, packet.length() - start);
            packet.put16(start + packet.checksumOffset(), checksum == 0 ? 0xffff : checksum);
            packet.checksumState(ChecksumState.NONE);
        }
    }
}
