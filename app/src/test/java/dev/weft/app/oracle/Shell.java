package dev.weft.app.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs a command to its end and returns what it printed.
final class Shell {
    private static final int TIMEOUT_SECONDS = 120;

    private Shell() {}

    /// Standard output and error together, in order.
    static String run(List<String> command) {
        return run(command, Path.of("").toAbsolutePath());
    }

    /// The same, from a folder.
    static String run(List<String> command, Path folder) {
        try {
            Path output = Files.createTempFile("weft-oracle", ".txt");
            try {
                Process process = new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectInput(Path.of("/dev/null").toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
                if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                    process.destroy();
                    return Files.readString(output) + "[no end after " + TIMEOUT_SECONDS + " s]\n";
                }
                return Files.readString(output);
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
