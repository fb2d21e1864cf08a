package dev.weft.net.tcpdump.tap;

import java.nio.ByteBuffer;

/// Captured packets that wait to be told, in one array of fixed size: written and read by one worker.
///
/// A record never wraps: where the end of the array is too near, a mark says that the next one starts at the beginning.
final class CaptureRing {
    private static final int HEADER = 32;
    private static final int WRAP = -1;

    private final byte[] bytes;
    private final ByteBuffer fields;
    private int head;
    private int tail;
    private boolean full;

    CaptureRing(int capacity) {
        bytes = new byte[capacity];
        fields = ByteBuffer.wrap(bytes);
    }

    boolean isEmpty() {
        return head == tail && !full;
    }

    /// Room for a packet of `length` bytes: where its data goes, or -1 if the ring is full.
    int reserve(int length) {
        int needed = HEADER + (length + 7 & ~7);
        if (head == tail && !full) {
            head = 0;
            tail = 0;
        }
        if (full) {
            return -1;
        }
        if (tail >= head) {
            if (bytes.length - tail >= needed) {
                return tail + HEADER;
            }
            if (head < needed) {
                return -1;
            }
            if (bytes.length - tail >= 4) {
                fields.putInt(tail, WRAP);
            }
            tail = 0;
            return HEADER;
        }
        return head - tail >= needed ? tail + HEADER : -1;
    }

    /// Completes the record whose data was written to the place that [#reserve] gave.
    void commit(int length, long timestampNanos, int wireLength, int type, int device) {
        fields.putInt(tail, length);
        fields.putInt(tail + 4, wireLength);
        fields.putLong(tail + 8, timestampNanos);
        fields.putInt(tail + 16, type);
        fields.putInt(tail + 20, device);
        tail += HEADER + (length + 7 & ~7);
        if (tail == bytes.length) {
            tail = 0;
        }
        full = tail == head;
    }

    byte[] bytes() {
        return bytes;
    }

    /// Shows the oldest record and forgets it; the ring must not be empty.
    void take(Capture.Listener listener) {
        if (bytes.length - head < 4 || fields.getInt(head) == WRAP) {
            head = 0;
        }
        int at = head;
        int length = fields.getInt(at);
        listener.captured(
                fields.getLong(at + 8),
                bytes,
                at + HEADER,
                length,
                fields.getInt(at + 4),
                fields.getInt(at + 16),
                fields.getInt(at + 20));
        head += HEADER + (length + 7 & ~7);
        if (head == bytes.length) {
            head = 0;
        }
        full = false;
    }
}
