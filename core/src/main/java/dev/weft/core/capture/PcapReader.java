package dev.weft.core.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Reads the classic pcap format, of microseconds or nanoseconds, in either byte order.
/// ```
///  0                   1                   2                   3
///  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
/// +---------------------------------------------------------------+
/// |                         Magic Number                          |
/// +-------------------------------+-------------------------------+
/// |         Major Version         |         Minor Version         |
/// +-------------------------------+-------------------------------+
/// |                           Reserved1                           |
/// |                           Reserved2                           |
/// |                            SnapLen                            |
/// +-------+-------+---------------+-------------------------------+
/// |  FCS  |f|0 0 0|                 LinkType                      |
/// +-------+-------+-----------------------------------------------+
/// |            for each packet: seconds since 1970                |
/// |             microseconds or nanoseconds of it                 |
/// |                   captured packet length                      |
/// |                   original packet length                      |
/// |                        packet data …                          |
/// ```
public final class PcapReader implements CaptureReader {
    static final int MICROSECONDS = 0xa1b2c3d4;
    static final int NANOSECONDS = 0xa1b23c4d;

    private static final int HEADER_AFTER_MAGIC = 20;
    private static final int PACKET_HEADER = 16;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final CaptureInput input;
    private final int nanosPerTick;
    private final CaptureInterface captureInterface;

    PcapReader(CaptureInput input, int magic) throws IOException {
        this.input = input;
        int sane = isMagic(magic) ? magic : Integer.reverseBytes(magic);
        if (!isMagic(sane)) {
            throw new CaptureFormatException("unknown file format");
        }
        input.order(sane == magic ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        nanosPerTick = sane == NANOSECONDS ? 1 : 1000;
        captureInterface = readHeader();
    }

    private static boolean isMagic(int magic) {
        return magic == MICROSECONDS || magic == NANOSECONDS;
    }

    private CaptureInterface readHeader() throws IOException {
        byte[] rest = input.readUpTo(HEADER_AFTER_MAGIC);
        if (rest.length < HEADER_AFTER_MAGIC) {
            throw CaptureInput.truncated(HEADER_AFTER_MAGIC + 4, "file header", rest.length + 4);
        }
        ByteBuffer header = ByteBuffer.wrap(rest).order(input.order());
        int major = Short.toUnsignedInt(header.getShort(0));
        int minor = Short.toUnsignedInt(header.getShort(2));
        if (major < 2) {
            throw new CaptureFormatException("archaic pcap savefile format");
        }
        if (major != 2 || minor > 4) {
            throw new CaptureFormatException("unsupported pcap savefile version " + major + "." + minor);
        }
        return new CaptureInterface("", DataLink.ofCode(header.getInt(16) & 0x03ff_ffff), sane(header.getInt(12)));
    }

    /// A snapshot length of none or beyond 2³¹ stands for the longest.
    static int sane(int snapLength) {
        return snapLength <= 0 ? MAXIMUM_SNAP_LENGTH : snapLength;
    }

    @Override
    public List<CaptureInterface> interfaces() {
        return List.of(captureInterface);
    }

    @Override
    public Optional<CapturedPacket> next() throws IOException {
        byte[] bytes = input.readUpTo(PACKET_HEADER);
        if (bytes.length == 0) {
            return Optional.empty();
        }
        if (bytes.length < PACKET_HEADER) {
            throw CaptureInput.truncated(PACKET_HEADER, "header", bytes.length);
        }
        ByteBuffer header = ByteBuffer.wrap(bytes).order(input.order());
        long nanos = Integer.toUnsignedLong(header.getInt(0)) * NANOS_PER_SECOND
                + Integer.toUnsignedLong(header.getInt(4)) * nanosPerTick;
        byte[] data = readData(header.getInt(8), captureInterface.snapLength(), input);
        return Optional.of(new CapturedPacket(0, nanos, header.getInt(12), data, CaptureDirection.UNKNOWN));
    }

    /// Reads a packet's bytes and keeps no more than the snapshot length.
    static byte[] readData(int capturedLength, int snapLength, CaptureInput input) throws IOException {
        int maximum = Math.max(snapLength, MAXIMUM_SNAP_LENGTH);
        if (Integer.compareUnsigned(capturedLength, maximum) > 0) {
            throw new CaptureFormatException("invalid packet capture length " + Integer.toUnsignedString(capturedLength)
                    + ", bigger than " + (maximum > MAXIMUM_SNAP_LENGTH ? "snaplen" : "maximum") + " of "
                    + maximum);
        }
        byte[] data = input.readUpTo(capturedLength);
        if (data.length < capturedLength) {
            throw CaptureInput.truncated(capturedLength, "captured", data.length);
        }
        return data.length > snapLength ? Arrays.copyOf(data, snapLength) : data;
    }
}
