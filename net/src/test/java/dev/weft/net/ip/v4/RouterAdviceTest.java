package dev.weft.net.ip.v4;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.net.lab.Lab;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A host, the router that it uses, and the better one, on one link: redirects.
class RouterAdviceTest {
    private static final String REDIRECTED =
            "10.9.0.1 via 10.0.0.253 dev eth0 src 10.0.0.1 uid 0 \n    cache <redirected>";

    private final Ip4Lab ip4 = new Ip4Lab(Lab.withSeed(1));

    @BeforeEach
    void link() {
        ip4.lab().sh("ip link add br0 type bridge");
        ip4.lab().sh("ip link set br0 up");
        for (String name : new String[] {"a 10.0.0.1", "r 10.0.0.254", "g 10.0.0.253"}) {
            String host = name.substring(0, 1);
            ip4.lab().sh("""
                ip netns add %1$s
                ip link add p%1$s type veth peer name eth0 netns %1$s
                ip link set p%1$s master br0 up
                ip -n %1$s link set eth0 up
                ip -n %1$s link set lo up
                ip -n %1$s addr add %2$s/24 dev eth0
                """.formatted(host, name.substring(2)));
        }
        ip4.lab().sh("""
            ip -n g addr add 10.9.0.1/32 dev lo
            ip -n a route add default via 10.0.0.254
            ip -n r route add 10.9.0.0/16 via 10.0.0.253
            ip netns exec r sysctl -qw net.ipv4.ip_forward=1
            """);
    }

    @Test
    void theBetterRouterIsUsedOnceItShowsToBeThere() {
        String said = ip4.run("a", "ping -c 3 -i 0.3 10.9.0.1");
        assertThat(said.lines().filter(line -> line.contains("Redirect Host(New nexthop: 10.0.0.253)")))
                .hasSize(2);
        assertThat(said).contains("3 received");
        assertThat(ip4.run("a", "ip route get 10.9.0.1")).startsWith(REDIRECTED);
    }

    @Test
    void itIsForgottenAfterFiveMinutesAndByFlushing() {
        ip4.run("a", "ping -c 2 -i 0.3 10.9.0.1");
        ip4.seconds(290);
        assertThat(ip4.run("a", "ip route get 10.9.0.1")).startsWith(REDIRECTED);
        ip4.seconds(11);
        assertThat(ip4.run("a", "ip route get 10.9.0.1")).contains("via 10.0.0.254");
        ip4.run("a", "ping -c 2 -i 0.3 10.9.0.1");
        ip4.run("a", "ip route flush cache");
        assertThat(ip4.run("a", "ip route get 10.9.0.1")).contains("via 10.0.0.254");
    }

    @Test
    void aHostMayRefuseToListen() {
        ip4.sysctl("a", "conf/all/accept_redirects", 0);
        ip4.sysctl("a", "conf/eth0/accept_redirects", 0);
        assertThat(ip4.run("a", "ping -c 3 -i 0.3 10.9.0.1")).contains("Redirect Host");
        assertThat(ip4.run("a", "ip route get 10.9.0.1")).contains("via 10.0.0.254");
    }

    @Test
    void aRouterMayKeepIt() {
        ip4.sysctl("r", "conf/all/send_redirects", 0);
        ip4.sysctl("r", "conf/eth0/send_redirects", 0);
        assertThat(ip4.run("a", "ping -c 2 -i 0.3 10.9.0.1")).doesNotContain("Redirect");
    }

    @Test
    void onlyDefaultGatewaysAreBelievedWhereMediaAreNotShared() {
        ip4.sysctl("a", "conf/all/shared_media", 0);
        ip4.sysctl("a", "conf/eth0/shared_media", 0);
        ip4.run("a", "ping -c 3 -i 0.3 10.9.0.1");
        assertThat(ip4.run("a", "ip route get 10.9.0.1")).contains("via 10.0.0.254");
        ip4.run("a", "ip route add default via 10.0.0.253 metric 10");
        ip4.run("a", "ping -c 4 10.9.0.1");
        assertThat(ip4.run("a", "ip route get 10.9.0.1")).startsWith(REDIRECTED);
    }

    @Test
    void whoDoesNotListenIsToldEverLessOften() {
        ip4.sysctl("a", "conf/all/accept_redirects", 0);
        ip4.sysctl("a", "conf/eth0/accept_redirects", 0);
        String said = ip4.run("a", "ping -c 400 -i 0.1 10.9.0.1");
        assertThat(said.lines().filter(line -> line.contains("Redirect"))).hasSize(9);
    }

    @Test
    void adviceAboutAnAnswerOfTheHostItselfIsHeededToo() {
        ip4.run("g", "ip route add 10.0.0.1/32 dev eth0");
        ip4.run("g", "ping -c 3 -i 0.3 -I 10.9.0.1 10.0.0.1");
        assertThat(ip4.run("a", "ip route get 10.9.0.1")).startsWith(REDIRECTED);
    }
}
