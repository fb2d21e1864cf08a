package dev.weft.app.oracle;

import java.util.List;

/// This machine's Linux, with the real tools.
final class Kernel {
    private Kernel() {}

    static String transcript(OracleScript script) {
        return Shell.run(List.of(
                OracleScript.FOLDER.resolve("kernel").toString(), script.path().toString()));
    }
}
