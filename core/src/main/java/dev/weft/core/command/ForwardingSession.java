package dev.weft.core.command;

import dev.weft.core.packet.NetNamespace;
import dev.weft.core.trace.TraceLog;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// A session that is another one but for what a subclass changes.
public abstract class ForwardingSession implements Session {
    private final Session inner;

    protected ForwardingSession(Session inner) {
        this.inner = inner;
    }

    @Override
    public String program() {
        return inner.program();
    }

    @Override
    public NetNamespace namespace() {
        return inner.namespace();
    }

    @Override
    public @Nullable String environment(String variable) {
        return inner.environment(variable);
    }

    @Override
    public void out(String text) {
        inner.out(text);
    }

    @Override
    public void err(String text) {
        inner.err(text);
    }

    @Override
    public void out(byte[] bytes) {
        inner.out(bytes);
    }

    @Override
    public boolean isTerminal() {
        return inner.isTerminal();
    }

    @Override
    public boolean isCongested() {
        return inner.isCongested();
    }

    @Override
    public void exit(int status) {
        inner.exit(status);
    }

    @Override
    public void exitBySignal(Signal signal) {
        inner.exitBySignal(signal);
    }

    @Override
    public boolean hasExited() {
        return inner.hasExited();
    }

    @Override
    public void onSignal(Signal signal, Runnable action) {
        inner.onSignal(signal, action);
    }

    @Override
    public void onExit(Runnable action) {
        inner.onExit(action);
    }

    @Override
    public void readFile(String path, Consumer<FileResult> action) {
        inner.readFile(path, action);
    }

    @Override
    public void createFile(String path, Consumer<SinkResult> action) {
        inner.createFile(path, action);
    }

    @Override
    public void writeSetting(String path, String text, IntConsumer written) {
        inner.writeSetting(path, text, written);
    }

    @Override
    public void execute(NetNamespace namespace, List<String> words) {
        inner.execute(namespace, words);
    }

    @Override
    public void spawn(NetNamespace namespace, List<String> words, IntConsumer ended) {
        inner.spawn(namespace, words, ended);
    }

    @Override
    public Processes processes() {
        return inner.processes();
    }

    @Override
    public @Nullable HostNames hostNames() {
        return inner.hostNames();
    }

    @Override
    public @Nullable TraceLog trace() {
        return inner.trace();
    }
}
