package dev.weft.app.oracle;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/// Linux still says what was recorded. Together with [WeftTest]: Weft says what this machine's Linux says.
@Tag("oracle")
@Tag("slow")
class KernelTest {
    private static final int AT_ONCE = 24;
    private static final Trials TRIALS = new Trials(AT_ONCE, KernelTest::steadyTranscript);

    @TestFactory
    Stream<DynamicTest> theKernelSaysWhatWasRecorded() {
        assumeTrue(Kernel.isAvailable(), "needs root and namespaces, to run the scripts on Linux itself");
        assumeTrue(
                Kernel.versions().equals(Kernel.recordedVersions()),
                () -> "needs the Linux and the tools of app/src/test/oracle/recorded-on, here are:\n"
                        + Kernel.versions());
        return TRIALS.of(
                OracleScript.all().stream().filter(OracleScript::isRecorded).toList());
    }

    @AfterAll
    static void close() {
        TRIALS.close();
    }

    /// On a busy machine real time plays tricks with short waits: what differs gets a second chance.
    private static String steadyTranscript(OracleScript script) {
        String transcript = Kernel.transcript(script);
        return Difference.between(script, script.expected(), transcript).isEmpty()
                ? transcript
                : Kernel.transcript(script);
    }
}
