package dev.weft.net.ip.v4;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A way whose second link is narrow.
class PathMtuTest {
    private final Ip4Lab ip4 = Ip4Lab.router();

    @BeforeEach
    void narrow() {
        mtu(1300);
    }

    private void mtu(int bytes) {
        ip4.run("r", "ip link set rb mtu " + bytes);
        ip4.run("b", "ip link set eth0 mtu " + bytes);
    }

    private String way() {
        return ip4.run("a", "ip route get 10.0.2.1");
    }

    @Test
    void isLearntFromTheRouterAndFitsFromThenOn() {
        assertThat(ip4.run("a", "ping -c 1 -s 1400 10.0.2.1")).contains("Frag needed and DF set (mtu = 1300)");
        assertThat(way()).contains("mtu 1300");
        assertThat(ip4.answers("a", "-s 1400 10.0.2.1")).as("in fragments").isTrue();
        assertThat(ip4.run("a", "ping -c 1 -s 1273 -M do 10.0.2.1")).contains("message too long, mtu=1300");
        assertThat(ip4.answers("a", "-s 1272 -M do 10.0.2.1")).isTrue();
    }

    @Test
    void isTriedAgainAfterTenMinutes() {
        ip4.run("a", "ping -c 1 -s 1400 10.0.2.1");
        ip4.seconds(590);
        assertThat(way()).contains("mtu 1300");
        ip4.seconds(15);
        assertThat(way()).doesNotContain("mtu");
    }

    @Test
    void whoNeverAsksForItIsCutOnTheWay() {
        assertThat(ip4.answers("a", "-s 1400 -M dont 10.0.2.1")).isTrue();
        assertThat(ip4.count("r", Ip4Counter.FRAG_OKS)).isEqualTo(1);
        assertThat(ip4.count("b", Ip4Counter.REASM_OKS)).isEqualTo(1);
        assertThat(way()).doesNotContain("mtu");
    }

    @Test
    void isNotBelievedBelowTheLeast() {
        mtu(400);
        ip4.run("a", "ping -c 1 -s 1400 10.0.2.1");
        assertThat(way()).contains("mtu lock 552");
        assertThat(ip4.answers("a", "-s 1400 10.0.2.1"))
                .as("may be cut on the way now")
                .isTrue();
    }

    @Test
    void discoveryCanBeSwitchedOff() {
        ip4.sysctl("a", "ip_no_pmtu_disc", 1);
        assertThat(ip4.answers("a", "-s 1400 -M dont 10.0.2.1")).isTrue();
        ip4.run("a", "ip route change default via 10.0.1.254 mtu lock 1200");
        assertThat(ip4.answers("a", "-s 1400 10.0.2.1")).isTrue();
        assertThat(ip4.count("a", Ip4Counter.FRAG_OKS)).isEqualTo(1);
    }
}
