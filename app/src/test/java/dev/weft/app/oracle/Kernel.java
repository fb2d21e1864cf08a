package dev.weft.app.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// This machine's Linux, with the real tools.
final class Kernel {
    private static final String PROGRAM = OracleScript.FOLDER.resolve("kernel").toString();
    private static final Path RECORDED_ON = OracleScript.FOLDER.resolve("recorded-on");

    private Kernel() {}

    static String transcript(OracleScript script) {
        return Shell.run(List.of(PROGRAM, script.path().toString()));
    }

    /// Linux and the tools, a line each.
    static String versions() {
        return Shell.run(List.of(PROGRAM, "--versions"));
    }

    /// What the transcripts were recorded on.
    static String recordedVersions() {
        try {
            return Files.readString(RECORDED_ON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void recordVersions() throws IOException {
        Files.writeString(RECORDED_ON, versions());
    }

    /// Whether scripts can be run here at all: as root, where namespaces can be made.
    static boolean isAvailable() {
        return Shell.run(List.of("unshare", "--net", "--mount", "--pid", "--fork", "id", "-u"))
                .equals("0\n");
    }
}
