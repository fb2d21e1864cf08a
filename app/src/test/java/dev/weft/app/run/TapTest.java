package dev.weft.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `labs/tap.sh` with a real host on the other side: Linux's own ping, in a real network namespace, reaches through a
/// TAP into a router, a bridge and a veth pair.
class TapTest {
    private static final String LAB = "labs/tap.sh";
    private static final String JOIN = """
        ip addr add 10.9.0.1/24 dev weft0 && ip link set weft0 up && ip route add 10.9.1.0/24 via 10.9.0.254\
        """;

    @TempDir
    static Path place;

    private static HostSide host;
    private static Program weft;
    private static Process engine;

    @BeforeAll
    static void join() throws IOException {
        String obstacle = HostSide.obstacle();
        assumeTrue(obstacle.isEmpty(), obstacle);
        host = new HostSide();
        weft = Program.at(place);
        engine = weft.behind(host.prefix()).up(lab());
        assertThat(host.run(JOIN).status()).isZero();
    }

    @AfterAll
    static void leave() throws Exception {
        if (engine != null) {
            assertThat(weft.run("down").status()).isZero();
            assertThat(engine.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(host.run("ip -br link show dev weft0").out()).contains("does not exist");
        }
        if (host != null) {
            host.close();
        }
    }

    private static String lab() {
        Path here = Path.of("").toAbsolutePath();
        return (here.endsWith("app") ? here.resolveSibling(LAB) : here.resolve(LAB)).toString();
    }

    @Test
    void tenThousandPacketsGoThroughWithoutALoss() throws IOException {
        assertThat(host.run("ping -q -f -c 10000 10.9.1.1").out())
                .contains("10000 packets transmitted, 10000 received, 0% packet loss");
    }

    @Test
    void theHostLearnsTheRouterByArp() throws IOException {
        assertThat(host.run("ip neigh flush dev weft0; ping -c 1 -W 5 10.9.0.254; ip neigh show dev weft0")
                        .out())
                .containsPattern("10\\.9\\.0\\.254 lladdr [0-9a-f:]{17} REACHABLE");
    }

    @Test
    void largePingsComeInFragmentsAndAreAnsweredInFragments() throws IOException {
        assertThat(host.run("ping -c 2 -i 0.1 -s 3000 10.9.1.1").out()).contains("2 received, 0% packet loss");
    }

    @Test
    void aHostBehindTheRouterIsTwoHopsAway() throws IOException {
        assertThat(host.run("ping -c 1 -t 1 10.9.1.1").out()).contains("From 10.9.0.254", "Time to live exceeded");
        assertThat(host.run("ping -c 1 10.9.1.1").out()).contains("ttl=63");
    }

    @Test
    void aClosedUdpPortInsideIsRefused() throws IOException {
        assertThat(host.run("exec 3<>/dev/udp/10.9.1.1/4444; echo x >&3; read -t 2 <&3; echo y >&3")
                        .out())
                .contains("Connection refused");
    }

    @Test
    void theNetworkInsideReachesTheHostAndItsClosedPorts() throws Exception {
        assertThat(weft.run("exec", "--", "ip", "netns", "exec", "inside", "ping", "-c", "1", "10.9.0.1")
                        .out())
                .contains("1 received", "ttl=63");
        // Traceroute ends where a closed port answers.
        assertThat(weft.run("exec", "--", "traceroute", "-n", "-q", "1", "10.9.0.1")
                        .out())
                .containsPattern(" 1  10\\.9\\.0\\.1  ");
    }

    @Test
    void aTunCarriesBareIp() throws Exception {
        assertThat(weft.run("exec", "--", "bash", "-c", """
            ip link add t0 type host mode tun dev weft1
            ip addr add 10.9.2.2 peer 10.9.2.1 dev t0
            ip link set t0 up\
            """).status()).isZero();
        String join = "ip addr add 10.9.2.1 peer 10.9.2.2 dev weft1; ip link set weft1 up; ";
        assertThat(host.run(join + "ping -q -c 3 -i 0.1 -s 3000 10.9.2.2").out())
                .contains("3 received, 0% packet loss");
        assertThat(weft.run("exec", "--", "ip", "link", "del", "t0").status()).isZero();
        assertThat(host.run("ip -br link show dev weft1").out()).contains("does not exist");
    }

    @Test
    void theEnginesDeathTakesDeviceAndProcessesAlong(@TempDir Path elsewhere) throws Exception {
        try (HostSide other = new HostSide()) {
            Program its = Program.at(elsewhere);
            Process up = its.behind(other.prefix()).up(lab());
            assertThat(other.run(JOIN + "; ping -c 1 10.9.1.1").status()).isZero();
            up.destroyForcibly().waitFor();
            assertThat(other.run("ip -br link show dev weft0").out()).contains("does not exist");
            assertThat(other.processes()).isEmpty();
            assertThat(its.run("down").out()).isEqualTo("weft: no network is up\n");
        }
    }

    @Test
    void theHostsDeviceMayGoFirst(@TempDir Path elsewhere) throws Exception {
        try (HostSide other = new HostSide()) {
            Program its = Program.at(elsewhere);
            Process up = its.behind(other.prefix()).up(lab());
            assertThat(other.run("ip link del weft0").status()).isZero();
            String unplugged = "until ip link show uplink | grep NO-CARRIER; do sleep 0.1; done";
            assertThat(its.run("exec", "--", "timeout", "10", "bash", "-c", unplugged)
                            .out())
                    .contains("uplink: <NO-CARRIER");
            assertThat(its.run("down").status()).isZero();
            assertThat(up.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
    }
}
