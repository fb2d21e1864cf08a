package dev.weft.net.ip.v4;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Whom a router believes: `rp_filter` and `accept_local`.
class SourceValidationTest {
    private final Ip4Lab ip4 = Ip4Lab.router();

    /// A source that `r` would answer by the other way, and one that it has no way back to.
    private void otherSources() {
        ip4.run("a", "ip addr add 10.0.2.77/32 dev lo");
        ip4.run("a", "ip addr add 10.9.9.9/32 dev lo");
    }

    @Test
    void strictBelievesOnlyWhomItWouldAnswerByTheSameDevice() {
        otherSources();
        ip4.sysctl("r", "conf/ra/rp_filter", 1);
        assertThat(ip4.answers("a", "10.0.2.1")).isTrue();
        ip4.run("a", "ping -c 1 -W 1 -I 10.0.2.77 10.0.2.1");
        assertThat(ip4.drops("IP_RPFILTER")).isEqualTo(1);
        ip4.run("a", "ping -c 1 -W 1 -I 10.9.9.9 10.0.2.1");
        assertThat(ip4.drops("IP_RPFILTER")).isEqualTo(2);
        assertThat(ip4.count("r", Ip4Counter.RP_FILTER)).isEqualTo(2);
    }

    @Test
    void looseBelievesWhomItCouldAnswerAtAll() {
        otherSources();
        ip4.sysctl("r", "conf/all/rp_filter", 2);
        ip4.run("a", "ping -c 1 -W 1 -I 10.0.2.77 10.0.2.1");
        assertThat(ip4.drops("IP_RPFILTER")).isZero();
        ip4.run("a", "ping -c 1 -W 1 -I 10.9.9.9 10.0.2.1");
        assertThat(ip4.drops("IP_RPFILTER")).isEqualTo(1);
    }

    @Test
    void offBelievesEverybodyAndTheGreaterOfBothSettingsCounts() {
        otherSources();
        ip4.run("a", "ping -c 1 -W 1 -I 10.9.9.9 10.0.2.1");
        assertThat(ip4.drops("IP_RPFILTER")).isZero();
        assertThat(ip4.count("b", Ip4Counter.IN_DELIVERS)).isPositive();
        ip4.sysctl("r", "conf/all/rp_filter", 1);
        ip4.run("a", "ping -c 1 -W 1 -I 10.9.9.9 10.0.2.1");
        assertThat(ip4.drops("IP_RPFILTER")).isEqualTo(1);
    }

    @Test
    void anAddressOfItsOwnComesFromOutsideOnlyWhenAllowed() {
        assertThat(ip4.answers("a", "10.0.1.254")).as("ARP is done").isTrue();
        ip4.run("a", "ip addr add 10.0.2.254/32 dev lo");
        ip4.run("a", "ping -c 1 -W 1 -I 10.0.2.254 10.0.2.1");
        assertThat(ip4.drops("IP_LOCAL_SOURCE")).isEqualTo(1);
        ip4.sysctl("r", "conf/ra/accept_local", 1);
        ip4.run("a", "ping -c 1 -W 1 -I 10.0.2.254 10.0.2.1");
        assertThat(ip4.drops("IP_LOCAL_SOURCE")).isEqualTo(1);
        assertThat(ip4.count("b", Ip4Counter.IN_DELIVERS)).isEqualTo(1);
    }
}
