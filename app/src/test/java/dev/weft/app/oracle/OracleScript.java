package dev.weft.app.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A shell script with the transcript that Linux gave for it, `NAME.kernel`, or, where the kernel that recorded lacks a
/// module, the one that its documentation promises, `NAME.documented`.
record OracleScript(Path path) implements Comparable<OracleScript> {
    /// The folder of scripts, whether the tests are started in the project's folder or in the module's.
    static final Path FOLDER = Path.of(Files.isDirectory(Path.of("app")) ? "app/src/test/oracle" : "src/test/oracle")
            .toAbsolutePath();

    static List<OracleScript> all() {
        try (var files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".sh"))
                    .map(OracleScript::new)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static OracleScript named(String name) {
        return new OracleScript(FOLDER.resolve(name + ".sh"));
    }

    /// `ip-link/veth-pair`
    String name() {
        String name = FOLDER.relativize(path).toString();
        return name.substring(0, name.length() - ".sh".length());
    }

    String text() {
        return read(path);
    }

    boolean isRecorded() {
        return Files.exists(recording());
    }

    boolean isDocumented() {
        return Files.exists(documented());
    }

    /// The transcript to compare with.
    String expected() {
        return read(isDocumented() ? documented() : recording());
    }

    Path recording() {
        return FOLDER.resolve(name() + ".kernel");
    }

    private Path documented() {
        return FOLDER.resolve(name() + ".documented");
    }

    /// The script as it is run, with the prelude that writes the transcript.
    String withPrelude() {
        return read(FOLDER.resolve("prelude.bash")) + text();
    }

    @Override
    public int compareTo(OracleScript other) {
        return name().compareTo(other.name());
    }

    @Override
    public String toString() {
        return name();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
