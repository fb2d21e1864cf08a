package dev.weft.net.netfilter.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.net.lab.Lab;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Rules at work: two hosts, a and b, and r that routes between them.
class FilterTest {
    private final Lab lab = Lab.withSeed(1);

    @BeforeEach
    void buildTheNetwork() {
        lab.sh("""
            ip netns add a
            ip netns add r
            ip netns add b
            ip link add a0 netns a type veth peer name ra netns r
            ip link add b0 netns b type veth peer name rb netns r
            ip -n a addr add 10.0.1.2/24 dev a0
            ip -n r addr add 10.0.1.1/24 dev ra
            ip -n r addr add 10.0.2.1/24 dev rb
            ip -n b addr add 10.0.2.2/24 dev b0
            ip -n a link set a0 up
            ip -n a link set lo up
            ip -n r link set ra up
            ip -n r link set rb up
            ip -n b link set b0 up
            ip -n a route add default via 10.0.1.1
            ip -n b route add default via 10.0.2.1
            """);
        in("r", "sysctl -w net.ipv4.ip_forward=1");
    }

    private Lab.Result in(String namespace, String command) {
        return lab.run(Objects.requireNonNull(lab.network().named(namespace)), command);
    }

    private String counters(String namespace, String chain) {
        return in(namespace, "iptables -nvxL " + chain).out();
    }

    private boolean pings() {
        return in("a", "ping -c 1 -W 1 10.0.2.2").status() == 0;
    }

    @Test
    void dropsWhatARuleSaysAndCounts() {
        assertThat(pings()).isTrue();
        in("r", "iptables -A FORWARD -p icmp --icmp-type echo-request -d 10.0.2.2 -j DROP");
        assertThat(pings()).isFalse();
        assertThat(counters("r", "FORWARD")).contains("       1       84 DROP       1    --  *      *");
        in("r", "iptables -D FORWARD 1");
        assertThat(pings()).isTrue();
    }

    @Test
    void thePolicyDecidesAtTheEndAndCounts() {
        in("b", "iptables -P INPUT DROP");
        assertThat(pings()).isFalse();
        assertThat(counters("b", "INPUT")).contains("Chain INPUT (policy DROP 1 packets, 84 bytes)");
    }

    @Test
    void aTableThatWasOnlyListedCountsFromThenOn() {
        counters("r", "FORWARD");
        assertThat(pings()).isTrue();
        assertThat(counters("r", "FORWARD")).contains("Chain FORWARD (policy ACCEPT 2 packets, 168 bytes)");
    }

    @Test
    void devicesAreComparedByNameAndPrefix() {
        in("r", "iptables -A FORWARD -i ra -o rb");
        in("r", "iptables -A FORWARD -i r+ ! -o ra");
        in("r", "iptables -A FORWARD -i rx");
        pings();
        assertThat(counters("r", "FORWARD"))
                .containsPattern(" 1 +84 +0 +-- +ra +rb ")
                .containsPattern(" 1 +84 +0 +-- +r\\+ +!ra ")
                .containsPattern(" 0 +0 +0 +-- +rx ");
    }

    @Test
    void returnsToTheRuleBehindTheJumpAndPastAGoto() {
        for (String rule : new String[] {
            "-N one",
            "-N two",
            "-A one -s 10.0.1.2 -g two",
            "-A one -j DROP",
            "-A two -j RETURN",
            "-A FORWARD -j one",
            "-A FORWARD -j ACCEPT"
        }) {
            assertThat(in("r", "iptables " + rule).status()).isZero();
        }
        in("r", "iptables -I one 1 -d 10.0.1.2 -j RETURN");
        assertThat(pings()).isTrue();
        assertThat(counters("r", "one"))
                .containsPattern("1 +84 RETURN")
                .containsPattern("1 +84 two")
                .containsPattern("0 +0 DROP");
        assertThat(counters("r", "FORWARD")).containsPattern("2 +168 one").containsPattern("2 +168 ACCEPT");
    }

    @Test
    void rejectTellsTheSender() {
        in("r", "iptables -A FORWARD -j REJECT --reject-with icmp-host-prohibited");
        assertThat(in("a", "ping -c 1 -W 1 10.0.2.2").out())
                .contains("From 10.0.1.1 icmp_seq=1 Destination Host Prohibited");
    }

    @Test
    void rejectOfWhatThisHostSendsTellsThisHost() {
        in("a", "iptables -A OUTPUT -d 10.0.2.2 -j REJECT");
        assertThat(in("a", "ping -c 1 -W 1 10.0.2.2").out()
                        + in("a", "ping -c 1 -W 1 10.0.2.2").err())
                .contains("Destination Port Unreachable");
    }

    @Test
    void aMarkInOutputSelectsAnotherRoute() {
        in("a", "ip rule add fwmark 7 blackhole");
        assertThat(pings()).isTrue();
        in("a", "iptables -t mangle -A OUTPUT -p icmp -j MARK --set-mark 7");
        assertThat(pings()).isFalse();
    }

    @Test
    void rawComesBeforeMangleBeforeFilter() {
        in("b", "iptables -t raw -A PREROUTING -j MARK --set-mark 1");
        in("b", "iptables -t mangle -A INPUT -j MARK --or-mark 2");
        in("b", "iptables -t security -A INPUT -j DROP");
        in("b", "iptables -A INPUT -j LOG --log-prefix x");
        assertThat(pings()).isFalse();
        assertThat(counters("b", "INPUT")).containsPattern("1 +84 LOG");
        assertThat(in("b", "iptables -t security -nvxL INPUT").out()).containsPattern("1 +84 DROP");
    }

    @Test
    void theTraceNamesTheRule() {
        in("r", "iptables -A FORWARD -s 10.0.1.2 -p icmp -j DROP");
        assertThat(in("a", "explain ping -c 1 -W 1 10.0.2.2").out())
                .contains("filter FORWARD rule 1: -s 10.0.1.2/32 -p icmp -j DROP")
                .contains("NETFILTER_DROP");
    }
}
