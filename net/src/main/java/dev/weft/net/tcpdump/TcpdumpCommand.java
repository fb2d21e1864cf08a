package dev.weft.net.tcpdump;

import dev.weft.core.command.Command;
import dev.weft.core.command.CommandFailure;
import dev.weft.core.command.Session;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// `tcpdump` 4.99.3: shows what passes the devices of the session's namespace, or what a capture file holds.
public final class TcpdumpCommand implements Command {
    @Override
    public String name() {
        return "tcpdump";
    }

    @Override
    public String summary() {
        return "show or record the packets that pass a device";
    }

    @Override
    public void run(Session session, List<String> words) {
        attempt(session, () -> start(session, new OptionReader(session.program(), zone(session)).read(words)));
    }

    /// Does something that may end the command with a complaint.
    static void attempt(Session session, Runnable action) {
        try {
            action.run();
        } catch (CommandFailure failure) {
            if (failure.status() == 0) {
                session.out(failure.text());
            } else {
                session.err(failure.text());
            }
            session.exit(failure.status());
        }
    }

    static CommandFailure failure(Session session, String message) {
        return CommandFailure.exit(1, session.program() + ": " + message + "\n");
    }

    private static void start(Session session, TcpdumpOptions options) {
        switch (options.action()) {
            case LIST_DEVICES -> {
                List<CaptureDevice> devices = CaptureDevice.all(session.namespace());
                for (int i = 0; i < devices.size(); i++) {
                    session.out((i + 1) + "." + devices.get(i).line() + "\n");
                }
                session.exit(0);
            }
            case LIST_LINK_TYPES -> listLinkTypes(session, options);
            case LIST_TIME_STAMP_TYPES -> {
                session.out("Time stamp types for "
                        + LiveRun.device(session, options).name() + " (use option -j to set):\n  host (Host)\n");
                session.exit(0);
            }
            case CAPTURE -> capture(session, options);
        }
    }

    private static void listLinkTypes(Session session, TcpdumpOptions options) {
        CaptureDevice device = LiveRun.device(session, options);
        StringBuilder text = new StringBuilder("Data link types for " + device.name() + " (use option -y to set):\n");
        device.links()
                .reversed()
                .forEach(link -> text.append("  ")
                        .append(link.name())
                        .append(" (")
                        .append(link.description())
                        .append(")\n"));
        session.out(text.toString());
        session.exit(0);
    }

    private static void capture(Session session, TcpdumpOptions options) {
        names(session, options, names -> {
            String file = options.readFile();
            if (file != null) {
                FileRun.start(session, options, names, file);
            } else {
                LiveRun.start(session, options, names);
            }
        });
    }

    private static void names(Session session, TcpdumpOptions options, Consumer<NameFiles> action) {
        if (options.needsNames()) {
            NameFiles.load(session, names -> attempt(session, () -> action.accept(names)));
        } else {
            action.accept(NameFiles.NONE);
        }
    }

    /// The filter: the operands, or with `-F` what a file holds.
    static void expression(Session session, TcpdumpOptions options, Consumer<String> action) {
        String path = options.filterFile();
        if (path == null) {
            action.accept(options.expression());
            return;
        }
        session.readFile(
                path,
                result -> attempt(
                        session,
                        () -> action.accept(
                                switch (result) {
                                    case Session.FileResult.Content(byte[] bytes) ->
                                        new String(bytes, StandardCharsets.UTF_8)
                                                .replaceAll("#[^\n]*", "")
                                                .strip();
                                    case Session.FileResult.Failed(int errno, String message) ->
                                        throw failure(session, "can't open " + path + ": " + message);
                                })));
    }

    /// Opens the file of `-w`, if one was asked for, and goes on.
    static void outputFile(Session session, TcpdumpOptions options, Consumer<Session.@Nullable ByteSink> action) {
        String path = options.writeFile();
        if (path == null) {
            action.accept(null);
            return;
        }
        session.createFile(
                path,
                result -> attempt(
                        session,
                        () -> action.accept(
                                switch (result) {
                                    case Session.SinkResult.Opened(Session.ByteSink sink) -> sink;
                                    case Session.SinkResult.Failed(int errno, String message) ->
                                        throw failure(session, path + ": " + message);
                                })));
    }

    /// Where the caller lives, by its TZ.
    private static ZoneId zone(Session session) {
        String zone = session.environment("TZ");
        try {
            return zone == null
                    ? ZoneId.systemDefault()
                    : ZoneId.of(zone.isEmpty() ? "UTC" : zone.replaceFirst("^:", ""));
        } catch (DateTimeException unknown) {
            return ZoneId.of("UTC");
        }
    }
}
