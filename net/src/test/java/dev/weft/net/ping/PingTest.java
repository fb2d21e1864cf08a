package dev.weft.net.ping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.core.command.Signal;
import dev.weft.net.ip.v4.Ip4Lab;
import dev.weft.net.lab.Lab;
import dev.weft.net.lab.LabSession;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PingTest {
    private final Lab lab = Lab.withSeed(1);
    private final Ip4Lab ip4 = new Ip4Lab(lab);

    @BeforeEach
    void twoHosts() {
        lab.sh("""
            ip netns add b
            ip link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 address 02:00:00:00:00:0b netns b
            ip link set lo up
            ip link set eth0 up
            ip -n b link set eth0 up
            """);
        ip4.address("", "eth0", "10.0.0.1/24");
        ip4.address("b", "eth0", "10.0.0.2/24");
    }

    @Test
    void tellsOfAnswersAsIputilsDoes() {
        Lab.Result result = lab.run("ping -c 3 10.0.0.2");
        assertThat(result.status()).isZero();
        assertThat(result.out()).matches("""
            PING 10\\.0\\.0\\.2 \\(10\\.0\\.0\\.2\\) 56\\(84\\) bytes of data\\.
            64 bytes from 10\\.0\\.0\\.2: icmp_seq=1 ttl=64 time=0\\.\\d{3} ms
            64 bytes from 10\\.0\\.0\\.2: icmp_seq=2 ttl=64 time=0\\.\\d{3} ms
            64 bytes from 10\\.0\\.0\\.2: icmp_seq=3 ttl=64 time=0\\.\\d{3} ms

            --- 10\\.0\\.0\\.2 ping statistics ---
            3 packets transmitted, 3 received, 0% packet loss, time 2000ms
            rtt min/avg/max/mdev = 0\\.\\d{3}/0\\.\\d{3}/0\\.\\d{3}/0\\.\\d{3} ms
            """);
    }

    @Test
    void aThousandPingsTakeNoTimeAtAll() {
        long start = lab.clock().nanos();
        assertThat(lab.run("ping -q -c 1000 10.0.0.2").out()).contains("1000 packets transmitted, 1000 received");
        assertThat(lab.clock().nanos() - start).isBetween(999_000_000_000L, 1_001_000_000_000L);
    }

    @Test
    void aHostThatDoesNotAnswerToArpIsUnreachable() {
        Lab.Result result = lab.run("ping -c 1 10.0.0.9");
        assertThat(result.out()).contains("From 10.0.0.1 icmp_seq=1 Destination Host Unreachable\n");
        assertThat(result.out())
                .contains("1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms\n\n");
        assertThat(result.status()).isEqualTo(1);
    }

    @Test
    void whatDoesNotFitAndMustNotBeCutIsToldAsLinuxTellsIt() {
        Lab.Result result = lab.run("ping -c 1 -M do -s 1473 10.0.0.2");
        assertThat(result.err()).isEqualTo("ping: local error: message too long, mtu=1500\n");
        assertThat(lab.run("ping -c 1 -M do -s 1472 10.0.0.2").status()).isZero();
        assertThat(lab.run("ping -c 1 -s 65507 10.0.0.2").out()).contains("65515 bytes from 10.0.0.2: icmp_seq=1");
    }

    @Test
    void recordsTheRoute() {
        assertThat(lab.run("ping -c 1 -R 10.0.0.2").out())
                .contains("56(124) bytes of data")
                .contains("\nRR: \t10.0.0.1\n\t10.0.0.2\n\t10.0.0.2\n\t10.0.0.1\n\n\n---");
    }

    @Test
    void interruptedItReportsAndQuitTellsHowItStands() {
        LabSession ping = lab.start(lab.network().initial(), "ping 10.0.0.2");
        lab.advance(Duration.ofMillis(2500));
        ping.signal(Signal.SIGQUIT);
        assertThat(ping.result().err()).matches("\r3/3 packets, 0% loss, min/avg/ewma/max = .* ms\n");
        ping.signal(Signal.SIGINT);
        assertThat(ping.result().out()).contains("3 packets transmitted, 3 received, 0% packet loss, time 2000ms");
        assertThat(ping.result().status()).isZero();
    }

    @Test
    void refusesWhatIputilsRefuses() {
        assertThat(lab.run("ping").err()).isEqualTo("ping: usage error: Destination address required\n");
        assertThat(lab.run("ping -c 0 10.0.0.2").err())
                .isEqualTo("ping: invalid argument: '0': out of range: 1 <= value <= 9223372036854775807\n");
        assertThat(lab.run("ping -c 1 10.9.9.9").err()).isEqualTo("ping: connect: Network is unreachable\n");
        assertThat(lab.run("ping -c 1 10.0.0.255").err())
                .isEqualTo("ping: Do you want to ping broadcast? Then -b. If not, check your local firewall rules\n");
        assertThat(lab.run("ping -c 1 no.such.host").err())
                .isEqualTo("ping: no.such.host: Temporary failure in name resolution\n");
    }

    @Test
    void explainTellsTheWayOfTheRequestItsArpAndTheAnswer() {
        String report = lab.run("explain ping -c 1 10.0.0.2").out();
        assertThat(report).contains("packet 1: echo request to 10.0.0.2, icmp_seq=1");
        assertThat(report).contains("because of packet 1").contains("arp").contains("veth_xmit");
        assertThat(report).contains("=> delivered");
    }

    @Test
    void nothingStaysBehind() {
        lab.run("ping -c 2 10.0.0.2");
        lab.run("ping -c 1 -W 1 10.0.0.9");
        lab.advance(Duration.ofMinutes(10));
        assertThat(lab.packetsInFlight()).isZero();
    }
}
