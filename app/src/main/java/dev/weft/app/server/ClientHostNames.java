package dev.weft.app.server;

import dev.weft.core.command.HostNames;
import dev.weft.core.command.Session.FileResult;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/// The names in the UTS namespace of a client's process, which reads and changes them itself.
record ClientHostNames(ClientSession session) implements HostNames {
    @Override
    public void read(Kind kind, Consumer<String> then) {
        session.readFile(
                "/proc/sys/kernel/" + word(kind) + "name",
                result -> then.accept(
                        switch (result) {
                            case FileResult.Content(byte[] bytes) -> new String(bytes, StandardCharsets.UTF_8).strip();
                            case FileResult.Failed(int errno, String message) -> "";
                        }));
    }

    @Override
    public void write(Kind kind, String name, IntConsumer then) {
        session.ask(
                Message.of(Message.RENAME_HOST, word(kind), name),
                answer ->
                        then.accept(answer.isDone() ? 0 : (int) answer.message().number()));
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
