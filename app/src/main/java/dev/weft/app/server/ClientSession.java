package dev.weft.app.server;

import dev.weft.core.command.HostNames;
import dev.weft.core.command.Processes;
import dev.weft.core.command.Session;
import dev.weft.core.command.Signal;
import dev.weft.core.errno.Errno;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.trace.TraceLog;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// A command that a client process stands for. All of it happens on the worker that runs the command; what goes out
/// passes through the outbox.
final class ClientSession implements Session {
    private static final int STDOUT = 1;
    private static final int STDERR = 2;

    private final Hello hello;
    private final Client client;
    private final NetNamespace namespace;
    private final Outbox outbox;
    private final Map<Signal, Runnable> handlers = new EnumMap<>(Signal.class);
    private final List<Runnable> exitActions = new ArrayList<>();
    private final Queue<Consumer<Answer>> questions = new ArrayDeque<>();
    private boolean exited;
    private boolean left;
    private @Nullable Message ending;

    /// What the client said to a question.
    ///
    /// @param descriptor of a file that it opened; -1 for none
    record Answer(Message message, int descriptor) {
        boolean isDone() {
            return message.type() == Message.DONE;
        }
    }

    ClientSession(Hello hello, Client client, NetNamespace namespace, Outbox outbox) {
        this.hello = hello;
        this.client = client;
        this.namespace = namespace;
        this.outbox = outbox;
    }

    // ---- what comes from the client

    void answered(Answer answer) {
        Consumer<Answer> question = questions.poll();
        if (question != null) {
            question.accept(answer);
            leaveIfIdle();
        }
    }

    void signalled(long number) {
        for (Signal signal : Signal.values()) {
            if (signal.number() == number) {
                signalled(signal);
            }
        }
    }

    private void signalled(Signal signal) {
        if (signal == Signal.SIGTSTP) {
            outbox.pause();
        } else if (signal == Signal.SIGCONT) {
            outbox.resume();
        }
        Runnable handler = handlers.get(signal);
        if (handler != null) {
            handler.run();
        } else if (signal != Signal.SIGTSTP
                && signal != Signal.SIGCONT
                && !hello.ignoredSignals().contains(signal.number())) {
            exitBySignal(signal);
        }
    }

    /// Nobody is there any more, and whatever the command still wanted to do for it is in vain.
    void abandoned() {
        outbox.abandon();
        questions.clear();
        left = true;
        runExitActions();
        client.hangUp(outbox);
    }

    // ---- the session

    @Override
    public String program() {
        return hello.program();
    }

    @Override
    public NetNamespace namespace() {
        return namespace;
    }

    @Override
    public @Nullable String environment(String variable) {
        return hello.environment().get(variable);
    }

