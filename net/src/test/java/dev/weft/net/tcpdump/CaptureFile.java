package dev.weft.net.tcpdump;

import dev.weft.core.capture.DataLink;
import dev.weft.core.capture.PcapWriter;
import dev.weft.net.tcpdump.print.FrameCorpus;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Random frames, whole, cut short or damaged, and the capture file that holds them.
final class CaptureFile {
    private static final int SNAP_LENGTH = 262_144;
    private static final int SHORTEST = 60;
    private static final long START_NANOS = 1_700_000_000_123_456_000L;

    /// @param wireLength how long the frame was before it was cut
    record Frame(byte[] bytes, int wireLength) {}

    private final FrameCorpus corpus;
    private final List<Frame> frames = new ArrayList<>();

    CaptureFile(long seed) {
        corpus = new FrameCorpus(seed);
    }

    List<Frame> frames() {
        return frames;
    }

    /// Adds frames as they were sent.
    CaptureFile whole(int count) {
        for (int i = 0; i < count; i++) {
            add(corpus.any(corpus.below(FrameCorpus.KINDS)));
        }
        return this;
    }

    /// Adds frames of at least the length that Ethernet fills them up to.
    CaptureFile padded(int count) {
        for (int i = 0; i < count; i++) {
            byte[] bytes = corpus.any(corpus.below(FrameCorpus.KINDS));
            add(Arrays.copyOf(bytes, Math.max(bytes.length, SHORTEST)));
        }
        return this;
    }

    /// Adds frames of which only the first bytes were kept.
    CaptureFile cut(int count) {
        for (int i = 0; i < count; i++) {
            byte[] bytes = corpus.any(corpus.below(FrameCorpus.KINDS));
            int kept = 1 + corpus.below(Math.min(bytes.length, corpus.pick(40, 80, 400)));
            frames.add(new Frame(Arrays.copyOf(bytes, kept), bytes.length));
        }
        return this;
    }

    /// Adds frames with a few wrong bytes.
    CaptureFile damaged(int count) {
        for (int i = 0; i < count; i++) {
            byte[] bytes = corpus.damaged(corpus.any(corpus.below(FrameCorpus.KINDS)));
            if (corpus.chance(4)) {
                bytes = Arrays.copyOf(bytes, 1 + corpus.below(bytes.length));
            }
            add(bytes);
        }
        return this;
    }

    private void add(byte[] bytes) {
        frames.add(new Frame(bytes, bytes.length));
    }

    /// Writes the frames at intervals between nothing and two seconds.
    Path write(Path file) throws IOException {
        FrameCorpus gaps = new FrameCorpus(frames.size());
        long nanos = START_NANOS;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            PcapWriter writer =
                    new PcapWriter(channel, DataLink.EN10MB, SNAP_LENGTH, PcapWriter.Resolution.MICROSECONDS);
            for (Frame frame : frames) {
                writer.write(nanos, frame.wireLength, frame.bytes, 0, frame.bytes.length);
                nanos += gaps.pick(0, 7_000, 850_000, 2_000_000_000);
            }
        }
        return file;
    }
}
