package dev.weft.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A network that stays, and other terminals that reach it.
class UpTest {
    @TempDir
    static Path place;

    private static Program weft;
    private static Process engine;

    @BeforeAll
    static void up() throws Exception {
        weft = Program.at(place);
        Program.Ended tried = weft.run("exec", "--", "true");
        assumeTrue(tried.status() == 0, () -> "needs user namespaces: " + tried.out());
        Path script = Files.writeString(place.resolve("net.sh"), """
            ip netns add "$1"
            ip link add v0 address 02:00:00:00:00:01 type veth peer name v1 address 02:00:00:00:00:02 netns "$1"
            ip addr add 10.0.0.1/24 dev v0
            ip -n "$1" addr add 10.0.0.2/24 dev v1
            ip link set v0 up
            ip -n "$1" link set v1 up
            """);
        engine = weft.up(script.toString(), "red");
    }

    @AfterAll
    static void down() throws Exception {
        if (engine != null) {
            assertThat(weft.run("down").status()).isZero();
            assertThat(engine.waitFor(10, TimeUnit.SECONDS)).isTrue();
            try (Stream<Path> left = Files.list(place)) {
                assertThat(left.map(path -> path.getFileName().toString())).containsExactly("net.sh");
            }
        }
    }

    private static String out(String... arguments) throws IOException, InterruptedException {
        return weft.run(arguments).out();
    }

    @Test
    void commandsOfOtherTerminalsReachIt() throws Exception {
        assertThat(out("exec", "--", "ip", "netns", "exec", "red", "ping", "-c", "1", "10.0.0.1"))
                .contains("1 packets transmitted, 1 received");
        assertThat(out("exec", "ip", "-br", "link", "show", "v0")).startsWith("v0@if2 ");
    }

    @Test
    void aCommandsStatusIsTheirs() throws Exception {
        assertThat(weft.run("exec", "--", "sh", "-c", "exit 7").status()).isEqualTo(7);
    }

    @Test
    void thereIsOnlyOne() throws Exception {
        Program.Ended second = weft.run("up");
        assertThat(second.out()).isEqualTo("weft: a network is up already; weft down ends it\n");
        assertThat(second.status()).isEqualTo(1);
    }

    @Test
    void savesItselfAsAScriptThatRebuildsIt() throws Exception {
        String saved = out("save");
        assertThat(saved).startsWith("#!/bin/bash\n").contains("ip link add name v0 index 2", "ip netns add red");
        Path script = Files.writeString(place.resolve("net.sh"), saved + "weft save\n");
        assertThat(out("run", script.toString())).isEqualTo(saved);
    }

    @Test
    void explainsFromOutside() throws Exception {
        assertThat(out("explain", "ping", "-c", "1", "10.0.0.2"))
                .contains("1 received", "packet 1: echo request to 10.0.0.2", "veth_xmit");
    }

    @Test
    void theConsoleIsOnTheSameNetwork() throws Exception {
        String said = weft.type("""
            netns red
            ping -c 1 10.0.0.1 | grep received
            netns
            show interface
            show nonsense
            help brctl
            exit
            """, "shell").out();
        assertThat(said)
                .contains("weft:red> 1 packets transmitted, 1 received", "v0 ", "unknown input 'nonsense'", "addbr");
    }

    @Test
    void theConsoleTracesMadeUpPackets() throws Exception {
        String said = weft.type("""
            packet-generator new { name x limit 3 size 64-64 interface v0 data \
            { IP4: 02:00:00:00:00:02 -> 02:00:00:00:00:01 UDP: 10.0.0.2 -> 10.0.0.1 UDP: 1 -> 9 incrementing 18 } }
            trace add device-input 1
            packet-generator enable-stream x
            packet-generator show
            show trace
            clear trace
            exit
            """, "shell").out();
        assertThat(said)
                .contains("device-input", "udp4-input", "x                   No                         3           3");
    }

    @Test
    void whatIsNotUpCannotBeAsked(@TempDir Path elsewhere) throws Exception {
        Program other = Program.at(elsewhere);
        assertThat(other.run("show", "errors").out()).startsWith("weft: no network is up: begin with weft up");
        assertThat(other.run("down").out()).isEqualTo("weft: no network is up\n");
        assertThat(other.run("down").status()).isEqualTo(1);
    }
}
