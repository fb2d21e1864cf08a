package dev.weft.net.observe;

import dev.weft.core.command.Command;
import dev.weft.core.command.Session;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// `weft explain …`, `weft show …` within a script: Weft's own commands, under one name that no Linux tool has.
public final class WeftCommand implements Command {
    /// The names of the commands that are Weft's own.
    public static final Set<String> OWN = Set.of("explain", "show", "trace", "clear", "save", "packet-generator");

    private final Function<String, @Nullable Command> commands;

    public WeftCommand(Function<String, @Nullable Command> commands) {
        this.commands = commands;
    }

    @Override
    public String name() {
        return "weft";
    }

    @Override
    public String summary() {
        return "Weft's own commands: explain, show, trace, clear, save, packet-generator";
    }

    @Override
    public List<String> helpWords(List<String> line) {
        return List.of();
    }

    @Override
    public void run(Session session, List<String> words) {
        String word = words.isEmpty() ? "" : words.getFirst();
        Command command = OWN.contains(word) ? commands.apply(word) : null;
        if (command == null) {
            session.err(
                    "Usage: weft explain COMMAND… | show … | trace add NODE N | clear … | save | packet-generator …\n");
            session.exit(2);
            return;
        }
        command.run(session, words.subList(1, words.size()));
    }
}
