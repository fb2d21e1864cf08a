package dev.weft.net.lab;

import dev.weft.core.command.Command;
import dev.weft.core.command.Session;
import dev.weft.core.command.Signal;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.trace.TraceLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// A command that runs in a Lab: what it prints is kept.
public final class LabSession implements Session {
    private final Lab lab;
    private final NetNamespace namespace;
    private final String program;
    private final String input;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<Signal, Runnable> handlers = new EnumMap<>(Signal.class);
    private final List<Runnable> exitActions = new ArrayList<>();
    private @Nullable TraceLog traceLog;
    private int status = -1;

    LabSession(Lab lab, NetNamespace namespace, String program, String input) {
        this.lab = lab;
        this.namespace = namespace;
        this.program = program;
        this.input = input;
    }

    /// Sends the command a signal, as Ctrl-C does.
    public void signal(Signal signal) {
        Runnable handler = handlers.get(signal);
        if (handler != null) {
            handler.run();
        } else {
            exitBySignal(signal);
        }
        lab.settle();
    }

    /// Traces what the command sends from here on.
    public void explain(TraceLog log) {
        traceLog = log;
    }

    public Lab.Result result() {
        return new Lab.Result(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Override
    public String program() {
        return program;
    }

    @Override
    public NetNamespace namespace() {
        return namespace;
    }

    @Override
    public @Nullable String environment(String variable) {
        return null;
    }

    @Override
    public void out(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void err(String text) {
        err.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void out(byte[] bytes) {
        out.writeBytes(bytes);
    }

    @Override
    public boolean isTerminal() {
        return false;
    }

    @Override
    public boolean isCongested() {
        return false;
    }

    @Override
    public void exit(int exitStatus) {
        if (status < 0) {
            status = exitStatus;
            exitActions.forEach(Runnable::run);
        }
    }

    @Override
    public void exitBySignal(Signal signal) {
        exit(128 + signal.number());
    }

    @Override
    public boolean hasExited() {
        return status >= 0;
    }

    @Override
    public void onSignal(Signal signal, Runnable action) {
        handlers.put(signal, action);
    }

    @Override
    public void onExit(Runnable action) {
        exitActions.add(action);
    }

    @Override
    public void readFile(String path, Consumer<FileResult> action) {
        if (path.equals("-")) {
            action.accept(new FileResult.Content(input.getBytes(StandardCharsets.UTF_8)));
            return;
        }
        try {
            action.accept(new FileResult.Content(Files.readAllBytes(Path.of(path))));
        } catch (IOException e) {
            action.accept(new FileResult.Failed(2, "No such file or directory"));
        }
    }

    @Override
    public void createFile(String path, Consumer<SinkResult> action) {
        action.accept(new SinkResult.Opened(new ByteSink() {
            private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

            @Override
            public void write(byte[] more) {
                bytes.writeBytes(more);
            }

            @Override
            public void close() {
                try {
                    Files.write(Path.of(path), bytes.toByteArray());
                } catch (IOException e) {
                    err(program + ": " + path + ": " + e.getMessage() + "\n");
                }
            }
        }));
    }

    /// A Lab has no processes: the words run as one of its own commands.
    @Override
    public void execute(NetNamespace where, List<String> words) {
        spawn(where, words, this::exit);
    }

    @Override
    public void spawn(NetNamespace where, List<String> words, IntConsumer ended) {
        Command command = lab.commands().get(words.getFirst());
        if (command == null) {
            err("exec of \"" + words.getFirst() + "\" failed: No such file or directory\n");
            ended.accept(1);
            return;
        }
        LabSession inner = new LabSession(lab, where, words.getFirst(), input);
        inner.onExit(() -> {
            Lab.Result result = inner.result();
            out(result.out());
            err(result.err());
            ended.accept(result.status());
        });
        handlers.forEach(inner::onSignal);
        lab.network().workerOf(where).submit(() -> command.run(inner, words.subList(1, words.size())));
    }

    @Override
    public @Nullable TraceLog trace() {
        return traceLog;
    }
}
