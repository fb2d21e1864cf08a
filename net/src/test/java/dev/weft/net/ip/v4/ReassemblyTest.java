package dev.weft.net.ip.v4;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.core.wire.Icmp;
import dev.weft.core.wire.Ip4Address;
import dev.weft.core.wire.Ipv4Header;
import dev.weft.net.ip.fragment.Fragments;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Fragments that come in disorder, too late, twice, contradicting each other, or in floods.
class ReassemblyTest {
    private static final long ROUTER = 0x0200_0000_010aL;
    private static final int UNKNOWN_PROTOCOL = 253;
    private static final int PIECE = 480;

    private final Ip4Lab ip4 = Ip4Lab.router();

    @AfterEach
    void nothingIsLost() {
        ip4.seconds(120);
        assertThat(ip4.lab().packetsInFlight()).isZero();
        assertThat(fragments().size()).isZero();
        assertThat(fragments().memory()).isZero();
    }

    private Fragments fragments() {
        return Fragments.of(ip4.namespace("r"));
    }

    /// A piece of a datagram of `a` for `r`.
    private void piece(int id, int at, int bytes, boolean moreFollow) {
        Ipv4Header header = new Ipv4Header(
                0,
                20 + bytes,
                id,
                false,
                false,
                moreFollow,
                at,
                64,
                UNKNOWN_PROTOCOL,
                0,
                Ip4Address.of("10.0.1.1"),
                Ip4Address.of("10.0.1.254"),
                List.of());
        ip4.packet("a", "eth0", ROUTER, header, new byte[bytes]);
    }

    private long delivered() {
        return ip4.count("r", Ip4Counter.IN_UNKNOWN_PROTOS);
    }

    @Test
    void anyOrderWillDo() {
        piece(1, 2 * PIECE, 100, false);
        piece(1, 0, PIECE, true);
        assertThat(delivered()).isZero();
        piece(1, PIECE, PIECE, true);
        assertThat(delivered()).isEqualTo(1);
        assertThat(ip4.count("r", Ip4Counter.REASM_OKS)).isEqualTo(1);
    }

    @Test
    void whatComesTwiceDoesNoHarm() {
        piece(1, 0, PIECE, true);
        piece(1, 0, PIECE, true);
        assertThat(ip4.drops("DUP_FRAG")).isEqualTo(1);
        piece(1, PIECE, 100, false);
        assertThat(delivered()).isEqualTo(1);
    }

    @Test
    void whatOverlapsTakesTheWholeDatagramAlong() {
        piece(1, 0, PIECE, true);
        piece(1, PIECE - 8, PIECE, true);
        assertThat(ip4.drops("DUP_FRAG")).isEqualTo(2);
        assertThat(ip4.count("r", Ip4Counter.REASM_OVERLAPS)).isEqualTo(1);
        assertThat(fragments().size()).isZero();
    }

    @Test
    void whatIsLongerThanADatagramCanBeIsDropped() {
        piece(1, 65_528, 600, false);
        for (int at = 0; at < 65_528; at += PIECE) {
            piece(1, at, Math.min(PIECE, 65_528 - at), true);
        }
        assertThat(delivered()).isZero();
        assertThat(fragments().size()).isZero();
        assertThat(ip4.count("r", Ip4Counter.REASM_FAILS)).isEqualTo(1);
    }

    @Test
    void theSenderIsToldAfterHalfAMinuteIfTheFirstPieceHadCome() {
        ip4.pinger("a");
        piece(1, PIECE, PIECE, true);
        piece(2, 0, PIECE, true);
        ip4.seconds(29);
        assertThat(ip4.drops("FRAG_REASM_TIMEOUT")).isZero();
        ip4.seconds(2);
        assertThat(ip4.drops("FRAG_REASM_TIMEOUT")).isEqualTo(2);
        assertThat(ip4.count("r", Ip4Counter.REASM_TIMEOUT)).isEqualTo(2);
        assertThat(Ip4Counters.of(ip4.namespace("r")).icmpOutOf(Icmp.TIME_EXCEEDED))
                .isEqualTo(1);
    }

    @Test
    void theTimeCanBeSet() {
        ip4.sysctl("r", "ipfrag_time", 2);
        piece(1, 0, PIECE, true);
        ip4.seconds(3);
        assertThat(ip4.drops("FRAG_REASM_TIMEOUT")).isEqualTo(1);
    }

    @Test
    void aFloodGetsNoMoreThanItsShareOfMemory() {
        ip4.sysctl("r", "ipfrag_max_dist", 0);
        for (int id = 0; id < 6000; id++) {
            piece(id, 0, PIECE, true);
        }
        assertThat(fragments().memory()).isLessThan((4 << 20) + 10_000);
        assertThat(ip4.drops("PROTO_MEM")).isPositive();
        int waiting = fragments().size();
        piece(0, PIECE, 100, false);
        assertThat(delivered()).as("what had begun goes on").isEqualTo(1);
        piece(7000, 0, PIECE, true);
        assertThat(fragments().size()).isBetween(waiting - 1, waiting);
        ip4.seconds(31);
        piece(8000, 0, PIECE, true);
        piece(8000, PIECE, 100, false);
        assertThat(delivered()).as("and is over after half a minute").isEqualTo(2);
    }

    @Test
    void anIdentificationThatMayBeInUseAgainIsNotTrusted() {
        piece(1, 0, PIECE, true);
        for (int id = 100; id < 165; id++) {
            piece(id, 0, PIECE, true);
        }
        piece(1, PIECE, 100, false);
        assertThat(delivered()).isZero();
        assertThat(ip4.drops("FRAG_TOO_FAR")).isEqualTo(1);
    }
}
