package dev.weft.iptables;

import java.util.List;

/// One command to run: its words, the command's name or path first, and what it shall read from standard
/// input.
public record Invocation(List<String> command, String input) {
    /// Keeps its own copy of the words.
    public Invocation {
        command = List.copyOf(command);
    }

    /// A command that reads nothing.
    public Invocation(List<String> command) {
        this(command, "");
    }

    /// The name or path of the command.
    public String program() {
        return command.getFirst();
    }

    /// The words after the name.
    public List<String> arguments() {
        return command.subList(1, command.size());
    }

    /// The command line as one would type it.
    @Override
    public String toString() {
        return Words.join(command);
    }
}