    @Override
    public void out(String text) {
        write(STDOUT, text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void err(String text) {
        write(STDERR, text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void out(byte[] bytes) {
        write(STDOUT, bytes);
    }

    private void write(int which, byte[] bytes) {
        int fd = client.descriptor(which);
        if (fd >= 0 && bytes.length > 0 && !exited) {
            outbox.write(fd, bytes);
        }
    }

    @Override
    public boolean isTerminal() {
        return hello.isTerminal();
    }

    @Override
    public boolean isCongested() {
        return outbox.isCongested();
    }

    @Override
    public void exit(int status) {
        finish(Message.of(Message.EXIT, Integer.toString(status)));
    }

    @Override
    public void exitBySignal(Signal signal) {
        finish(Message.of(Message.KILL, Integer.toString(signal.number())));
    }

    private void finish(Message message) {
        if (!exited) {
            runExitActions();
            changeNames();
            ending = message;
            leaveIfIdle();
        }
    }

    private void runExitActions() {
        if (!exited) {
            exited = true;
            exitActions.forEach(Runnable::run);
        }
    }

    /// Shows in /run/netns what has become of the names before the command ends.
    private void changeNames() {
        Sandbox sandbox = client.sandbox();
        for (Message change = nextChange(sandbox); change != null; change = nextChange(sandbox)) {
            Message asked = change;
            ask(asked, answer -> client.changed(asked, answer.message()));
        }
    }

    private static @Nullable Message nextChange(@Nullable Sandbox sandbox) {
        return sandbox == null ? null : sandbox.nextChange();
    }

    private void leaveIfIdle() {
        Message message = ending;
        if (message != null && questions.isEmpty() && !left) {
            left = true;
            client.leave(() -> outbox.end(message, this::endAfterFailure));
        }
    }

    /// As a process ends that can no longer write.
    private Message endAfterFailure(int errno) {
        boolean dies = errno == Errno.EPIPE.number() && !hello.ignoredSignals().contains(Signal.SIGPIPE.number());
        return dies
                ? Message.of(Message.KILL, Integer.toString(Signal.SIGPIPE.number()))
                : Message.of(Message.EXIT, "1");
    }

    /// Writing has failed, and the command is to learn of it.
    void cannotWrite(int errno) {
        finish(endAfterFailure(errno));
    }

    @Override
    public boolean hasExited() {
        return exited;
    }

    @Override
    public void onSignal(Signal signal, Runnable action) {
        handlers.put(signal, action);
    }

    @Override
    public void onExit(Runnable action) {
        exitActions.add(action);
    }

    /// Asks the client to do something.
    void ask(Message question, Consumer<Answer> then) {
        questions.add(then);
        outbox.tell(question);
    }

    @Override
    public void readFile(String path, Consumer<FileResult> action) {
        ask(Message.of(Message.READ, path), answer -> {
            byte[] body = answer.message().body();
            action.accept(
                    answer.isDone()
                            ? new FileResult.Content(body)
                            : new FileResult.Failed((int) answer.message().number(), text(answer)));
        });
    }

    @Override
    public void createFile(String path, Consumer<SinkResult> action) {
        if (path.equals("-")) {
            action.accept(new SinkResult.Opened(new DescriptorSink(outbox, client.descriptor(STDOUT), false)));
            return;
        }
        ask(
                Message.of(Message.OPEN, path),
                answer -> action.accept(
                        answer.isDone()
                                ? new SinkResult.Opened(new DescriptorSink(outbox, answer.descriptor(), true))
                                : new SinkResult.Failed((int) answer.message().number(), text(answer))));
    }

    @Override
    public void writeSetting(String path, String text, IntConsumer written) {
        createFile("/proc/sys/" + path, result -> {
            switch (result) {
                case SinkResult.Opened(ByteSink sink) -> {
                    sink.write((text + "\n").getBytes(StandardCharsets.UTF_8));
                    sink.close();
                    written.accept(0);
                }
                case SinkResult.Failed(int errno, String message) -> written.accept(errno);
            }
        });
    }

    private static String text(Answer answer) {
        return Errno.text((int) answer.message().number());
    }

    @Override
    public void execute(NetNamespace where, List<String> words) {
        if (exited) {
            return;
        }
        runExitActions();
        changeNames();
        Message request = client.execution(Message.EXECUTE, where, words);
        left = true;
        client.leave(() -> ask(request, answer -> client.entered(answer.message(), where)));
    }

    @Override
    public void spawn(NetNamespace where, List<String> words, IntConsumer ended) {
        changeNames();
        ask(client.execution(Message.SPAWN, where, words), answer -> {
            client.entered(answer.message(), where);
            ended.accept(Integer.parseInt(answer.message().words().getLast()));
        });
    }

    @Override
    public Processes processes() {
        Sandbox sandbox = client.sandbox();
        return sandbox == null ? Processes.NONE : sandbox;
    }

    /// Outside of a sandbox the machine's names are the host's, which no command may change.
    @Override
    public @Nullable HostNames hostNames() {
        return client.sandbox() == null ? null : new ClientHostNames(this);
    }

    @Override
    public @Nullable TraceLog trace() {
        return null;
    }
}
