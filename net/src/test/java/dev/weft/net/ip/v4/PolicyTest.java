package dev.weft.net.ip.v4;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which of several ways a packet takes: rules and several next hops.
class PolicyTest {
    private final Ip4Lab ip4 = Ip4Lab.router();

    @BeforeEach
    void anotherWay() {
        ip4.run("r", "ip route add default via 10.0.1.1");
        ip4.run("r", "ip route add default via 10.0.2.1 table 100");
    }

    private String way(String question) {
        String answer = ip4.run("r", "ip route get " + question);
        return answer.contains("dev ra") ? "ra" : answer.contains("dev rb") ? "rb" : answer.strip();
    }

    @ParameterizedTest
    @CsvSource({
        "from 10.0.1.254, 10.9.9.9 from 10.0.1.254, 10.9.9.9 from 10.0.2.254",
        "to 10.9.0.0/16, 10.9.9.9, 10.8.8.8",
        "fwmark 5, 10.9.9.9 mark 5, 10.9.9.9 mark 4",
        "fwmark 0x10/0xf0, 10.9.9.9 mark 0x15, 10.9.9.9 mark 0x25",
        "tos 0x10, 10.9.9.9 tos 0x10, 10.9.9.9",
        "iif ra, 10.9.9.9 from 10.0.1.1 iif ra, 10.9.9.9",
        "oif rb, 10.9.9.9 oif rb, 10.9.9.9",
        "ipproto udp, 10.9.9.9 ipproto udp, 10.9.9.9 ipproto tcp",
        "ipproto tcp dport 80-90, 10.9.9.9 ipproto tcp dport 85, 10.9.9.9 ipproto tcp dport 91",
        "sport 53, 10.9.9.9 ipproto udp sport 53, 10.9.9.9 ipproto udp sport 54",
        "uidrange 7-9, 10.9.9.9 uid 8, 10.9.9.9 uid 10",
        "not to 10.9.0.0/16, 10.8.8.8, 10.9.9.9",
    })
    void aRuleSelects(String selector, String selected, String other) {
        ip4.run("r", "ip rule add " + selector + " table 100");
        assertThat(way(selected)).isEqualTo("rb");
        assertThat(way(other)).isEqualTo("ra");
    }

    @Test
    void rulesAreAskedByPriority() {
        ip4.run("r", "ip rule add to 10.9.0.0/16 table 100 pref 200");
        ip4.run("r", "ip rule add to 10.9.9.9 unreachable pref 100");
        assertThat(way("10.9.9.8")).isEqualTo("rb");
        assertThat(way("10.9.9.9")).isEqualTo("RTNETLINK answers: Network is unreachable");
        ip4.run("r", "ip rule del pref 100");
        assertThat(way("10.9.9.9")).isEqualTo("rb");
    }

    @Test
    void aRuleMayJumpOrKeepOutShortPrefixes() {
        ip4.run("r", "ip rule add goto 300 pref 100");
        ip4.run("r", "ip rule add to 10.9.0.0/16 table 100 pref 200");
        assertThat(way("10.9.9.9")).as("there is nothing to jump to").isEqualTo("rb");
        ip4.run("r", "ip rule add to 10.8.0.0/16 table 100 pref 300");
        assertThat(way("10.9.9.9")).isEqualTo("ra");
        ip4.run("r", "ip rule add table main suppress_prefixlength 0 pref 301");
        ip4.run("r", "ip rule add table 100 pref 302");
        assertThat(way("10.9.9.9")).isEqualTo("rb");
        assertThat(way("10.0.1.1")).isEqualTo("ra");
    }

    @Test
    void packetsFollowWhatTheAnswerSays() {
        ip4.run("r", "ip rule add iif ra to 10.9.0.0/16 table 100");
        ip4.run("b", "ip addr add 10.9.9.9/32 dev lo");
        assertThat(ip4.answers("a", "10.9.9.9")).isTrue();
    }

    @Test
    void severalNextHopsShareByHostOrByPort() {
        ip4.run("r", "ip route add 10.9.0.0/16 nexthop via 10.0.1.1 nexthop via 10.0.2.1");
        assertThat(shareOfFirst("10.9.0.%d")).isBetween(20, 80);
        assertThat(shareOfFirst("10.9.0.1 ipproto udp sport 7 dport %d")).isIn(0, 100);
        ip4.sysctl("r", "fib_multipath_hash_policy", 1);
        assertThat(shareOfFirst("10.9.0.1 ipproto udp sport 7 dport %d")).isBetween(20, 80);
        assertThat(shareOfFirst("10.9.0.1 ipproto udp sport 7 dport 8")).isIn(0, 100);
    }

    @Test
    void aGatewayThatDoesNotAnswerIsLeftOutWhereNeighboursAreAsked() {
        ip4.run("r", "ip route add 10.9.0.0/16 nexthop via 10.0.1.1 nexthop via 10.0.2.7");
        ip4.run("r", "ping -c 1 10.0.2.7");
        assertThat(shareOfFirst("10.9.0.%d")).isBetween(20, 80);
        ip4.sysctl("r", "fib_multipath_use_neigh", 1);
        assertThat(shareOfFirst("10.9.0.%d")).isEqualTo(100);
    }

    @Test
    void aSeedChangesWhoGoesWhere() {
        ip4.run("r", "ip route add 10.9.0.0/16 nexthop via 10.0.1.1 nexthop via 10.0.2.1");
        ip4.sysctl("r", "fib_multipath_hash_seed", 7);
        String one = ways();
        ip4.sysctl("r", "fib_multipath_hash_seed", 8);
        assertThat(ways()).isNotEqualTo(one);
        ip4.sysctl("r", "fib_multipath_hash_seed", 7);
        assertThat(ways()).isEqualTo(one);
    }

    private String ways() {
        var ways = new StringBuilder();
        for (int i = 1; i <= 100; i++) {
            ways.append(way("10.9.0." + i)).append(' ');
        }
        return ways.toString();
    }

    @Test
    void weightsCount() {
        ip4.run("r", "ip route add 10.9.0.0/16 nexthop via 10.0.1.1 weight 9 nexthop via 10.0.2.1");
        ip4.sysctl("r", "fib_multipath_hash_policy", 1);
        assertThat(shareOfFirst("10.9.0.1 ipproto udp sport 7 dport %d")).isBetween(78, 99);
    }

    @Test
    void aNextHopThatHasTheSourcesAddressIsPreferred() {
        ip4.run("r", "ip route add 10.9.0.0/16 nexthop via 10.0.1.1 nexthop via 10.0.2.1");
        assertThat(shareOfFirst("10.9.0.%d from 10.0.1.254")).isEqualTo(100);
        assertThat(shareOfFirst("10.9.0.%d from 10.0.2.254")).isZero();
    }

    /// How many of a hundred flows go by `ra`.
    private int shareOfFirst(String question) {
        int first = 0;
        for (int i = 1; i <= 100; i++) {
            first += way(String.format(question, i)).equals("ra") ? 1 : 0;
        }
        return first;
    }
}
