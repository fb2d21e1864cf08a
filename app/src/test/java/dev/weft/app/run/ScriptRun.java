package dev.weft.app.run;

import dev.weft.app.server.CommandNames;
import dev.weft.host.unix.UnixServer;
import dev.weft.net.lab.Lab;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// What `weft run --virtual-time` does, in this process, so that a hundred scripts do not start a hundred JVMs.
public final class ScriptRun {
    private ScriptRun() {}

    /// Runs the script in a folder, with nothing but this environment; its output and errors go to the file.
    ///
    /// @return whether it came to an end in time
    public static boolean run(Path script, Path folder, Map<String, String> environment, Path output, int limitSeconds)
            throws IOException {
        try (RuntimeDirectory runtime = RuntimeDirectory.create();
                UnixServer socket = new UnixServer(runtime.socket())) {
            ProcessBuilder builder = new Launcher(runtime, CommandNames.IN_VIRTUAL_TIME)
                    .sandboxed(List.of("bash", script.toString()))
                    .directory(folder.toFile())
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            Process process = builder.start();
            try (Served served = Served.inVirtualTime(Lab.withSeed(1), socket)) {
                return process.waitFor(limitSeconds, TimeUnit.SECONDS);
            } finally {
                process.destroy();
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
