package dev.weft.net.generator;

import dev.weft.core.packet.Checksum;
import dev.weft.core.packet.Packet;
import java.nio.ByteBuffer;
import java.util.List;

/// The bytes of a generated packet, and the fields that differ from one to the next.
public final class PacketTemplate {
    /// A field of four bytes that takes one value after the other.
    ///
    /// @param offset of the field in the packet
    /// @param values what it takes, in turn
    public record Variation(int offset, int[] values) {
        int value(long sequence) {
            int count = values.length;
            boolean powerOfTwo = (count & count - 1) == 0;
            return values[powerOfTwo ? (int) sequence & count - 1 : (int) (sequence % count)];
        }
    }

    private static final int CHECKSUM = 10;

    private final byte[] bytes;
    private final List<Variation> variations;
    private final int ipv4Offset;

    /// The bytes up to the last whole eight, as the packet takes them.
    private final long[] words;

    // Of each variation: what the bytes have there, and whether the IPv4 header's checksum depends on it.
    private final Variation[] fields;
    private final int[] before;
    private final boolean[] inHeader;
    private final int ipv4Checksum;

    /// @param bytes the first packet, from its first header on
    /// @param variations fields that count or jump; in an IPv4 header they begin at even places
    /// @param ipv4Offset where an IPv4 header stands whose checksum follows the variations; -1 for none
    public PacketTemplate(byte[] bytes, List<Variation> variations, int ipv4Offset) {
        this.bytes = bytes.clone();
        this.variations = List.copyOf(variations);
        this.ipv4Offset = ipv4Offset;
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        words = new long[bytes.length / 8];
        for (int i = 0; i < words.length; i++) {
            words[i] = buffer.getLong(8 * i);
        }
        fields = variations.toArray(Variation[]::new);
        before = new int[fields.length];
        inHeader = new boolean[fields.length];
        for (int i = 0; i < fields.length; i++) {
            before[i] = buffer.getInt(fields[i].offset);
            int at = fields[i].offset - ipv4Offset;
            inHeader[i] = ipv4Offset >= 0 && at >= 0 && at < (bytes[ipv4Offset] & 0xf) * 4;
        }
        ipv4Checksum = ipv4Offset < 0 ? 0 : buffer.getShort(ipv4Offset + CHECKSUM) & 0xffff;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public List<Variation> variations() {
        return variations;
    }

    public int ipv4Offset() {
        return ipv4Offset;
    }

    /// Makes `packet`, which is empty and large enough, the `sequence`-th of the stream.
    void write(Packet packet, long sequence) {
        packet.length(bytes.length);
        for (int i = 0; i < words.length; i++) {
            packet.put64(8 * i, words[i]);
        }
        if ((bytes.length & 7) != 0) {
            packet.copyFrom(8 * words.length, bytes, 8 * words.length, bytes.length & 7);
        }
        int checksum = ipv4Checksum;
        for (int i = 0; i < fields.length; i++) {
            int value = fields[i].value(sequence);
            packet.put32(fields[i].offset, value);
            checksum = inHeader[i] ? Checksum.update32(checksum, before[i], value) : checksum;
        }
        if (checksum != ipv4Checksum) {
            packet.put16(ipv4Offset + CHECKSUM, checksum);
        }
    }
}
