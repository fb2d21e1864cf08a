package dev.weft.net.iproute;

import dev.weft.core.command.Session;
import dev.weft.core.command.Signal;
import dev.weft.core.errno.Errno;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.trace.TraceLog;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// A session that keeps what a command says, with files of its own.
public final class RecordingSession implements Session {
    public final StringBuilder out = new StringBuilder();
    public final StringBuilder err = new StringBuilder();
    public final Map<String, String> files = new HashMap<>();
    public final Map<String, String> environment = new HashMap<>();
    public int status = -1;
    private final NetNamespace namespace;
    private final List<Runnable> exitActions = new ArrayList<>();

    public RecordingSession() {
        this(new NetNamespace(1, "", 0, new Random(1)));
    }

    public RecordingSession(NetNamespace namespace) {
        this.namespace = namespace;
    }

    @Override
    public String program() {
        return "test";
    }

    @Override
    public NetNamespace namespace() {
        return namespace;
    }

    @Override
    public @Nullable String environment(String variable) {
        return environment.get(variable);
    }

    @Override
    public void out(String text) {
        out.append(text);
    }

    @Override
    public void err(String text) {
        err.append(text);
    }

    @Override
    public void out(byte[] bytes) {
        out.append(new String(bytes, StandardCharsets.ISO_8859_1));
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
    public void exit(int status) {
        if (!hasExited()) {
            this.status = status;
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
    public void onSignal(Signal signal, Runnable action) {}

    @Override
    public void onExit(Runnable action) {
        exitActions.add(action);
    }

    @Override
    public void readFile(String path, Consumer<FileResult> action) {
        String text = files.get(path);
        action.accept(
                text == null
                        ? new FileResult.Failed(Errno.ENOENT.number(), Errno.ENOENT.text())
                        : new FileResult.Content(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void createFile(String path, Consumer<SinkResult> action) {
        action.accept(new SinkResult.Failed(Errno.EACCES.number(), Errno.EACCES.text()));
    }

    @Override
    public void execute(NetNamespace namespace, List<String> words) {
        exit(0);
    }

    @Override
    public void spawn(NetNamespace namespace, List<String> words, IntConsumer ended) {
        ended.accept(0);
    }

    @Override
    public @Nullable TraceLog trace() {
        return null;
    }
}
