package dev.weft.net.ip.neighbor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.net.lab.Lab;
import dev.weft.net.lab.Transcript;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What iproute2 6.1 shows on Linux 6.18.
class NeighborTableCommandTest {
    private final Lab lab = Lab.withSeed(1);

    @BeforeEach
    void build() {
        lab.sh("""
            ip netns add b
            ip -n b link add eth0 type veth peer name eth1
            """);
    }

    @Test
    void whatIsChangedIsShownHereAndBySysctl() {
        lab.sh("ip -n b ntable change name arp_cache dev eth0 base_reachable 20000 queue 20 locktime 50");
        assertThat(lab.run("ip -n b ntable show dev eth0").out().replaceAll(" reachable \\d+", " reachable N"))
                .isEqualTo("""
                    inet arp_cache\s
                        dev eth0\s
                        refcnt 1 reachable N base_reachable 20000 retrans 1000\s
                        gc_stale 60000 delay_probe 5000 queue 20\s
                        app_probes 0 ucast_probes 3 mcast_probes 3\s
                        anycast_delay 1000 proxy_delay 800 proxy_queue 64 locktime 52\s

                    """);
        Transcript.check(lab, """
            $ ip netns exec b sysctl net.ipv4.neigh.eth0.base_reachable_time_ms
            net.ipv4.neigh.eth0.base_reachable_time_ms = 20000
            """);
    }

    @Test
    void whatHoldsForAllIsTheFirstNamespacesAffair() {
        Transcript.check(lab, """
            $ ip -n b ntable change name arp_cache thresh1 64
            ! RTNETLINK answers: No such file or directory
            [rc=2]
            $ ip ntable change name arp_cache thresh1 64
            $ sysctl net.ipv4.neigh.default.gc_thresh1
            net.ipv4.neigh.default.gc_thresh1 = 64
            """);
    }
}
