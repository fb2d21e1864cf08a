package dev.weft.app.server;

import dev.weft.core.command.Command;
import dev.weft.core.command.Session;
import java.util.List;

/// A command that scripts use and that Weft does not have yet: it says so and fails as one that is not installed, so
/// that
/// no script believes it.
record NotYet(String name) implements Command {
    @Override
    public String summary() {
        return "not there yet";
    }

    @Override
    public void run(Session session, List<String> words) {
        session.err(name + ": Weft does not have this command yet\n");
        session.exit(127);
    }
}
