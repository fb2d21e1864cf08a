package dev.weft.app.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/// Runs scripts several at a time and makes a test of each: its transcript is the expected one.
final class Trials implements AutoCloseable {
    private final ExecutorService executor;
    private final Function<OracleScript, String> run;

    /// @param run takes a script and returns its transcript
    Trials(int atOnce, Function<OracleScript, String> run) {
        this.executor = Executors.newFixedThreadPool(atOnce);
        this.run = run;
    }

    /// All runs begin now; a test waits for its own.
    Stream<DynamicTest> of(List<OracleScript> scripts) {
        return scripts.stream()
                .map(script -> new Trial(script, CompletableFuture.supplyAsync(() -> difference(script), executor)))
                .toList()
                .stream()
                .map(trial -> DynamicTest.dynamicTest(
                        trial.script.name(),
                        () -> assertThat(trial.difference.join()).isEmpty()));
    }

    private String difference(OracleScript script) {
        return Difference.between(script, script.expected(), run.apply(script));
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }

    private record Trial(OracleScript script, CompletableFuture<String> difference) {}
}
