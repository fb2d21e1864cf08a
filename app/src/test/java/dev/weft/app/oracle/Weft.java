package dev.weft.app.oracle;

import dev.weft.app.Main;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// `weft run --virtual-time`, from the classes under test, in a process of its own.
final class Weft {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private Weft() {}

    static String transcript(OracleScript script) {
        try {
            Path work = Files.createTempDirectory("weft-oracle");
            try {
                Path home = Files.createDirectory(work.resolve("home"));
                Path file = Files.writeString(work.resolve("script"), script.withPrelude());
                return Shell.run(command(file), home);
            } finally {
                remove(work);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Why scripts cannot be run here; empty if they can.
    static String obstacle() {
        String said = Shell.run(List.of(
                JAVA.toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                Main.class.getName(),
                "exec",
                "--",
                "echo",
                "yes"));
        return said.equals("yes\n") ? "" : said;
    }

    private static List<String> command(Path script) {
        return List.of(
                "env",
                "-i",
                "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
                "HOME=/root",
                "LC_ALL=C",
                "TZ=UTC",
                "TERM=dumb",
                JAVA.toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                Main.class.getName(),
                "run",
                "--virtual-time",
                script.toString());
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
