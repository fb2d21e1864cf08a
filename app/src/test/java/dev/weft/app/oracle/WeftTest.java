package dev.weft.app.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Weft says what Linux said. What is known to differ still is listed in `not-yet`, and is skipped by name.
@Tag("oracle")
class WeftTest {
    private static final int AT_ONCE = 3;
    private static final Trials TRIALS = new Trials(AT_ONCE, Weft::transcript);

    @TestFactory
    Stream<DynamicTest> weftSaysWhatLinuxSaid() throws IOException {
        String obstacle = Weft.obstacle();
        assumeTrue(obstacle.isEmpty(), () -> "needs the sandbox of weft run: " + obstacle);
        Set<String> notYet = notYet();
        List<OracleScript> expected = OracleScript.all().stream()
                .filter(script -> !notYet.contains(script.name()))
                .toList();
        Stream<DynamicTest> skipped = notYet.stream()
                .sorted()
                .map(name -> DynamicTest.dynamicTest(name, () -> assumeFalse(true, "differs from Linux still")));
        return Stream.concat(TRIALS.of(expected), skipped);
    }

    @Test
    void aRunSaysTheSameAgain() {
        assumeTrue(Weft.obstacle().isEmpty(), "needs the sandbox of weft run");
        OracleScript script = OracleScript.named("ping/basic");
        assertThat(Weft.transcript(script)).isEqualTo(Weft.transcript(script));
    }

    @Test
    void whatIsNotYetTheSameIsThere() throws IOException {
        assertThat(OracleScript.all()).extracting(OracleScript::name).containsAll(notYet());
    }

    private static Set<String> notYet() throws IOException {
        Set<String> names = new HashSet<>();
        for (String line : Files.readAllLines(OracleScript.FOLDER.resolve("not-yet"))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                names.add(line.strip());
            }
        }
        return names;
    }

    @AfterAll
    static void close() {
        TRIALS.close();
    }
}
