package dev.weft.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Scripts whose time is the network's: it passes only while all their processes wait.
class VirtualTimeTest {
    @BeforeAll
    static void canRun() throws IOException {
        Sandboxed.Result result = run("echo yes");
        assumeTrue(result.out().equals("yes\n"), "needs user namespaces: " + result.err());
    }

    /// On a network of its own, in the first second of 2026.
    private static Sandboxed.Result run(String script) throws IOException {
        try (Sandboxed weft = Sandboxed.inVirtualTime(1)) {
            return weft.run(script);
        }
    }

    @Test
    void sleepingCostsNothing() throws IOException {
        long start = System.nanoTime();
        assertThat(run("date +%s; sleep 600; date +%s; sleep 1d 1h; date +%s.%N; sleep .25; /bin/sleep 0.25; date"
                                + " +%s.%N")
                        .lines())
                .containsExactly("1767225600", "1767226200", "1767316200.000000000", "1767316200.500000000");
        assertThat(System.nanoTime() - start).isLessThan(20_000_000_000L);
    }

    @Test
    void timeStandsStillWhileSomeoneComputes() throws IOException {
        assertThat(run("""
            sleep 1 & for ((i = 0; i < 200000; i++)); do :; done
            date +%s
            wait; date +%s
            """).lines()).containsExactly("1767225600", "1767225601");
    }

    @Test
    void backgroundJobsWakeInTheOrderOfTheirTime() throws IOException {
        assertThat(run("""
            (sleep 3; echo three) & (sleep 1; echo one; sleep 1.5; echo two and a half) &
            (sleep 2; echo two) & wait; date +%s
            """).lines()).containsExactly("one", "two", "two and a half", "three", "1767225603");
    }

    @Test
    void commandsOfTheSameInstantComeInAFixedOrder() throws IOException {
        String script = """
            for i in 1 2 3 4 5 6 7 8; do (sleep 1; date +$i; sleep 1; date +$i) & done; wait
            for i in a b c d e f; do date +$i & done; wait
            """;
        List<String> first = run(script).lines();
        assertThat(first).hasSize(22).startsWith("1", "2", "3", "4", "5", "6", "7", "8", "1", "2");
        for (int i = 0; i < 4; i++) {
            assertThat(run(script).lines()).isEqualTo(first);
        }
    }

    @Test
    void readersOfAPipeAreWaitedFor() throws IOException {
        assertThat(run("""
            (for i in 1 2 3; do date +%s; sleep 1; done) | while read -r line; do
                for ((i = 0; i < 20000; i++)); do :; done
                echo "$line $(date +%s)"
            done
            """).lines())
                .containsExactly("1767225600 1767225600", "1767225601 1767225601", "1767225602 1767225602");
    }

    @Test
    void timeoutCountsTheNetworksTime() throws IOException {
        Sandboxed.Result result = run("""
            timeout 5 sleep 100; echo $?; date +%s
            timeout 5 sh -c 'sleep 1; exit 3'; echo $?; date +%s
            timeout -s KILL 5 sleep 100; echo $?
            timeout -k 1 1 bash -c 'trap "" TERM; sleep 10; sleep 10'; echo $?; date +%s
            timeout 5 nosuch; echo $?; timeout x true; echo $?
            """);
        assertThat(result.lines())
                .containsExactly("124", "1767225605", "3", "1767225606", "137", "137", "1767225613", "127", "125");
    }

    @Test
    void dateReckonsFromTheNetworksTime() throws IOException {
        assertThat(run("sleep 60; date -u '+%F %T'; date -u -d '+1 hour' +%T; date -u --date='2020-01-02' +%F")
                        .lines())
                .containsExactly("2026-01-01 00:01:00", "01:01:00", "2020-01-02");
    }

    @Test
    void sleepRefusesAsTheRealOneDoes() throws IOException {
        Sandboxed.Result result = run("sleep; echo $?; sleep 1x; echo $?");
        assertThat(result.lines()).containsExactly("1", "1");
        assertThat(result.err()).isEqualTo("""
            sleep: missing operand
            Try 'sleep --help' for more information.
            sleep: invalid time interval ‘1x’
            Try 'sleep --help' for more information.
            """);
    }

    @Test
    void aForeignSleeperTakesTheNetworksTimeAlong() throws IOException {
        assertThat(run("""
            (for i in 1 2 3 4 5 6 7 8 9; do sleep 0.1; echo tick; done) &
            perl -e 'select undef, undef, undef, 0.45'; echo slept; kill $!; wait
            """).lines())
                .contains("slept")
                .filteredOn("tick"::equals)
                .hasSizeBetween(2, 6); // 4 on an idle machine
    }

    @Test
    void killedSleepersLeaveTheOthersAlone() throws IOException {
        assertThat(run("sleep 1000 & sleep 1; kill $!; wait $!; echo $?; date +%s")
                        .lines())
                .containsExactly("143", "1767225601");
    }

    @Test
    void aReaderThatSleepsHoldsItsWriterButNotTime() throws IOException {
        assertThat(run("(sleep 5; date +%s) | (sleep 10; cat; date +%s)").lines())
                .containsExactly("1767225605", "1767225610");
    }
}
