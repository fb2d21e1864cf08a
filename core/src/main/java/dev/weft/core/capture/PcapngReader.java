package dev.weft.core.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Reads pcapng: sections of either byte order, interfaces, enhanced, simple and obsolete packets; other blocks are
/// passed over.
/// ```
///  0                   1                   2                   3
///  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
/// +---------------------------------------------------------------+
/// |                          Block Type                           |
/// +---------------------------------------------------------------+
/// |                      Block Total Length                       |
/// +---------------------------------------------------------------+
/// /                          Block Body                           /
/// +---------------------------------------------------------------+
/// |                      Block Total Length                       |
/// +---------------------------------------------------------------+
/// ```
public final class PcapngReader implements CaptureReader {
    static final int SECTION_HEADER = PcapngBlock.SECTION_HEADER;

    private static final int BLOCK_HEADER = 8;
    private static final int BLOCK_MINIMUM = 12;
    private static final int BLOCK_MAXIMUM = 16 * 1024 * 1024;

    private final CaptureInput input;
    private final List<CaptureInterface> interfaces = new ArrayList<>();
    private final List<PcapngClock> clocks = new ArrayList<>();
    private int firstOfSection;
    private boolean ended;
    private Optional<CapturedPacket> pending = Optional.empty();

    PcapngReader(CaptureInput input) throws IOException {
        this.input = input;
        byte[] length = input.read(4, "section header").array();
        section(length);
        while (interfaces.isEmpty()) {
            Optional<CapturedPacket> packet = nextBlock();
            if (ended) {
                throw new CaptureFormatException("the capture file has no Interface Description Blocks");
            }
            pending = packet;
        }
    }

    @Override
    public List<CaptureInterface> interfaces() {
        return List.copyOf(interfaces);
    }

    @Override
    public Optional<CapturedPacket> next() throws IOException {
        Optional<CapturedPacket> packet = pending;
        pending = Optional.empty();
        while (packet.isEmpty() && !ended) {
            packet = nextBlock();
        }
        return packet;
    }

    /// The packet of the next block, or nothing if the block is of another kind or the file ended.
    private Optional<CapturedPacket> nextBlock() throws IOException {
        byte[] bytes = input.readUpTo(BLOCK_HEADER);
        if (bytes.length == 0) {
            ended = true;
            return Optional.empty();
        }
        if (bytes.length < BLOCK_HEADER) {
            throw CaptureInput.truncated(BLOCK_HEADER, "block header", bytes.length);
        }
        ByteBuffer header = ByteBuffer.wrap(bytes).order(input.order());
        int type = header.getInt(0);
        if (type == SECTION_HEADER) {
            section(Arrays.copyOfRange(bytes, 4, 8));
            return Optional.empty();
        }
        ByteBuffer body = body(header.getInt(4));
        return switch (type) {
            case PcapngBlock.INTERFACE_DESCRIPTION -> {
                addInterface(body);
                yield Optional.empty();
            }
            case PcapngBlock.ENHANCED_PACKET -> Optional.of(enhancedPacket(body));
            case PcapngBlock.OBSOLETE_PACKET -> Optional.of(obsoletePacket(body));
            case PcapngBlock.SIMPLE_PACKET -> Optional.of(simplePacket(body));
            default -> Optional.empty();
        };
    }

    /// The rest of a section header block, whose length was read before its byte order is known.
    private void section(byte[] rawLength) throws IOException {
        int magic = ByteBuffer.wrap(input.read(4, "section header").array()).getInt();
        input.order(
                switch (magic) {
                    case PcapngBlock.BYTE_ORDER_MAGIC -> ByteOrder.BIG_ENDIAN;
                    case 0x4d3c2b1a -> ByteOrder.LITTLE_ENDIAN;
                    default -> throw new CaptureFormatException("unknown byte order in a pcapng section header");
                });
        int length = ByteBuffer.wrap(rawLength).order(input.order()).getInt();
        check(length);
        if (length < BLOCK_MINIMUM + 16) {
            throw new CaptureFormatException(
                    "Section Header Block in pcapng dump file has a length of " + length + " < 28");
        }
        ByteBuffer rest = input.read(length - BLOCK_MINIMUM, "block");
        int major = Short.toUnsignedInt(rest.getShort(0));
        int minor = Short.toUnsignedInt(rest.getShort(2));
        if (major != 1 || (minor != 0 && minor != 2)) {
            throw new CaptureFormatException("unsupported pcapng savefile version " + major + "." + minor);
        }
        firstOfSection = interfaces.size();
    }

