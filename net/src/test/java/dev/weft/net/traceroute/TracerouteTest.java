package dev.weft.net.traceroute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.net.ip.v4.Ip4Lab;
import dev.weft.net.lab.Lab;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TracerouteTest {
    private final Lab lab = Lab.withSeed(1);
    private final Ip4Lab ip4 = new Ip4Lab(lab);

    @BeforeEach
    void aRouterBetweenTwoHosts() {
        lab.sh("""
            ip netns add r
            ip netns add b
            ip link add eth0 type veth peer name ra netns r
            ip link add eth0 netns b type veth peer name rb netns r
            ip link set lo up
            ip link set eth0 up
            ip -n r link set ra up
            ip -n r link set rb up
            ip -n b link set eth0 up
            ip addr add 10.0.1.1/24 dev eth0
            ip -n r addr add 10.0.1.254/24 dev ra
            ip -n r addr add 10.0.2.254/24 dev rb
            ip -n b addr add 10.0.2.1/24 dev eth0
            """);
        for (String host : new String[] {"", "b"}) {
            lab.run(ip4.namespace(host), "route add default gw " + (host.isEmpty() ? "10.0.1.254" : "10.0.2.254"));
        }
        for (String host : new String[] {"", "r", "b"}) {
            ip4.sysctl(host, "ip_forward", 1);
            ip4.sysctl(host, "icmp_ratemask", 0);
        }
    }

    private String trace(String words) {
        Lab.Result result = lab.run("traceroute -n " + words);
        assertThat(result.err()).isEmpty();
        assertThat(result.status()).isZero();
        return result.out().replaceAll("\\d+\\.\\d{3} ms", "T");
    }

    @Test
    void namesTheRoutersOnTheWay() {
        String expected = """
            traceroute to 10.0.2.1 (10.0.2.1), 30 hops max, 60 byte packets
             1  10.0.1.254  T  T  T
             2  10.0.2.1  T  T  T
            """;
        assertThat(trace("10.0.2.1")).isEqualTo(expected);
        assertThat(trace("-I 10.0.2.1")).isEqualTo(expected);
        assertThat(trace("-U 10.0.2.1")).isEqualTo(expected);
        assertThat(trace("-z 0.1 10.0.2.1")).isEqualTo(expected);
        assertThat(trace("--sport=40000 10.0.2.1")).isEqualTo(expected);
        assertThat(trace("-f 2 -q 1 10.0.2.1")).endsWith("packets\n 2  10.0.2.1  T\n");
        assertThat(trace("-m 1 -q 1 10.0.2.1")).endsWith("packets\n 1  10.0.1.254  T\n");
    }

    @Test
    void onOneNetworkThereIsOneHop() {
        assertThat(trace("10.0.1.254")).endsWith("packets\n 1  10.0.1.254  T  T  T\n");
        assertThat(trace("10.0.1.1")).endsWith("packets\n 1  10.0.1.1  T  T  T\n");
    }

    @Test
    void withoutTheOptionAHostWithoutANameIsNamedByItsAddress() {
        assertThat(lab.run("traceroute -q 1 10.0.1.254").out()).contains("\n 1  10.0.1.254 (10.0.1.254)  ");
    }

    @Test
    void whatIsUnreachableIsMarked() {
        assertThat(trace("-q 1 -N 1 10.11.0.1")).endsWith("packets\n 1  10.0.1.254  T !N\n");
        assertThat(trace("-q 1 -N 1 10.0.2.99")).endsWith("packets\n 1  10.0.1.254  T\n 2  10.0.1.254  T !H\n");
        assertThat(trace("-q 1 -N 1 10.0.1.99")).endsWith("packets\n 1  10.0.1.1  T !H\n");
    }

    @Test
    void silenceIsStars() {
        ip4.sysctl("b", "icmp_echo_ignore_all", 1);
        assertThat(trace("-I -q 2 -w 0.5 -m 3 10.0.2.1")).endsWith(" 1  10.0.1.254  T  T\n 2  * *\n 3  * *\n");
    }

    @Test
    void whatMustNotBeCutTellsTheMtu() {
        lab.sh("ip -n r link set rb mtu 1400");
        assertThat(trace("-F -q 1 10.0.2.1 1450")).endsWith(" 1  10.0.1.254  T\n 2  10.0.1.254  T !F-1400\n");
        assertThat(trace("-F -q 1 10.0.2.1 1600")).endsWith("packets\n 1  *  T !F-1500\n");
        assertThat(trace("-I -F -q 1 10.0.2.1 1600")).endsWith("packets\n 1  *  T !F-1500\n");
    }

    private void refused(String words, int status, String err) {
        Lab.Result result = lab.run("traceroute " + words);
        assertThat(result.err()).isEqualTo(err + "\n");
        assertThat(result.status()).isEqualTo(status);
    }

    @Test
    void refusesWhatTheToolRefuses() {
        refused("-Z 10.0.2.1", 2, "Bad option `-Z' (argc 1)");
        refused("-m", 2, "Option `-m' (argc 1) requires an argument: `-m max_ttl'");
        refused("-n -m x 10.0.2.1", 2, "Cannot handle `-m' option with arg `x' (argc 3)");
        refused("-n 10.0.2.1 60 60", 2, "Extra arg `60' (position 3, argc 4)");
        refused("-n -w -1 10.0.2.1", 2, "bad wait specifications `-1,0,0' used");
        refused("-n -f 40 10.0.2.1", 2, "first hop out of range");
        refused("-n", 2, "Specify \"host\" missing argument.");
        refused("-T 10.0.2.1", 2, "traceroute: `-T' is not supported here");
        refused("-n -s 9.9.9.9 10.0.2.1", 1, "\nbind: Cannot assign requested address");
        refused("-n -i nosuch 10.0.2.1", 1, "\nsetsockopt SO_BINDTODEVICE: No such device");
        lab.run("route del default");
        refused("-n 10.0.2.1", 1, "\nconnect: Network is unreachable");
        refused("-n -I 10.0.2.1", 1, "\nconnect: Network is unreachable");
    }

    @Test
    void nothingStaysBehind() {
        lab.run("traceroute 10.0.2.1");
        lab.run("traceroute -I -q 1 -w 1 -m 2 10.0.2.99");
        lab.advance(Duration.ofMinutes(10));
        assertThat(lab.packetsInFlight()).isZero();
    }
}
