package dev.weft.core.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;

/// A buffered channel that hands out exact byte counts and says in libpcap's words what was missing.
final class CaptureInput {
    private static final int BUFFER_BYTES = 64 * 1024;

    private final ReadableByteChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).flip();
    private ByteOrder order = ByteOrder.BIG_ENDIAN;

    CaptureInput(ReadableByteChannel channel) {
        this.channel = channel;
    }

    ByteOrder order() {
        return order;
    }

    void order(ByteOrder order) {
        this.order = order;
    }

    /// Up to `count` bytes: fewer only at the end of the file.
    byte[] readUpTo(int count) throws IOException {
        byte[] bytes = new byte[Math.min(count, BUFFER_BYTES)]; // a lying length must not cost memory
        int got = 0;
        while (got < count && fill()) {
            if (got == bytes.length) {
                bytes = Arrays.copyOf(bytes, (int) Math.min(count, 2L * got));
            }
            int step = Math.min(bytes.length - got, buffer.remaining());
            buffer.get(bytes, got, step);
            got += step;
        }
        return got == bytes.length ? bytes : Arrays.copyOf(bytes, got);
    }

    /// Exactly `count` bytes, in the current byte order.
    ByteBuffer read(int count, String what) throws IOException {
        byte[] bytes = readUpTo(count);
        if (bytes.length < count) {
            throw truncated(count, what, bytes.length);
        }
        return ByteBuffer.wrap(bytes).order(order);
    }

    static CaptureFormatException truncated(int count, String what, int got) {
        return new CaptureFormatException(
                "truncated dump file; tried to read " + count + " " + what + " bytes, only got " + got);
    }

    /// Whether at least one byte is in the buffer.
    private boolean fill() throws IOException {
        while (!buffer.hasRemaining()) {
            buffer.clear();
            int count = channel.read(buffer);
            buffer.flip();
            if (count < 0) {
                return false;
            }
        }
        return true;
    }
}
