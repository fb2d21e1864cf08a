package dev.weft.net.generator;

import dev.weft.core.packet.Checksum;
import dev.weft.core.packet.Packet;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The bytes of a generated packet, and the fields that differ from one to the next.
public final class PacketTemplate {
    /// A field of four bytes that takes one value after the other.
    ///
    /// @param offset of the field in the packet
    /// @param values what it takes, in turn
    public record Variation(int offset, int[] values) {}

    /// A variation, and what each of its values adds to the IPv4 header's sum; nothing where it stands outside of it.
    private record Field(int offset, int[] values, char @Nullable [] added) {}

    private static final int CHECKSUM = 10;

    private final byte[] bytes;
    private final List<Variation> variations;
    private final int ipv4Offset;

    /// The bytes up to the last whole eight, as the machine stores them.
    private final long[] words;

    private final Field[] fields;
    private final boolean checksumVaries;
    private final int sum;
    private int[] sums = new int[0];

    /// @param bytes the first packet, from its first header on
    /// @param variations fields that count or jump; in an IPv4 header they begin at even places
    /// @param ipv4Offset where an IPv4 header stands whose checksum follows the variations; -1 for none
    public PacketTemplate(byte[] bytes, List<Variation> variations, int ipv4Offset) {
        this.bytes = bytes.clone();
        this.variations = List.copyOf(variations);
        this.ipv4Offset = ipv4Offset;
        words = new long[bytes.length / 8];
        ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).asLongBuffer().get(words);
        fields = variations.stream().map(this::field).toArray(Field[]::new);
        checksumVaries = List.of(fields).stream().anyMatch(field -> field.added != null);
        sum = ipv4Offset < 0 ? 0 : ~ByteBuffer.wrap(bytes).getShort(ipv4Offset + CHECKSUM) & 0xffff;
    }

    private Field field(Variation variation) {
        int at = variation.offset - ipv4Offset;
        if (ipv4Offset < 0 || at < 0 || at >= (bytes[ipv4Offset] & 0xf) * 4) {
            return new Field(variation.offset, variation.values, null);
        }
        int before = ByteBuffer.wrap(bytes).getInt(variation.offset);
        char[] added = new char[variation.values.length];
        for (int i = 0; i < added.length; i++) {
            added[i] = (char) ~Checksum.update32(0xffff, before, variation.values[i]);
        }
        return new Field(variation.offset, variation.values, added);
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

    /// Makes the first `count` packets of an array, which are empty and large enough, those of the stream from the
    /// `sequence`-th on.
    void write(@Nullable Packet[] packets, int count, long sequence) {
        for (int i = 0; i < count; i++) {
            fill(Objects.requireNonNull(packets[i]));
        }
        if (sums.length < count) {
            sums = new int[count];
        }
        Arrays.fill(sums, 0, count, sum);
        for (Field field : fields) {
            vary(packets, count, sequence, field);
        }
        if (checksumVaries) {
            writeChecksums(packets, count);
        }
    }

    private void writeChecksums(@Nullable Packet[] packets, int count) {
        int[] known = sums;
        int at = ipv4Offset + CHECKSUM;
        for (int i = 0; i < count; i++) {
            int once = (known[i] & 0xffff) + (known[i] >>> 16);
            Objects.requireNonNull(packets[i]).put16(at, ~((once & 0xffff) + (once >>> 16)));
        }
    }

    private void fill(Packet packet) {
        long[] from = words;
        packet.length(bytes.length);
        for (int i = 0; i < from.length; i++) {
            packet.putNative64(8 * i, from[i]);
        }
        if ((bytes.length & 7) != 0) {
            packet.copyFrom(8 * from.length, bytes, 8 * from.length, bytes.length & 7);
        }
    }

    private void vary(@Nullable Packet[] packets, int count, long sequence, Field field) {
        int[] values = field.values;
        char[] added = field.added;
        int[] changed = sums;
        int offset = field.offset;
        int at = (int) (sequence % values.length);
        for (int i = 0; i < count; i++) {
            Objects.requireNonNull(packets[i]).put32(offset, values[at]);
            if (added != null) {
                changed[i] += added[at];
            }
            at = at + 1 == values.length ? 0 : at + 1;
        }
    }
}
