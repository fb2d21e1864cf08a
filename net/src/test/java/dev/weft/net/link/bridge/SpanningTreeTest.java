package dev.weft.net.link.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.net.lab.Lab;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SpanningTreeTest {
    private static final long BROADCAST = 0xffff_ffff_ffffL;

    private final Lab lab = Lab.withSeed(1);

    /// Bridges `br0` in namespaces `b1`, `b2`, …; the lower the number, the better the bridge.
    private void bridges(int count, String options) {
        for (int n = 1; n <= count; n++) {
            lab.network().name("b" + n, lab.network().create());
            lab.sh("""
                ip -n b%1$d link add br0 address 02:00:00:00:0%1$d:00 type bridge %2$s
                ip -n b%1$d link set br0 up
                """.formatted(n, options));
        }
    }

    /// A cable between two bridges: `to2` in b1, `to1` in b2, with a letter when there are several.
    private void cable(int from, int to, String letter) {
        lab.sh("""
            ip -n b%1$d link add to%2$d%3$s type veth peer name to%1$d%3$s netns b%2$d
            ip -n b%1$d link set to%2$d%3$s master br0 up
            ip -n b%2$d link set to%1$d%3$s master br0 up
            """.formatted(from, to, letter));
    }

    private void host(int bridge) {
        lab.network().name("h" + bridge, lab.network().create());
        lab.sh("""
            ip -n b%1$d link add host type veth peer name eth0 netns h%1$d
            ip -n b%1$d link set host master br0 up
            ip -n h%1$d link set eth0 up
            """.formatted(bridge));
        lab.watch(lab.device("h" + bridge, "eth0"));
    }

    private String state(int bridge, String port) {
        return lab.run("bridge -n b" + bridge + " link show dev " + port)
                .out()
                .replaceFirst("(?s).* state (\\w+) .*", "$1");
    }

    private long states(String word, int bridges) {
        return Stream.iterate(1, n -> n + 1)
                .limit(bridges)
                .map(n -> lab.run("bridge -n b" + n + " link").out())
                .flatMap(String::lines)
                .filter(line -> line.contains(" state " + word + " "))
                .count();
    }

    private void broadcast(int from) {
        lab.transmit(lab.device("h" + from, "eth0"), BridgeLan.frame(BROADCAST, 0x0200_0000_ff00L + from));
    }

    private long seen(int at) {
        return lab.seen(lab.device("h" + at, "eth0")).stream()
                .filter(frame -> frame[0] == (byte) 0xff)
                .count();
    }

    @Test
    void oneOfTwoCablesIsBlocked() {
        bridges(2, "stp_state 1 forward_delay 200 hello_time 100 max_age 600");
        cable(1, 2, "a");
        cable(1, 2, "b");
        lab.advance(Duration.ofMillis(1500));
        assertThat(state(1, "to2a")).isEqualTo("listening");
        lab.advance(Duration.ofSeconds(8));
        assertThat(state(1, "to2a")).isEqualTo("forwarding");
        assertThat(state(1, "to2b")).isEqualTo("forwarding");
        assertThat(state(2, "to1a")).isEqualTo("forwarding");
        assertThat(state(2, "to1b")).isEqualTo("blocking");
        assertThat(lab.run("ip -n b2 -d link show br0").out())
                .contains("designated_root 8000.2:0:0:0:1:0 root_port 1 root_path_cost 2 ");
    }

    @Test
    void theOtherCableTakesOverWhenOneIsCut() {
        bridges(2, "stp_state 1 forward_delay 200 hello_time 100 max_age 600");
        cable(1, 2, "a");
        cable(1, 2, "b");
        host(1);
        host(2);
        lab.advance(Duration.ofSeconds(10));
        broadcast(1);
        assertThat(seen(2)).isOne();
        assertThat(seen(1)).isZero();
        lab.sh("ip -n b2 link set to1a down");
        lab.advance(Duration.ofSeconds(5));
        assertThat(state(2, "to1b")).isEqualTo("forwarding");
        broadcast(1);
        assertThat(seen(2)).isEqualTo(2);
    }

    @Test
    void aSilentNeighbourIsForgotten() {
        bridges(3, "stp_state 1 forward_delay 200 hello_time 100 max_age 600");
        cable(1, 2, "");
        cable(2, 3, "");
        cable(3, 1, "");
        lab.advance(Duration.ofSeconds(10));
        assertThat(states("blocking", 3)).isOne();
        assertThat(states("forwarding", 3)).isEqualTo(5);
        assertThat(state(3, "to2")).isEqualTo("blocking");
        lab.sh("ip -n b1 link set br0 type bridge stp_state 0"); // no more hellos, and BPDUs are forwarded like any
        // frame
        lab.advance(Duration.ofSeconds(30));
        assertThat(lab.run("ip -n b3 -d link show br0").out()).contains("designated_root 8000.2:0:0:0:2:0");
    }

    @Test
    void theBestPriorityIsTheRoot() {
        bridges(3, "stp_state 1 forward_delay 200 hello_time 100 max_age 600");
        cable(1, 2, "");
        cable(2, 3, "");
        cable(3, 1, "");
        lab.advance(Duration.ofSeconds(10));
        lab.sh("ip -n b3 link set br0 type bridge priority 4096");
        lab.advance(Duration.ofSeconds(20));
        for (int n = 1; n <= 3; n++) {
            assertThat(lab.run("ip -n b" + n + " -d link show br0").out()).contains("designated_root 1000.2:0:0:0:3:0");
        }
        assertThat(state(2, "to1")).isEqualTo("blocking");
    }

    @Test
    void aTopologyChangeShortensTheMemory() {
        bridges(2, "stp_state 1 forward_delay 200 hello_time 100 max_age 600");
        cable(1, 2, "");
        host(1);
        host(2);
        lab.advance(Duration.ofSeconds(20));
        assertThat(lab.run("ip -n b1 -d link show br0").out()).contains(" topology_change 0 ");
        lab.sh("ip -n b2 link set host down");
        lab.advance(Duration.ofSeconds(1));
        assertThat(lab.run("ip -n b1 -d link show br0").out()).contains(" topology_change_detected 0 ");
        lab.sh("ip -n b2 link set host up");
        lab.advance(Duration.ofSeconds(5));
        assertThat(lab.run("ip -n b1 -d link show br0").out()).contains(" topology_change 1 ", " ageing_time 400 ");
        lab.advance(Duration.ofSeconds(20));
        assertThat(lab.run("ip -n b1 -d link show br0").out()).contains(" topology_change 0 ", " ageing_time 30000 ");
    }

    @Test
    void guardedPortsShutThemselves() {
        bridges(2, "stp_state 1 forward_delay 200 hello_time 100 max_age 600");
        cable(1, 2, "");
        lab.sh("ip -n b2 link set to1 type bridge_slave guard on");
        lab.advance(Duration.ofSeconds(3));
        assertThat(state(2, "to1")).isEqualTo("disabled");
    }

    @Test
    void aRootBlockedPortDoesNotLeadToTheRoot() {
        bridges(2, "stp_state 1 forward_delay 200 hello_time 100 max_age 600");
        lab.sh("ip -n b2 link set br0 type bridge priority 40000");
        cable(1, 2, "");
        lab.sh("ip -n b2 link set to1 type bridge_slave root_block on");
        lab.advance(Duration.ofSeconds(10));
        assertThat(lab.run("ip -n b2 -d link show br0").out()).contains("root_port 0 ");
    }

    @Test
    void withoutTheProtocolALoopGoesRoundAndTheConsoleAnswers() {
        bridges(2, "");
        cable(1, 2, "a");
        cable(1, 2, "b");
        host(1);
        broadcast(1);
        lab.advance(Duration.ofMillis(10));
        assertThat(lab.packetsInFlight()).isPositive();
        assertThat(lab.run("bridge -n b1 link").out()).contains("state forwarding");
        assertThat(seen(1)).isGreaterThan(100);
        lab.sh("ip -n b1 link set to2a down");
        lab.advance(Duration.ofMillis(1));
        assertThat(lab.packetsInFlight()).isZero();
    }

    @Test
    void bpdusLookAsTheyShould() {
        bridges(1, "stp_state 1");
        lab.network().name("probe", lab.network().create());
        lab.sh("""
            ip -n b1 link add p type veth peer name q netns probe
            ip -n b1 link set p address 02:00:00:00:01:01 master br0 up
            ip -n probe link set q up
            """);
        lab.watch(lab.device("probe", "q"));
        lab.advance(Duration.ofSeconds(2));
        byte[] bpdu = lab.seen(lab.device("probe", "q")).getFirst();
        assertThat(java.util.HexFormat.of().formatHex(bpdu))
                .isEqualTo("0180c2000000" + "020000000101" + "0026" + "424203" // to all bridges, LLC
                        + "0000" + "00" + "00" + "00" // protocol, version, configuration, no flags
                        + "8000020000000100" + "00000000" // the root, at no cost
                        + "8000020000000100" + "8001" // this bridge, port 1
                        + "0000" + "1400" + "0200" + "0f00"); // age 0 of 20 s, hello 2 s, delay 15 s
    }
}