    private ByteBuffer body(int length) throws IOException {
        check(length);
        ByteBuffer rest = input.read(length - BLOCK_HEADER, "block");
        int trailer = rest.getInt(rest.limit() - 4);
        if (trailer != length) {
            throw new CaptureFormatException("block total length at the end of the block ("
                    + Integer.toUnsignedString(trailer) + ") does not match the one at its start (" + length + ")");
        }
        return rest.limit(rest.limit() - 4);
    }

    private static void check(int length) throws CaptureFormatException {
        if (length < BLOCK_MINIMUM) {
            throw new CaptureFormatException("block in pcapng dump file has a length of "
                    + Integer.toUnsignedString(length) + " < " + BLOCK_MINIMUM);
        }
        if (length > BLOCK_MAXIMUM) {
            throw new CaptureFormatException(
                    "pcapng block size " + length + " is larger than maximum " + BLOCK_MAXIMUM);
        }
        if ((length & 3) != 0) {
            throw new CaptureFormatException(
                    "block in pcapng dump file has a length of " + length + " that is not a multiple of 4");
        }
    }

    private void addInterface(ByteBuffer body) throws IOException {
        need(body, 8, "Interface Description Block");
        DataLink link = DataLink.ofCode(Short.toUnsignedInt(body.getShort(0)));
        int snapLength = PcapReader.sane(body.getInt(4));
        PcapngOptions options = new PcapngOptions(body.position(8));
        interfaces.add(new CaptureInterface(options.text(PcapngBlock.INTERFACE_NAME), link, snapLength));
        clocks.add(PcapngClock.of(
                options.u8(PcapngBlock.INTERFACE_TIMESTAMP_RESOLUTION, PcapngClock.MICROSECONDS),
                options.u64(PcapngBlock.INTERFACE_TIMESTAMP_OFFSET, 0)));
    }

    private CapturedPacket enhancedPacket(ByteBuffer body) throws IOException {
        need(body, 20, "Enhanced Packet Block");
        return packet(body, body.getInt(0), 4, 20);
    }

    private CapturedPacket obsoletePacket(ByteBuffer body) throws IOException {
        need(body, 20, "Packet Block");
        return packet(body, Short.toUnsignedInt(body.getShort(0)), 4, 20);
    }

    /// A packet block whose time stamp and two lengths are the four words at `times`.
    private CapturedPacket packet(ByteBuffer body, int id, int times, int dataAt) throws IOException {
        int index = interfaceIndex(id);
        int captured = body.getInt(times + 8);
        byte[] data = data(body, dataAt, captured);
        body.position(Math.min(body.limit(), dataAt + PcapngBlock.padded(captured)));
        int flags = new PcapngOptions(body).u32(PcapngBlock.PACKET_FLAGS, 0);
        long nanos = clocks.get(index).toNanos(body.getInt(times), body.getInt(times + 4));
        return new CapturedPacket(index, nanos, body.getInt(times + 12), cut(data, index), direction(flags));
    }

    private CapturedPacket simplePacket(ByteBuffer body) throws IOException {
        need(body, 4, "Simple Packet Block");
        int index = interfaceIndex(0);
        int wireLength = body.getInt(0);
        int kept = Math.min(wireLength, interfaces.get(index).snapLength());
        return new CapturedPacket(index, 0, wireLength, data(body, 4, kept), CaptureDirection.UNKNOWN);
    }

    private int interfaceIndex(int id) throws CaptureFormatException {
        int count = interfaces.size() - firstOfSection;
        if (id < 0 || id >= count) {
            throw new CaptureFormatException("a packet arrived on interface " + Integer.toUnsignedString(id)
                    + ", but there's no Interface Description Block for that interface");
        }
        return firstOfSection + id;
    }

    private static byte[] data(ByteBuffer body, int at, int length) throws CaptureFormatException {
        if (length < 0 || length > body.limit() - at) {
            throw new CaptureFormatException("invalid packet capture length " + Integer.toUnsignedString(length)
                    + ", bigger than the rest of its block of " + (body.limit() - at));
        }
        byte[] data = new byte[length];
        body.get(at, data);
        return data;
    }

    private byte[] cut(byte[] data, int index) {
        int snapLength = interfaces.get(index).snapLength();
        return data.length > snapLength ? Arrays.copyOf(data, snapLength) : data;
    }

    private static CaptureDirection direction(int flags) {
        return switch (flags & 3) {
            case 1 -> CaptureDirection.INBOUND;
            case 2 -> CaptureDirection.OUTBOUND;
            default -> CaptureDirection.UNKNOWN;
        };
    }

    private static void need(ByteBuffer body, int length, String what) throws CaptureFormatException {
        if (body.limit() < length) {
            throw new CaptureFormatException(what + " in pcapng dump file is too short");
        }
    }
}
