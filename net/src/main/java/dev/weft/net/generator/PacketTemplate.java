package dev.weft.net.generator;

import dev.weft.core.packet.Checksum;
import dev.weft.core.packet.Packet;
import java.util.List;

/// The bytes of a generated packet, and the fields that differ from one to the next.
///
/// @param bytes the first packet, from its first header on
/// @param variations fields that count or jump
/// @param ipv4Offset where an IPv4 header stands whose checksum follows the variations; -1 for none
public record PacketTemplate(byte[] bytes, List<Variation> variations, int ipv4Offset) {
    /// A field of four bytes that takes one value after the other.
    ///
    /// @param offset of the field in the packet
    /// @param values what it takes, in turn
    public record Variation(int offset, int[] values) {}

    /// Makes `packet`, which is empty and large enough, the `sequence`-th of the stream.
    void write(Packet packet, long sequence) {
        packet.length(bytes.length);
        packet.copyFrom(0, bytes, 0, bytes.length);
        if (variations.isEmpty()) {
            return;
        }
        for (int i = 0; i < variations.size(); i++) {
            Variation variation = variations.get(i);
            packet.put32(variation.offset, variation.values[(int) (sequence % variation.values.length)]);
        }
        if (ipv4Offset >= 0) {
            packet.put16(ipv4Offset + 10, 0);
            packet.put16(ipv4Offset + 10, Checksum.of(packet, ipv4Offset, (packet.u8(ipv4Offset) & 0xf) * 4));
        }
    }
}
