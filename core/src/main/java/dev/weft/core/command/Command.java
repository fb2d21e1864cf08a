package dev.weft.core.command;

import java.util.List;

/// A program that people know by name (`ip`, `ping`): it runs on the worker that owns the session's namespace, between
/// polls.
///
/// It never blocks. A short command prints and exits before `run` returns; a long one (ping, `ip monitor`) leaves
/// timers or
/// listeners behind and exits later.
public interface Command {
    String name();

    /// One line for lists and completion.
    String summary();

    /// The words with which it tells its usage.
    ///
    /// @param line the words behind its name that were written so far: the usage may be that of a part of it
    default List<String> helpWords(List<String> line) {
        return List.of("--help");
    }

    /// Runs with `words` as its arguments, without its own name; must see to it that [Session#exit] is called once, now
    /// or later.
    void run(Session session, List<String> words);
}
