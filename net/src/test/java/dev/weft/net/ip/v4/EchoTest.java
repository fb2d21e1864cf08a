package dev.weft.net.ip.v4;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.core.errno.Errno;
import dev.weft.core.wire.Icmp;
import dev.weft.core.wire.Ip4Address;
import dev.weft.net.ip.neighbor.Neighbor;
import dev.weft.net.ip.neighbor.NudState;
import dev.weft.net.ip.v4.Ip4Lab.Pinger;
import dev.weft.net.ip.v4.Ip4Lab.Reply;
import dev.weft.net.lab.Lab;
import dev.weft.net.transport.SocketError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two hosts on a wire.
class EchoTest {
    private final Ip4Lab ip4 = new Ip4Lab(Lab.withSeed(1));
    private Pinger pinger = ip4.pinger("");

    @BeforeEach
    void wire() {
        ip4.lab().sh("""
            ip netns add red
            ip link add v0 type veth peer name v1 netns red
            ip link set lo up
            ip link set v0 up
            ip -n red link set lo up
            ip -n red link set v1 up
            """);
        ip4.address("", "v0", "10.0.0.1/24");
        ip4.address("red", "v1", "10.0.0.2/24");
    }

    @AfterEach
    void nothingIsLost() {
        ip4.seconds(120);
        assertThat(ip4.lab().packetsInFlight()).isZero();
        ip4.lab()
                .workers()
                .forEach(worker -> assertThat(worker.graph().lastFailure()).isNull());
    }

    @Test
    void theOtherHostAnswers() {
        assertThat(pinger.ping("10.0.0.2")).isNull();
        assertThat(pinger.replies()).singleElement().satisfies(reply -> {
            assertThat(reply.icmp().type()).isEqualTo(Icmp.ECHO_REPLY);
            assertThat(reply.icmp().sequence()).isEqualTo(1);
            assertThat(reply.ip().source()).isEqualTo(Ip4Address.of("10.0.0.2"));
            assertThat(reply.ip().ttl()).isEqualTo(64);
            assertThat(reply.payload()).hasSize(56);
        });
        assertThat(ip4.neighbor("", "v0", "10.0.0.2"))
                .isNotNull()
                .extracting(Neighbor::state)
                .isEqualTo(NudState.REACHABLE);
        assertThat(ip4.neighbor("red", "v1", "10.0.0.1"))
                .isNotNull()
                .extracting(Neighbor::state)
                .isEqualTo(NudState.DELAY);
    }

    @Test
    void theHostAnswersItself() {
        pinger.ping("10.0.0.1");
        pinger.ping("127.0.0.1");
        assertThat(pinger.replies())
                .extracting(Reply::ip)
                .extracting(ip -> ip.source().toString())
                .containsExactly("10.0.0.1", "127.0.0.1");
    }

    @Test
    void aLongDatagramGoesAndComesInPieces() {
        ip4.lab().watch(ip4.lab().device("red", "v1"));
        pinger.ping("10.0.0.2", 4000);
        assertThat(pinger.replies()).singleElement().satisfies(reply -> {
            assertThat(reply.payload()).hasSize(4000);
            assertThat(reply.payload()[3999]).isEqualTo((byte) 3999);
        });
        assertThat(ip4.lab().seen(ip4.lab().device("red", "v1")))
                .extracting(frame -> frame.length)
                .containsExactly(42, 1514, 1514, 14 + 20 + 4008 - 2 * 1480);
    }

    @Test
    void theLongestDatagramPasses() {
        pinger.ping("10.0.0.2", 65_507);
        assertThat(pinger.replies())
                .singleElement()
                .satisfies(reply -> assertThat(reply.payload()).hasSize(65_507));
    }

    @Test
    void anAbsentHostIsReportedAfterThreeQuestions() {
        ip4.lab().watch(ip4.lab().device("red", "v1"));
        pinger.ping("10.0.0.9");
        ip4.seconds(2);
        assertThat(pinger.errors()).isEmpty();
        ip4.seconds(2);
        assertThat(pinger.errors()).singleElement().satisfies(error -> {
            assertThat(error.errno()).isEqualTo(Errno.EHOSTUNREACH);
            assertThat(error.origin()).isEqualTo(SocketError.Origin.ICMP);
            assertThat(error.type()).isEqualTo(Icmp.DESTINATION_UNREACHABLE);
            assertThat(error.code()).isEqualTo(Icmp.HOST_UNREACHABLE);
            assertThat(error.offender()).isEqualTo(Ip4Address.of("10.0.0.1").bits());
        });
        assertThat(ip4.lab().seen(ip4.lab().device("red", "v1"))).hasSize(3);
        assertThat(ip4.neighbor("", "v0", "10.0.0.9"))
                .isNotNull()
                .extracting(Neighbor::state)
                .isEqualTo(NudState.FAILED);
    }

    @Test
    void thereIsNoWayOutOfTheNetwork() {
        assertThat(pinger.ping("192.0.2.1")).isEqualTo(Errno.ENETUNREACH);
        assertThat(pinger.ping("10.0.0.255")).isEqualTo(Errno.EACCES);
    }

    @Test
    void broadcastIsAnsweredOnlyWhenAllowed() {
        pinger.socket().broadcast(true);
        pinger.ping("10.0.0.255");
        assertThat(pinger.replies()).isEmpty();
        ip4.sysctl("red", "icmp_echo_ignore_broadcasts", 0);
        pinger.ping("10.0.0.255");
        assertThat(pinger.replies())
                .singleElement()
                .satisfies(reply -> assertThat(reply.ip().source()).isEqualTo(Ip4Address.of("10.0.0.2")));
    }

    @Test
    void echoCanBeSwitchedOff() {
        ip4.sysctl("red", "icmp_echo_ignore_all", 1);
        pinger.ping("10.0.0.2");
        assertThat(pinger.replies()).isEmpty();
    }

    @Test
    void timestampsAreAnswered() {
        pinger.send("10.0.0.2", Icmp.TIMESTAMP, 12);
        assertThat(pinger.replies()).singleElement().satisfies(reply -> {
            assertThat(reply.icmp().type()).isEqualTo(Icmp.TIMESTAMP_REPLY);
            assertThat(reply.payload()).hasSize(12);
        });
    }
}
