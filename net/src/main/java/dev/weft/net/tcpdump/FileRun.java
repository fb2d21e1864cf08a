package dev.weft.net.tcpdump;

import dev.weft.core.capture.CaptureInterface;
import dev.weft.core.capture.CaptureReader;
import dev.weft.core.capture.CapturedPacket;
import dev.weft.core.capture.DataLink;
import dev.weft.core.command.Session;
import dev.weft.net.tcpdump.filter.ArrayFrame;
import dev.weft.net.tcpdump.filter.FilterException;
import dev.weft.net.tcpdump.filter.FilterExpression;
import dev.weft.net.tcpdump.filter.FilterFrame;
import dev.weft.net.tcpdump.filter.FilterTarget;
import dev.weft.net.tcpdump.print.FramePrinter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `tcpdump -r`: what a capture file holds.
final class FileRun {
    private final Session session;
    private final TcpdumpOptions options;
    private final NameFiles names;
    private final CaptureReader reader;
    private final CaptureInterface source;

    private FileRun(Session session, TcpdumpOptions options, NameFiles names, CaptureReader reader) {
        this.session = session;
        this.options = options;
        this.names = names;
        this.reader = reader;
        this.source = reader.interfaces().getFirst();
    }

    static void start(Session session, TcpdumpOptions options, NameFiles names, String path) {
        session.readFile(
                path,
                result -> TcpdumpCommand.attempt(session, () -> {
                    switch (result) {
                        case Session.FileResult.Content(byte[] bytes) -> open(session, options, names, path, bytes);
                        case Session.FileResult.Failed(int errno, String message) ->
                            throw TcpdumpCommand.failure(session, path + ": " + message);
                    }
                }));
    }

    private static void open(Session session, TcpdumpOptions options, NameFiles names, String path, byte[] bytes) {
        CaptureReader reader;
        try {
            reader = CaptureReader.open(Channels.newChannel(new ByteArrayInputStream(bytes)));
        } catch (IOException wrong) {
            throw TcpdumpCommand.failure(session, message(wrong));
        }
        new FileRun(session, options, names, reader).announce(path);
    }

    private static String message(IOException wrong) {
        return Optional.ofNullable(wrong.getMessage()).orElse("Input/output error");
    }

    private void announce(String path) {
        DataLink link = source.link();
        session.err("reading from file " + path + ", link-type " + link.name()
                + (link.description().isEmpty() ? "" : " (" + link.description() + ")")
                + ", snapshot length " + source.snapLength() + "\n");
        if (link.equals(DataLink.LINUX_SLL2)) {
            session.err("Warning: interface names might be incorrect\n");
        }
        TcpdumpCommand.expression(session, options, expression -> {
            FilterExpression filter = compile(expression);
            if (options.prints() && !FramePrinter.canPrint(link)) {
                throw TcpdumpCommand.failure(
                        session, "packet printing is not supported for link type " + link.name() + ": use -w");
            }
            TcpdumpCommand.outputFile(session, options, file -> run(filter, file));
        });
    }

    private FilterExpression compile(String expression) {
        try {
            return FilterExpression.compile(expression, new FilterTarget(source.link(), false, 0, names));
        } catch (FilterException wrong) {
            throw TcpdumpCommand.failure(session, LiveRun.text(wrong));
        }
    }

    private void run(FilterExpression filter, Session.@Nullable ByteSink file) {
        FramePrinter printer = options.prints()
                ? new FramePrinter(options.print(), source.link(), names, index -> LiveRun.deviceName(session, index))
                : null;
        PacketOutput output = new PacketOutput(session, options, source.link(), source.snapLength(), printer, file);
        String trouble = copy(filter, output);
        output.close();
        if (!trouble.isEmpty()) {
            throw TcpdumpCommand.failure(session, "pcap_loop: " + trouble);
        }
        if (options.countOnly()) {
            session.out(output.count() + (output.count() == 1 ? " packet\n" : " packets\n"));
        }
        session.exit(0);
    }

    /// Passes on the packets that the filter lets through; returns what is wrong with the file, if anything.
    private String copy(FilterExpression filter, PacketOutput output) {
        ArrayFrame frame = new ArrayFrame();
        try {
            Optional<CapturedPacket> next = reader.next();
            while (next.isPresent() && !output.isFull()) {
                CapturedPacket packet = next.get();
                byte[] data = packet.data();
                if (filter.matches(frame.set(data, 0, data.length, packet.wireLength(), FilterFrame.UNKNOWN_TYPE))) {
                    output.packet(packet.timestampNanos(), data, 0, data.length, packet.wireLength());
                }
                next = output.isFull() ? Optional.empty() : reader.next();
            }
            return "";
        } catch (IOException wrong) {
            return message(wrong);
        }
    }
}
