package dev.weft.core.packet;

/// The Internet checksum (RFC 1071): the complement of the one's complement sum of all 16-bit words.
///
/// A *sum* here is such a sum of 16 bits, not yet complemented; sums of parts that begin at even places add up by
/// [#add]. Memory is summed in the machine's own byte order, which is little-endian wherever this runs, eight bytes
/// at a time, and the sum is turned round at the end (RFC 1071 §2).
public final class Checksum {
    private static final long LOW = 0xffff_ffffL;

    private Checksum() {}

    /// What belongs into the checksum field over these bytes, the field itself being zero; 0 for bytes that hold a
    /// right one.
    public static int of(Packet packet, int offset, int length) {
        return complement(sum(packet, offset, length));
    }

    /// The sum of a packet's bytes; an odd one at the end counts as if a zero followed.
    public static int sum(Packet packet, int offset, int length) {
        long a = 0;
        long b = 0;
        long c = 0;
        long d = 0;
        int at = offset;
        int left = length;
        for (; left >= 32; left -= 32, at += 32) {
            long w = packet.native64(at);
            long x = packet.native64(at + 8);
            long y = packet.native64(at + 16);
            long z = packet.native64(at + 24);
            a += (w & LOW) + (w >>> 32);
            b += (x & LOW) + (x >>> 32);
            c += (y & LOW) + (y >>> 32);
            d += (z & LOW) + (z >>> 32);
        }
        for (; left >= 8; left -= 8, at += 8) {
            long w = packet.native64(at);
            a += (w & LOW) + (w >>> 32);
        }
        if (left > 0) {
            long w = packet.native64(at) & ~(-1L << 8 * left);
            a += (w & LOW) + (w >>> 32);
        }
        return Short.toUnsignedInt(Short.reverseBytes((short) fold(a + b + c + d)));
    }

    /// The one's complement sum of two sums.
    public static int add(int sum, int other) {
        int wide = sum + other;
        return (wide & 0xffff) + (wide >>> 16);
    }

    public static int complement(int sum) {
        return ~sum & 0xffff;
    }

    /// The sum of the pseudo header of TCP and UDP over IPv4 (RFC 9293 §3.1, RFC 768).
    public static int pseudoHeader(int source, int destination, int protocol, int length) {
        return fold((source & LOW) + (destination & LOW) + protocol + length);
    }

    /// The sum of the pseudo header over IPv6 (RFC 8200 §8.1).
    public static int pseudoHeader6(
            long sourceHigh, long sourceLow, long destinationHigh, long destinationLow, int nextHeader, int length) {
        return fold(halves(sourceHigh)
                + halves(sourceLow)
                + halves(destinationHigh)
                + halves(destinationLow)
                + nextHeader
                + length);
    }

    /// The checksum after one 16-bit word under it changed (RFC 1624, equation 3).
    public static int update16(int checksum, int before, int after) {
        return complement(fold((~checksum & 0xffffL) + (~before & 0xffffL) + (after & 0xffffL)));
    }

    /// The checksum after one 32-bit word under it changed.
    public static int update32(int checksum, int before, int after) {
        return complement(fold((~checksum & 0xffffL) + (~before & LOW) + (after & LOW)));
    }

    private static long halves(long word) {
        return (word & LOW) + (word >>> 32);
    }

    private static int fold(long wide) {
        long sum = (wide & LOW) + (wide >>> 32);
        sum = (sum & 0xffff) + (sum >>> 16);
        sum = (sum & 0xffff) + (sum >>> 16);
        return (int) ((sum & 0xffff) + (sum >>> 16));
    }

    /// Completes a partial checksum in place: sums from [Packet#checksumStart] to the end, over the pseudo header that
    /// is there
    /// already (kernel: `skb_checksum_help`).
    public static void finish(Packet packet) {
        int start = packet.checksumStart();
        int field = start + packet.checksumOffset();
        if (start < 0 || field + 2 > packet.length()) {
            return; // the packet was cut since
        }
        int checksum = of(packet, start, packet.length() - start);
        packet.put16(field, checksum == 0 ? 0xffff : checksum);
        packet.checksumState(ChecksumState.UNNECESSARY);
    }
}
