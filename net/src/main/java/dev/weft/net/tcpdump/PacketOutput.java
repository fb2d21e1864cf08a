package dev.weft.net.tcpdump;

import dev.weft.core.capture.DataLink;
import dev.weft.core.capture.PcapWriter;
import dev.weft.core.command.Session;
import dev.weft.net.tcpdump.print.FramePrinter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import org.jspecify.annotations.Nullable;

/// Where packets go: text for the reader, a capture file, or both; and how many went there.
final class PacketOutput {
    private final Session session;
    private final TcpdumpOptions options;
    private final @Nullable FramePrinter printer;
    private final @Nullable PcapWriter writer;
    private final Session.@Nullable ByteSink file;
    private final StringBuilder text = new StringBuilder();
    private long count;

    /// @param file where `-w` writes
    PacketOutput(
            Session session,
            TcpdumpOptions options,
            DataLink link,
            int snapLength,
            @Nullable FramePrinter printer,
            Session.@Nullable ByteSink file) {
        this.session = session;
        this.options = options;
        this.printer = printer;
        this.file = file;
        this.writer = file == null
                ? null
                : writer(file, link, snapLength, options.print().nanoseconds());
    }

    private static PcapWriter writer(Session.ByteSink file, DataLink link, int snapLength, boolean nanoseconds) {
        try {
            return new PcapWriter(
                    new SinkChannel(file),
                    link,
                    snapLength,
                    nanoseconds ? PcapWriter.Resolution.NANOSECONDS : PcapWriter.Resolution.MICROSECONDS);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    void packet(long timestampNanos, byte[] data, int offset, int length, int wireLength) {
        count++;
        if (writer != null) {
            try {
                writer.write(timestampNanos, wireLength, data, offset, length);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
        if (printer != null) {
            printer.print(text, timestampNanos, data, offset, length, wireLength);
        }
    }

    /// Were as many packets seen as `-c` allows?
    boolean isFull() {
        return options.count() > 0 && count >= options.count();
    }

    long count() {
        return count;
    }

    /// Hands over what was printed since the last time.
    void flush() {
        if (!text.isEmpty()) {
            session.out(text.toString());
            text.setLength(0);
        }
    }

    void close() {
        flush();
        if (file != null) {
            file.close();
        }
    }

    /// A file that is written in the background, as a channel.
    private record SinkChannel(Session.ByteSink sink) implements WritableByteChannel {
        @Override
        public int write(ByteBuffer source) {
            byte[] bytes = new byte[source.remaining()];
            source.get(bytes);
            sink.write(bytes);
            return bytes.length;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {
            sink.close();
        }
    }
}
