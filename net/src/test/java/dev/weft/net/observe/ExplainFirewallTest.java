package dev.weft.net.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.net.lab.Lab;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a person reads who asks why a packet did not get through a firewall.
class ExplainFirewallTest {
    private final Lab lab = Lab.withSeed(1);

    @BeforeEach
    void twoHostsAndAFirewall() {
        lab.sh("""
            ip netns add red
            ip netns add blue
            ip link add eth0 netns red address 02:00:00:00:00:01 type veth peer name eth0 address 02:00:00:00:00:02 netns blue
            ip -n red addr add 10.0.0.1/24 dev eth0
            ip -n blue addr add 10.0.0.2/24 dev eth0
            ip -n red link set eth0 up
            ip -n blue link set eth0 up
            ip netns exec red ping -c 1 10.0.0.2
            ip netns exec blue iptables -N MY_WEB
            ip netns exec blue iptables -A INPUT -s 10.9.0.0/16 -j ACCEPT
            ip netns exec blue iptables -A INPUT -p icmp -j MY_WEB
            ip netns exec blue iptables -A MY_WEB -m ttl --ttl-lt 3 -j ACCEPT
            ip netns exec blue iptables -A MY_WEB -s 10.0.0.1 -j DROP
            """);
    }

    @Test
    void oneSentenceSaysWhichRuleDroppedIt() {
        assertThat(explained("--why-dropped ping -q -c 1 -W 1 10.0.0.2")).isEqualTo("""
            packet 1 (echo request to 10.0.0.2, icmp_seq=1): in namespace blue, \
            rule 2 of chain MY_WEB in table filter (-s 10.0.0.1/32 -j DROP) dropped it
            """);
    }

    @Test
    void oneSentenceSaysWhichPolicyDroppedIt() {
        lab.sh("""
            ip netns exec blue iptables -F
            ip netns exec blue iptables -P INPUT DROP
            """);
        assertThat(explained("--why-dropped ping -q -c 1 -W 1 10.0.0.2")).isEqualTo("""
            packet 1 (echo request to 10.0.0.2, icmp_seq=1): in namespace blue, \
            the policy DROP of chain INPUT in table filter dropped it
            """);
    }

    @Test
    void oneSentenceSaysWhichNodeDroppedItWithoutAnyRule() {
        lab.sh("""
            ip netns exec blue iptables -F
            ip netns exec blue ip route add blackhole 10.0.0.1
            """);
        assertThat(explained("--why-dropped ping -q -c 1 -W 1 10.0.0.2")).isEqualTo("""
            packet 2 (ICMP reply): in namespace blue, \
            icmp4-send [IP_OUTNOROUTES: there is no route out (icmp4-send)] dropped it
            """);
    }

    @Test
    void whatGotThroughIsSaidToo() {
        assertThat(explained("--why-dropped ping -q -c 1 -t 2 10.0.0.2")).isEqualTo("no packet was dropped\n");
    }

    @Test
    void theWayNamesTheRulesThatMatchedAndOnRequestTheOthers() {
        assertThat(rules(explained("ping -q -c 1 -W 1 10.0.0.2")))
                .containsExactly(
                        "• filter INPUT rule 2: -p icmp -j MY_WEB", "• filter MY_WEB rule 2: -s 10.0.0.1/32 -j DROP");
        assertThat(rules(explained("--tried ping -q -c 1 -W 1 10.0.0.2")))
                .containsExactly(
                        "• filter INPUT rule 1 did not match: -s 10.9.0.0/16 -j ACCEPT",
                        "• filter INPUT rule 2: -p icmp -j MY_WEB",
                        "• filter MY_WEB rule 1 did not match: -m ttl --ttl-lt 3 -j ACCEPT",
                        "• filter MY_WEB rule 2: -s 10.0.0.1/32 -j DROP");
    }

    private static List<String> rules(String explained) {
        return explained
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("• filter "))
                .toList();
    }

    /// What is told behind the command's own output.
    private String explained(String command) {
        String out = lab.run("ip netns exec red weft explain " + command).out();
        String statistics = out.contains("rtt ") ? "rtt " : "packets transmitted";
        return out.substring(out.indexOf('\n', out.indexOf(statistics))).stripLeading();
    }
}
