package dev.weft.net.link.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.core.graph.Graph;
import dev.weft.core.trace.TraceLog;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BridgeTest {
    private static final long BROADCAST = 0xffff_ffff_ffffL;
    private static final long GROUP = 0x0100_5e00_0001L;

    private final BridgeLan lan = new BridgeLan(3);

    @Test
    void theFirstFrameGoesEverywhereAndTheAnswerOneWay() {
        lan.send(1, 2);
        assertThat(lan.seen()).isEqualTo("0 1 1");
        lan.send(2, 1);
        assertThat(lan.seen()).isEqualTo("1 1 1");
        assertThat(lan.lab.packetsInFlight()).isZero();
    }

    @Test
    void framesAreNotChanged() {
        byte[] frame = BridgeLan.frame(BROADCAST, BridgeLan.address(1));
        lan.lab.transmit(lan.host(1), frame);
        assertThat(lan.lab.seen(lan.host(2))).containsExactly(frame);
        assertThat(lan.lab.seen(lan.host(3))).containsExactly(frame);
    }

    @Test
    void silentAddressesAreForgotten() {
        lan.send(1, 2);
        lan.lab.advance(Duration.ofSeconds(299));
        lan.send(2, 1);
        assertThat(lan.seen()).isEqualTo("1 1 1");
        lan.lab.advance(Duration.ofSeconds(2));
        lan.send(2, 1);
        assertThat(lan.seen()).isEqualTo("2 1 2");
    }

    @Test
    void ageingTimeIsInHundredthsOfASecond() {
        lan.lab.sh("ip link set br0 type bridge ageing_time 500");
        lan.send(1, 2);
        lan.lab.advance(Duration.ofMillis(5100));
        lan.send(2, 1);
        assertThat(lan.seen()).isEqualTo("1 1 2");
    }

    @Test
    void anAddressMovesWithItsHost() {
        lan.send(1, 2);
        lan.lab.transmit(lan.host(3), BridgeLan.frame(BridgeLan.address(2), BridgeLan.address(1)));
        lan.send(2, 1);
        assertThat(lan.seen()).isEqualTo("1 2 2"); // the frame of host 3 was flooded, the answer went to host 3
    }

    @Test
    void isolatedPortsReachOthersButNotEachOther() {
        lan.lab.sh("""
            ip link set p1 type bridge_slave isolated on
            ip link set p2 type bridge_slave isolated on
            """);
        lan.send(1, 2);
        assertThat(lan.seen()).isEqualTo("0 0 1");
        lan.send(3, 1);
        lan.send(1, 3);
        assertThat(lan.seen()).isEqualTo("1 0 2");
    }

    @Test
    void hairpinSendsBackWhereItCameFrom() {
        lan.lab.sh("ip link set p1 type bridge_slave hairpin on");
        lan.send(1, 2);
        assertThat(lan.seen()).isEqualTo("1 1 1");
    }

    @Test
    void floodingCanBeSwitchedOffByKind() {
        lan.lab.sh("""
            ip link set p2 type bridge_slave flood off
            ip link set p3 type bridge_slave bcast_flood off mcast_flood off
            """);
        lan.send(1, 2);
        assertThat(lan.seen()).isEqualTo("0 0 1");
        lan.lab.transmit(lan.host(1), BridgeLan.frame(BROADCAST, BridgeLan.address(1)));
        assertThat(lan.seen()).isEqualTo("0 1 1");
        lan.lab.transmit(lan.host(1), BridgeLan.frame(GROUP, BridgeLan.address(1)));
        assertThat(lan.seen()).isEqualTo("0 2 1");
    }

    @Test
    void withoutLearningEverythingIsFlooded() {
        lan.lab.sh("ip link set p1 type bridge_slave learning off");
        lan.send(1, 2);
        lan.send(2, 1);
        assertThat(lan.seen()).isEqualTo("1 1 2");
    }

    @Test
    void aDisabledPortIsDeafAndDumb() {
        lan.lab.sh("ip link set p2 type bridge_slave state 0");
        lan.send(1, 2);
        lan.send(2, 1);
        assertThat(lan.seen()).isEqualTo("0 0 1");
    }

    @Test
    void aLockedPortTakesOnlyWhatIsKnownThere() {
        lan.lab.sh("ip link set p1 type bridge_slave locked on learning off");
        lan.send(1, 2);
        assertThat(lan.seen()).isEqualTo("0 0 0");
    }

    @Test
    void groupsAndOwnAddressesGoUp() {
        lan.lab.watch(lan.lab.device("", "br0"));
        lan.lab.transmit(lan.host(1), BridgeLan.frame(BROADCAST, BridgeLan.address(1)));
        lan.lab.transmit(lan.host(1), BridgeLan.frame(0x0200_0000_0010L, BridgeLan.address(1)));
        lan.lab.transmit(lan.host(1), BridgeLan.frame(0x0200_0000_0002L, BridgeLan.address(1)));
        assertThat(lan.lab.seen(lan.lab.device("", "br0"))).hasSize(3);
        assertThat(lan.seen()).isEqualTo("0 1 1");
        assertThat(lan.lab.device("", "br0").statistics().rxBytes()).isEqualTo(3 * (60 - 14));
    }

    @Test
    void theHostSendsByItsBridge() {
        lan.send(2, 1);
        lan.lab.transmit("br0", BridgeLan.frame(BridgeLan.address(2), 0x0200_0000_0010L));
        assertThat(lan.seen()).isEqualTo("1 1 1");
        lan.lab.transmit("br0", BridgeLan.frame(BROADCAST, 0x0200_0000_0010L));
        assertThat(lan.seen()).isEqualTo("2 2 2");
    }

    @Test
    void framesForTheNextBridgeStayHere() {
        lan.lab.transmit(lan.host(1), BridgeLan.frame(0x0180_c200_000eL, BridgeLan.address(1))); // LLDP
        lan.lab.transmit(lan.host(1), BridgeLan.frame(0x0180_c200_0001L, BridgeLan.address(1))); // pause
        assertThat(lan.seen()).isEqualTo("0 0 0");
        lan.lab.sh("ip link set br0 type bridge group_fwd_mask 0x4000");
        lan.lab.transmit(lan.host(1), BridgeLan.frame(0x0180_c200_000eL, BridgeLan.address(1)));
        assertThat(lan.seen()).isEqualTo("0 1 1");
        lan.lab.transmit(lan.host(1), BridgeLan.frame(0x0180_c200_0000L, BridgeLan.address(1))); // no STP here
        assertThat(lan.seen()).isEqualTo("0 2 2");
        assertThat(lan.lab.packetsInFlight()).isZero();
    }

    @Test
    void aPortWithASmallerMtuDropsWhatIsTooLong() {
        lan.lab.sh("ip link set p2 mtu 100");
        byte[] frame = new byte[400];
        System.arraycopy(BridgeLan.frame(BROADCAST, BridgeLan.address(1)), 0, frame, 0, 14);
        lan.lab.transmit(lan.host(1), frame);
        assertThat(lan.seen()).isEqualTo("0 0 1");
        assertThat(lan.lab.device("", "br0").mtu()).isEqualTo(100);
    }

    @Test
    void aReleasedPortIsNoLongerReached() {
        lan.send(2, 1);
        lan.lab.sh("ip link set p2 nomaster");
        lan.send(1, 2);
        assertThat(lan.seen()).isEqualTo("1 0 2");
        assertThat(lan.lab.device("", "p2").settings().promiscuity()).isZero();
    }

    @Test
    void theLastCopyIsThePacketItself() {
        int before = lan.lab.packetsInFlight();
        for (int i = 0; i < 1000; i++) {
            lan.lab.transmit(lan.host(1), BridgeLan.frame(BROADCAST, BridgeLan.address(1)));
        }
        assertThat(lan.lab.packetsInFlight()).isEqualTo(before);
        assertThat(lan.seen()).isEqualTo("0 1000 1000");
    }

    @Test
    void invalidSourcesAreDropped() {
        lan.lab.transmit(lan.host(1), BridgeLan.frame(BridgeLan.address(2), GROUP));
        lan.lab.transmit(lan.host(1), BridgeLan.frame(BridgeLan.address(2), 0));
        assertThat(lan.seen()).isEqualTo("0 0 0");
        assertThat(lan.lab.packetsInFlight()).isZero();
    }

    @Test
    void saysWhatItDecided() {
        Graph graph = lan.lab.workers().getFirst().graph();
        TraceLog log = new TraceLog(10);
        graph.trace(graph.node(BridgeInput.NAME), 2, log);
        lan.send(1, 2);
        lan.send(2, 1);
        List<Record> decisions = log.traces().stream()
                .filter(trace -> trace.parent() == null)
                .flatMap(trace -> trace.steps().stream())
                .flatMap(step -> step.decisions().stream())
                .filter(decision -> decision.getClass().getPackageName().endsWith("bridge"))
                .toList();
        assertThat(decisions)
                .containsExactly(
                        new BridgeInput.Learned("02:00:00:00:00:a1", "p1"),
                        new BridgeNode.Flooded("br0", 2),
                        new BridgeInput.Learned("02:00:00:00:00:a2", "p2"),
                        new BridgeInput.Found("02:00:00:00:00:a1", "p1"));
    }
}
