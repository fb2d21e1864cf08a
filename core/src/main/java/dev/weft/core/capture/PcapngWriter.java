package dev.weft.core.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Writes pcapng: one section, interfaces as they come, enhanced packets with direction, nanoseconds throughout.
public final class PcapngWriter {
    private static final int UNKNOWN_SECTION_LENGTH = -1;
    private static final int BLOCK_OVERHEAD = 12;
    private static final int LONGEST_OPTION = 0xffff;

    private final WritableByteChannel channel;
    private ByteBuffer buffer = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
    private int interfaceCount;

    /// Starts the section, naming the program that writes it.
    public PcapngWriter(WritableByteChannel channel, String application) throws IOException {
        this.channel = channel;
        byte[] name = option(application);
        begin(PcapngBlock.SECTION_HEADER, 16 + 8 + name.length + 4);
        buffer.putInt(PcapngBlock.BYTE_ORDER_MAGIC).putShort((short) 1).putShort((short) 0);
        buffer.putLong(UNKNOWN_SECTION_LENGTH);
        putOption(PcapngBlock.SECTION_USER_APPLICATION, name);
        end();
    }

    /// Describes one more interface and returns its number for [#write].
    public int addInterface(CaptureInterface captureInterface) throws IOException {
        byte[] name = option(captureInterface.name());
        begin(PcapngBlock.INTERFACE_DESCRIPTION, 8 + 8 + name.length + 4 + 8);
        buffer.putShort((short) captureInterface.link().code()).putShort((short) 0);
        buffer.putInt(captureInterface.snapLength());
        putOption(PcapngBlock.INTERFACE_NAME, name);
        putOption(PcapngBlock.INTERFACE_TIMESTAMP_RESOLUTION, new byte[] {PcapngClock.NANOSECONDS});
        end();
        return interfaceCount++;
    }

    public void write(CapturedPacket packet) throws IOException {
        byte[] data = packet.data();
        begin(PcapngBlock.ENHANCED_PACKET, 20 + data.length + 3 + 12);
        buffer.putInt(packet.interfaceId());
        buffer.putInt((int) (packet.timestampNanos() >>> 32)).putInt((int) packet.timestampNanos());
        buffer.putInt(data.length).putInt(packet.wireLength());
        buffer.put(data);
        pad();
        switch (packet.direction()) {
            case UNKNOWN -> {}
            case INBOUND -> putOption(PcapngBlock.PACKET_FLAGS, new byte[] {1, 0, 0, 0});
            case OUTBOUND -> putOption(PcapngBlock.PACKET_FLAGS, new byte[] {2, 0, 0, 0});
        }
        end();
    }

    private static byte[] option(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return bytes.length > LONGEST_OPTION ? Arrays.copyOf(bytes, LONGEST_OPTION) : bytes;
    }

    private void begin(int type, int bodyAtMost) {
        int capacity = BLOCK_OVERHEAD + bodyAtMost + 8;
        if (buffer.capacity() < capacity) {
            buffer = ByteBuffer.allocate(Math.max(capacity, 2 * buffer.capacity()))
                    .order(ByteOrder.LITTLE_ENDIAN);
        }
        buffer.clear().putInt(type).putInt(0);
    }

    private void putOption(int code, byte[] value) {
        if (value.length == 0) {
            return;
        }
        buffer.putShort((short) code).putShort((short) value.length).put(value);
        pad();
    }

    private void pad() {
        while ((buffer.position() & 3) != 0) {
            buffer.put((byte) 0);
        }
    }

    /// Closes the block: its length stands at both ends, so that the options need no end mark.
    private void end() throws IOException {
        int length = buffer.position() + 4;
        buffer.putInt(length).putInt(4, length).flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }
}
