package dev.weft.core.graph;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Frames that wait until all that was on its way has gone it, oldest first.
final class HeldBack {
    private Frame[] frames = new Frame[4];
    private int head;
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    void add(Frame frame) {
        if (head + size == frames.length) {
            System.arraycopy(frames, head, frames, 0, size);
            head = 0;
            if (size > frames.length / 2) {
                frames = Arrays.copyOf(frames, 2 * frames.length);
            }
        }
        frames[head + size++] = frame;
    }

    @Nullable
    Frame last() {
        return size == 0 ? null : frames[head + size - 1];
    }

    @Nullable
    Frame poll() {
        if (size == 0) {
            return null;
        }
        Frame first = frames[head++];
        if (--size == 0) {
            head = 0;
        }
        return first;
    }
}
