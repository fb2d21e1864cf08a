package dev.weft.net.netfilter.conntrack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.core.packet.NetNamespace;
import dev.weft.net.engine.Assembly;
import dev.weft.net.lab.Lab;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConntrackTest {
    private static Lab router(int vectorSize) {
        Lab lab = new Lab(new Assembly.Options(7, vectorSize, List.of()), 1);
        lab.sh("""
            ip netns add a
            ip netns add r
            ip netns add b
            ip link add a0 netns a type veth peer name r0 netns r
            ip link add b0 netns b type veth peer name r1 netns r
            ip -n a addr add 10.1.1.2/24 dev a0
            ip -n r addr add 10.1.1.1/24 dev r0
            ip -n r addr add 10.1.2.1/24 dev r1
            ip -n b addr add 10.1.2.2/24 dev b0
            ip -n a link set a0 up
            ip -n r link set r0 up
            ip -n r link set r1 up
            ip -n b link set b0 up
            ip -n r link set lo up
            ip -n a route add default via 10.1.1.1
            ip -n b route add default via 10.1.2.1
            """);
        assertThat(lab.run(namespace(lab, "r"), "sysctl -qw net.ipv4.ip_forward=1")
                        .status())
                .isZero();
        return lab;
    }

    private static NetNamespace namespace(Lab lab, String name) {
        return Objects.requireNonNull(lab.network().named(name));
    }

    private static List<Integer> slots(Conntrack conntrack) {
        List<Integer> slots = new ArrayList<>();
        conntrack.forEach(slots::add);
        return slots;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 256})
    void aPingIsOneConnectionSeenBothWays(int vectorSize) {
        Lab lab = router(vectorSize);
        Conntrack conntrack = Conntrack.of(namespace(lab, "r"));
        conntrack.use();
        conntrack.set(ConntrackSetting.ACCT, 1);
        assertThat(lab.run(namespace(lab, "a"), "ping -c 3 10.1.2.2").status()).isZero();
        assertThat(slots(conntrack)).singleElement().satisfies(slot -> {
            assertThat(conntrack.connections().has(slot, ConnectionStatus.SEEN_REPLY))
                    .isTrue();
            assertThat(conntrack.connections().packets(slot, 0)).isEqualTo(3);
            assertThat(conntrack.connections().bytes(slot, 1)).isEqualTo(3 * 84);
        });
        lab.advance(Duration.ofSeconds(32));
        assertThat(slots(conntrack)).isEmpty();
        assertThat(conntrack.connections().size()).isZero();
        assertThat(lab.packetsInFlight()).isZero();
    }

    @Test
    void anErrorBelongsToTheConnectionThatItIsAbout() {
        Lab lab = router(256);
        Conntrack conntrack = Conntrack.of(namespace(lab, "r"));
        conntrack.use();
        assertThat(lab.run(namespace(lab, "a"), "traceroute -n 10.1.2.2").status())
                .isZero();
        assertThat(conntrack.statistic(Statistic.INVALID)).isZero();
        assertThat(conntrack.statistic(Statistic.ERROR)).isZero();
    }

    @Test
    void fragmentsAreTrackedAsOne() {
        Lab lab = router(256);
        Conntrack conntrack = Conntrack.of(namespace(lab, "r"));
        conntrack.use();
        conntrack.set(ConntrackSetting.ACCT, 1);
        assertThat(lab.run(namespace(lab, "a"), "ping -c 1 -s 4000 10.1.2.2").status())
                .isZero();
        assertThat(slots(conntrack))
                .singleElement()
                .satisfies(slot ->
                        assertThat(conntrack.connections().bytes(slot, 0)).isEqualTo(4028));
        assertThat(lab.packetsInFlight()).isZero();
    }

    @Test
    void whenTheTableIsFullTheUnansweredGiveWay() {
        Lab lab = router(256);
        Conntrack conntrack = Conntrack.of(namespace(lab, "r"));
        conntrack.use();
        conntrack.set(ConntrackSetting.MAX, 2);
        for (int i = 2; i < 12; i++) {
            lab.run(namespace(lab, "a"), "ping -c 1 -W 1 10.1.2." + i);
        }
        assertThat(conntrack.connections().size()).isLessThanOrEqualTo(2);
    }
}
