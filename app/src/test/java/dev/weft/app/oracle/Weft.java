package dev.weft.app.oracle;

import dev.weft.app.run.ScriptRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/// Weft, in virtual time.
final class Weft {
    private static final int LIMIT_SECONDS = 60;
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
            "HOME", "/root",
            "LC_ALL", "C",
            "TZ", "UTC",
            "TERM", "dumb");

    private Weft() {}

    static String transcript(OracleScript script) {
        return run(script.withPrelude());
    }

    /// Why scripts cannot be run here; empty if they can.
    static String obstacle() {
        String said = run("echo yes");
        return said.equals("yes\n") ? "" : said;
    }

    private static String run(String script) {
        try {
            Path work = Files.createTempDirectory("weft-oracle");
            try {
                Path home = Files.createDirectory(work.resolve("home"));
                Path file = Files.writeString(work.resolve("script"), script);
                Path output = Files.createFile(work.resolve("output"));
                boolean ended = ScriptRun.run(file, home, ENVIRONMENT, output, LIMIT_SECONDS);
                return Files.readString(output) + (ended ? "" : "[no end after " + LIMIT_SECONDS + " s]\n");
            } finally {
                remove(work);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
