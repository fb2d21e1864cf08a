package dev.weft.iptables;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Runs iptables and its -save and -restore with whatever the version has for waiting on other programs.
record Commands(Runner runner, String path, Version version, Duration timeout) {
    /// Runs `PATH ARGUMENTS… --wait [SECONDS]`; its standard output.
    String run(List<String> arguments) {
        return version.hasWait() ? run("", arguments, waiting(), "") : locked("", arguments, "");
    }

    /// Runs `PATH-restore ARGUMENTS… --wait [SECONDS]`.
    void restore(String text, List<String> arguments) {
        if (version.hasRestoreWait()) {
            run("-restore", arguments, waiting(), text);
        } else {
            locked("-restore", arguments, text);
        }
    }

    /// Runs `PATH-save ARGUMENTS…`, which needs no lock; its standard output.
    String save(List<String> arguments) {
        return run("-save", arguments, List.of(), "");
    }

    private List<String> waiting() {
        return timeout.isZero() || !version.hasWaitSeconds()
                ? List.of("--wait")
                : List.of(
                        "--wait",
                        Long.toString(timeout.plusSeconds(1).minusNanos(1).toSeconds()));
    }

    private String locked(String suffix, List<String> arguments, String input) {
        try (var lock = XtablesLock.tryAcquire()) {
            return run(suffix, arguments, List.of(), input);
        } catch (IOException e) {
            throw new IptablesException(invocation(suffix, arguments, List.of(), input), e);
        }
    }

    private String run(String suffix, List<String> arguments, List<String> more, String input) {
        return run(runner, invocation(suffix, arguments, more, input));
    }

    private Invocation invocation(String suffix, List<String> arguments, List<String> more, String input) {
        var words = new ArrayList<String>();
        words.add(path + suffix);
        words.addAll(arguments);
        words.addAll(more);
        return new Invocation(words, input);
    }

    /// Runs one command; its standard output.
    ///
    /// @throws IptablesException when it cannot be run, or fails
    static String run(Runner runner, Invocation invocation) {
        try {
            var result = runner.run(invocation);
            if (result.exitStatus() != 0) {
                throw new IptablesException(invocation, result.exitStatus(), result.stderr());
            }
            return result.stdout();
        } catch (IOException e) {
            throw new IptablesException(invocation, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IptablesException(invocation, e);
        }
    }
}
