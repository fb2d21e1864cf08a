package dev.weft.net.netfilter.set;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.net.lab.Lab;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two hosts; b keeps sets, and rules that ask them.
class SetsTest {
    private final Lab lab = Lab.withSeed(1);

    @BeforeEach
    void buildTheNetwork() {
        lab.sh("""
            ip netns add a
            ip netns add b
            ip link add a0 netns a type veth peer name b0 netns b
            ip -n a addr add 10.0.0.1/24 dev a0
            ip -n b addr add 10.0.0.2/24 dev b0
            ip -n a link set a0 up
            ip -n b link set b0 up
            """);
    }

    private Lab.Result in(String namespace, String command) {
        return lab.run(Objects.requireNonNull(lab.network().named(namespace)), command);
    }

    private boolean pings() {
        return in("a", "ping -c 1 -W 1 10.0.0.2").status() == 0;
    }

    @Test
    void aRuleDropsWhatIsInItsSet() {
        in("b", "ipset create bad hash:net");
        in("b", "iptables -A INPUT -m set --match-set bad src -j DROP");
        assertThat(pings()).isTrue();
        in("b", "ipset add bad 10.0.0.0/24");
        assertThat(pings()).isFalse();
        in("b", "ipset add bad 10.0.0.1 nomatch");
        assertThat(pings()).isTrue();
    }

    @Test
    void anElementEndsAtItsTime() {
        in("b", "ipset create seen hash:ip timeout 30");
        in("b", "iptables -A INPUT -j SET --add-set seen src --timeout 2");
        assertThat(pings()).isTrue();
        assertThat(in("b", "ipset test seen 10.0.0.1").status()).isZero();
        in("a", "ping -c 1 -W 3 10.0.0.9");
        assertThat(in("b", "ipset test seen 10.0.0.1").status()).isEqualTo(1);
        assertThat(in("b", "ipset list seen").out()).contains("Number of entries: 0\n");
    }

    @Test
    void aSetOfMarksMarksPackets() {
        in("b", "ipset create marks hash:ip skbinfo");
        in("b", "ipset add marks 10.0.0.1 skbmark 0x5");
        in("b", "iptables -t mangle -A PREROUTING -j SET --map-set marks src --map-mark");
        in("b", "iptables -A INPUT -m mark --mark 5 -j DROP");
        assertThat(pings()).isFalse();
    }

    @Test
    void whatARuleRefersToStays() {
        in("b", "ipset create bad hash:ip");
        in("b", "iptables -A INPUT -m set --match-set bad src -j DROP");
        assertThat(in("b", "ipset destroy bad").err())
                .isEqualTo("ipset v7.17: Set cannot be destroyed: it is in use by a kernel component\n");
        in("b", "iptables -F");
        assertThat(in("b", "ipset destroy bad").status()).isZero();
    }

    @Test
    void eachNamespaceHasItsOwn() {
        in("b", "ipset create mine hash:ip");
        assertThat(in("a", "ipset list -n").out()).isEmpty();
    }

    @Test
    void aSavedSetIsMadeBeforeTheRuleThatAsksIt() {
        in("b", "ipset create bad hash:ip initval 1");
        in("b", "ipset add bad 10.0.0.9");
        in("b", "iptables -A INPUT -m set --match-set bad src -j DROP");
        assertThat(lab.run("weft save").out()).contains("""
            # Sets
            ip netns exec b ipset create bad hash:ip family inet hashsize 1024 maxelem 65536 bucketsize 12 \
            initval 0x00000001
            ip netns exec b ipset add bad 10.0.0.9

            # Packet filter
            ip netns exec b iptables -t filter -A INPUT -m set --match-set bad src -j DROP
            """);
    }
}
