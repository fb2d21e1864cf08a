package dev.weft.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The client process behaves as the program whose name it bears would.
class ClientTest {
    private static Sandboxed weft;

    @BeforeAll
    static void open() throws IOException {
        weft = Sandboxed.withProbe();
        Sandboxed.Result result = weft.run("echo yes");
        assumeTrue(result.out().equals("yes\n"), "needs user namespaces: " + result.err());
    }

    @AfterAll
    static void close() throws IOException {
        weft.close();
    }

    @Test
    void exitsWithTheCommandsStatus() throws IOException {
        assertThat(weft.run("ip exit 0; echo $?; ip exit 2; echo $?; ip exit 255; echo $?")
                        .lines())
                .containsExactly("0", "2", "255");
    }

    @Test
    void diesOfTheSignalThatTheCommandDiesOf() throws IOException {
        assertThat(weft.run("(ip die SIGTERM); echo $?; (ip die SIGPIPE); echo $?")
                        .lines())
                .containsExactly("143", "141");
    }

    @Test
    void keepsWordsAsTheyAre() throws IOException {
        assertThat(weft.run("ip say 'two  words'; ip say ''; ip say $'a\\nb'; ip say 'ü€'")
                        .lines())
                .containsExactly("two  words", "", "a", "b", "ü€");
    }

    @Test
    void leavesStandardInputToOthers() throws IOException {
        assertThat(weft.run("printf 'one\\ntwo\\n' | while read -r line; do ip say $line; done")
                        .lines())
                .containsExactly("one", "two");
    }

    @Test
    void readsStandardInputWhenTheCommandAsks() throws IOException {
        assertThat(weft.run("echo hello | ip read -").lines()).containsExactly("hello");
    }

    @Test
    void readsAndWritesFilesByItsOwnDirectory(@TempDir Path directory) throws IOException {
        Sandboxed.Result result = weft.run(
                "cd " + directory + "; ip write file; ip read file; ip read none; echo $?; ip write /; echo $?");
        assertThat(result.lines()).containsExactly("written", "2", "21");
        assertThat(result.err()).isEqualTo("No such file or directory\nIs a directory\n");
        assertThat(directory.resolve("file")).hasContent("written");
    }

    @Test
    void diesOfSigpipeWhenNobodyReads() throws IOException {
        assertThat(weft.run("ip flood | head -c 3; status=${PIPESTATUS[0]}; echo; echo $status")
                        .lines())
                .containsExactly("xxx", "141");
    }

    @Test
    void aStuckReaderHoldsUpNoOtherCommand() throws IOException {
        assertThat(weft.run("""
            mkfifo /run/stuck
            for i in 1 2 3 4; do ip flood > /run/stuck & done
            exec 3</run/stuck
            read -r -n 1 -u 3 byte
            ip say free
            """).lines()).containsExactly("free");
    }

    @Test
    void passesSignalsOnToTheCommand() throws Exception {
        Process process = weft.start("ip wait-for-int; echo $?");
        BufferedReader output = process.inputReader();
        assertThat(output.readLine()).isEqualTo("waiting");
        signalClient(process, "INT");
        assertThat(output.readLine()).isEqualTo("interrupted");
        assertThat(output.readLine()).isEqualTo("0");
    }

    @Test
    void aSignalThatTheCommandDoesNotKnowKillsIt() throws Exception {
        Process process = weft.start("ip wait; echo $?");
        BufferedReader output = process.inputReader();
        assertThat(output.readLine()).isEqualTo("waiting");
        signalClient(process, "TERM");
        assertThat(output.readLine()).isEqualTo("143");
    }

    @Test
    void aSignalIgnoredByTheCallerIsIgnored() throws IOException {
        assertThat(weft.run("""
            trap '' INT
            ip wait > /run/out & pid=$!
            until grep -q waiting /run/out; do :; done
            kill -INT $pid
            ip say alive
            kill -TERM $pid; wait $pid; echo $?
            """).lines()).containsExactly("alive", "143");
    }

    @Test
    void aKilledClientEndsItsCommand() throws IOException {
        assertThat(weft.run("""
            ip wait > /run/out & pid=$!
            until grep -q waiting /run/out; do :; done
            kill -KILL $pid; wait $pid; echo $?
            ip say alive
            """).lines()).containsExactly("137", "alive");
    }

    @Test
    void stopsAndGoesOn() throws IOException {
        assertThat(weft.run("""
            ip wait-for-int > /run/out & pid=$!
            until grep -q waiting /run/out; do :; done
            kill -TSTP $pid
            until grep -q '^State:.T' /proc/$pid/status; do :; done
            kill -CONT $pid; kill -INT $pid
            wait $pid; echo $?; cat /run/out
            """).lines()).containsExactly("0", "waiting", "interrupted");
    }

    @Test
    void aStoppedCommandPrintsNothing() throws IOException {
        assertThat(weft.run("""
            ip wait-for-int > /run/out & pid=$!
            until grep -q waiting /run/out; do :; done
            kill -TSTP $pid
            until grep -q '^State:.T' /proc/$pid/status; do :; done
            ip say stopped; cat /run/out
            kill -KILL $pid; wait $pid; echo $?
            """).lines()).containsExactly("stopped", "waiting", "137");
    }

    @Test
    void aClosedOutputIsNoHarm() throws IOException {
        assertThat(weft.run("ip say hidden >&-; echo $?; ip exit 3 <&- 2>&-; echo $?")
                        .lines())
                .containsExactly("0", "3");
    }

    /// Sends the signal to the client itself, as `kill` does.
    private static void signalClient(Process process, String signal) throws Exception {
        ProcessHandle client = process.descendants()
                .filter(p -> p.info().commandLine().orElse("").contains("/ip wait"))
                .findFirst()
                .orElseThrow();
        new ProcessBuilder("kill", "-" + signal, Long.toString(client.pid()))
                .start()
                .waitFor();
    }
}
