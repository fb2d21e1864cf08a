package dev.weft.net.iproute;

import dev.weft.core.command.CommandFailure;
import dev.weft.core.command.Session;
import java.util.List;
import java.util.function.IntConsumer;

/// A file of commands on its way: one line after the other, also where a line takes its time (`netns exec`).
final class Batch {
    /// Runs one line; a failure is thrown.
    interface Line {
        /// @param ended told the status of a command that goes on by itself
        /// @return does it?
        boolean run(List<String> words, IntConsumer ended);
    }

    private final Session session;
    private final boolean force;
    private final String file;
    private final BatchFile lines;
    private final Line line;
    private int status;

    /// @param force go on after a failure
    Batch(Session session, boolean force, String file, BatchFile lines, Line line) {
        this.session = session;
        this.force = force;
        this.file = file;
        this.lines = lines;
        this.line = line;
    }

    /// Runs what is left, up to a line that takes its time; that one comes back here.
    void proceed() {
        try {
            for (List<String> words = lines.next(); words != null; words = lines.next()) {
                Step step = new Step();
                if (!words.isEmpty() && !step.run(words)) {
                    return;
                }
            }
            session.exit(status);
        } catch (CommandFailure failure) {
            session.err(failure.text());
            session.exit(failure.status());
        }
    }

    private boolean failed(String text) {
        session.err(text + "Command failed " + file + ":" + lines.line() + "\n");
        status = 1;
        if (!force) {
            session.exit(status);
        }
        return force;
    }

    /// One line: it may end while it is being started, or later.
    private final class Step {
        private boolean started;
        private boolean ended;
        private int result;

        /// @return is the next line's turn?
        boolean run(List<String> words) {
            try {
                boolean goesOn = line.run(words, this::end);
                started = true;
                return (!goesOn || ended) && (result == 0 || failed(""));
            } catch (CommandFailure failure) {
                if (failure.isExit()) {
                    throw failure;
                }
                return failed(failure.text());
            }
        }

        private void end(int status) {
            ended = true;
            result = status;
            if (started && (result == 0 || failed(""))) {
                proceed();
            }
        }
    }
}
