package dev.weft.app.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/// `RecordOracle [NAME-OR-FOLDER…]`: runs scripts on the kernel several times each and keeps the transcript, if they
/// agree.
/// A recording that says the same already is left as it is.
final class RecordOracle {
    private static final int RUNS = 3;
    private static final int AT_ONCE = 6;

    private RecordOracle() {}

    public static void main(String[] names) throws Exception {
        List<OracleScript> scripts = OracleScript.all().stream()
                .filter(script -> !script.isDocumented())
                .filter(script -> names.length == 0 || Stream.of(names).anyMatch(script.name()::startsWith))
                .toList();
        Kernel.recordVersions();
        var results = new ArrayList<String>();
        try (var executor = Executors.newFixedThreadPool(AT_ONCE)) {
            var tasks = scripts.stream()
                    .<Callable<String>>map(script -> () -> record(script))
                    .toList();
            for (var result : executor.invokeAll(tasks)) {
                results.add(result.get());
            }
        }
        results.forEach(System.out::print);
        System.exit(results.stream().anyMatch(result -> result.startsWith("UNSTEADY")) ? 1 : 0);
    }

    private static String record(OracleScript script) throws IOException {
        String first = Kernel.transcript(script);
        for (int run = 1; run < RUNS; run++) {
            String difference = Difference.between(script, first, Kernel.transcript(script));
            if (!difference.isEmpty()) {
                return "UNSTEADY " + script + "\n" + difference;
            }
        }
        if (script.isRecorded()
                && Difference.between(script, script.expected(), first).isEmpty()) {
            return "same     " + script + "\n";
        }
        String verb = script.isRecorded() ? "changed  " : "recorded ";
        Files.writeString(script.recording(), first);
        return verb + script + "\n";
    }
}
