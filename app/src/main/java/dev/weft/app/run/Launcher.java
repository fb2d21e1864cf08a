package dev.weft.app.run;

import dev.weft.core.files.VirtualFiles;
import dev.weft.host.linux.Signals;
import dev.weft.net.engine.BuiltinFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Starts a command beside the engine and waits for its end: in a sandbox, or with no more than a PATH of its own.
final class Launcher {
    private final RuntimeDirectory runtime;
    private final List<String> names;

    /// @param names of the commands that are the engine's
    Launcher(RuntimeDirectory runtime, List<String> names) {
        this.runtime = runtime;
        this.names = names;
    }

    /// Runs the words where they cannot reach the host.
    ProcessBuilder sandboxed(List<String> words) throws IOException {
        runtime.names(names);
        runtime.views(BuiltinFiles.ALL.stream().map(VirtualFiles::root).toList());
        List<String> line = new ArrayList<>(List.of(
                "perl",
                runtime.path().resolve("sandbox.pl").toString(),
                runtime.path().toString()));
        line.addAll(words);
        return new ProcessBuilder(line);
    }

    /// Runs the words with the engine's commands first in their PATH.
    ProcessBuilder unprotected(List<String> words) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().merge("PATH", runtime.commands(names).toString(), (path, ours) -> ours + ":" + path);
        return builder;
    }

    /// Starts it with this process's descriptors, and ends it when this process is ended.
    static Process start(ProcessBuilder builder) throws IOException {
        Process process = builder.inheritIO().start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        standBack();
        return process;
    }

    /// What the terminal sends goes to the command too, and only the command decides what comes of it.
    private static void standBack() throws IOException {
        for (int signal : List.of(Signals.SIGINT, Signals.SIGQUIT, Signals.SIGTTOU)) {
            Signals.ignore(signal);
        }
    }

    /// The exit status, 128 and more for a signal.
    static int await(Process process) {
        while (true) {
            try {
                return process.waitFor();
            } catch (InterruptedException e) {
                process.destroy();
            }
        }
    }
}
