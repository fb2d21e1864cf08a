package dev.weft.core.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.util.concurrent.TimeUnit;

/// Writes the classic pcap format; each packet reaches the channel at once, as `tcpdump -U` does it.
public final class PcapWriter {
    private static final int HEADER = 24;
    private static final int PACKET_HEADER = 16;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    /// What a packet's time stamp counts.
    public enum Resolution {
        MICROSECONDS,
        NANOSECONDS
    }

    private final WritableByteChannel channel;
    private final Resolution resolution;
    private final int snapLength;
    private ByteBuffer buffer = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);

    public PcapWriter(WritableByteChannel channel, DataLink link, int snapLength, Resolution resolution)
            throws IOException {
        this.channel = channel;
        this.resolution = resolution;
        this.snapLength = snapLength;
        ByteBuffer header = empty(HEADER);
        header.putInt(
                switch (resolution) {
                    case MICROSECONDS -> PcapReader.MICROSECONDS;
                    case NANOSECONDS -> PcapReader.NANOSECONDS;
                });
        header.putShort((short) 2).putShort((short) 4);
        header.putInt(0).putInt(0);
        header.putInt(snapLength).putInt(link.code());
        drain(header.flip());
    }

    public void write(CapturedPacket packet) throws IOException {
        write(packet.timestampNanos(), packet.wireLength(), packet.data(), 0, packet.data().length);
    }

    /// Writes one packet of which `length` bytes were captured, cut to the snapshot length.
    public void write(long timestampNanos, int wireLength, byte[] data, int offset, int length) throws IOException {
        int kept = Math.min(length, snapLength);
        ByteBuffer record = empty(PACKET_HEADER + kept);
        long fraction = Math.floorMod(timestampNanos, NANOS_PER_SECOND);
        record.putInt((int) Math.floorDiv(timestampNanos, NANOS_PER_SECOND));
        record.putInt((int)
                switch (resolution) {
                    case MICROSECONDS -> TimeUnit.NANOSECONDS.toMicros(fraction);
                    case NANOSECONDS -> fraction;
                });
        record.putInt(kept).putInt(wireLength);
        record.put(data, offset, kept);
        drain(record.flip());
    }

    private ByteBuffer empty(int capacity) {
        if (buffer.capacity() < capacity) {
            buffer = ByteBuffer.allocate(Math.max(capacity, 2 * buffer.capacity()))
                    .order(ByteOrder.LITTLE_ENDIAN);
        }
        return buffer.clear();
    }

    private void drain(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
