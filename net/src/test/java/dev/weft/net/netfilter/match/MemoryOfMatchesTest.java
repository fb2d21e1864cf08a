package dev.weft.net.netfilter.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.net.lab.Lab;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Matches that remember what was there before, and how time lets them forget.
class MemoryOfMatchesTest {
    private final Lab lab = Lab.withSeed(1);

    @BeforeEach
    void buildTheNetwork() {
        lab.sh("""
            ip netns add a
            ip netns add b
            ip link add a0 netns a type veth peer name b0 netns b
            ip -n a addr add 10.0.0.1/24 dev a0
            ip -n a addr add 10.0.0.3/24 dev a0
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

    private void rule(String rule) {
        assertThat(in("b", "iptables " + rule).status()).as(rule).isZero();
    }

    private String counted(int number) {
        return in("b", "iptables -nvxL INPUT " + number).out().strip().split(" +")[0];
    }

    @Test
    void recentForgetsWhatWasSeenTooLongAgo() {
        rule("-A INPUT -m recent --name x --rcheck --seconds 60 -j DROP");
        rule("-A INPUT -m recent --name x --set");
        assertThat(pings()).isTrue();
        assertThat(pings()).isFalse();
        lab.advance(Duration.ofSeconds(50));
        assertThat(pings()).isFalse();
        lab.advance(Duration.ofSeconds(10));
        assertThat(pings()).isTrue();
    }

    @Test
    void recentUpdateExtendsTheTime() {
        rule("-A INPUT -m recent --name x --update --seconds 60 -j DROP");
        rule("-A INPUT -m recent --name x --set");
        assertThat(pings()).isTrue();
        lab.advance(Duration.ofSeconds(50));
        assertThat(pings()).isFalse();
        lab.advance(Duration.ofSeconds(50));
        assertThat(pings()).isFalse();
        lab.advance(Duration.ofSeconds(61));
        assertThat(pings()).isTrue();
    }

    @Test
    void aListLivesAsLongAsARuleUsesIt() {
        rule("-A INPUT -m recent --name x --set");
        pings();
        rule("-A INPUT -m recent --name x --rcheck");
        pings();
        assertThat(counted(2)).isEqualTo("1");
        rule("-F INPUT");
        rule("-A INPUT -m recent --name x --rcheck");
        pings();
        assertThat(counted(1)).isEqualTo("0");
    }

    @Test
    void hashlimitGivesBackWithTimeAndTellsSendersApart() {
        rule("-A INPUT -m hashlimit --hashlimit-upto 1/min --hashlimit-burst 1 --hashlimit-mode srcip"
                + " --hashlimit-name x -j ACCEPT");
        rule("-A INPUT -j DROP");
        assertThat(pings()).isTrue();
        assertThat(pings()).isFalse();
        assertThat(in("a", "ping -c 1 -W 1 -I 10.0.0.3 10.0.0.2").status()).isZero();
        lab.advance(Duration.ofSeconds(60));
        assertThat(pings()).isTrue();
        assertThat(pings()).isFalse();
    }

    @Test
    void hashlimitOfBytesLetsSoManyThroughInASecond() {
        rule("-A INPUT -m hashlimit --hashlimit-above 1kb/s --hashlimit-name x -j DROP");
        assertThat(in("a", "ping -c 4 -i 0.01 -s 500 10.0.0.2").out()).contains(" 1 received");
    }

    @Test
    void aQuotaIsUsedUpOnce() {
        rule("-A INPUT -m quota --quota 170 -j ACCEPT");
        rule("-A INPUT -j DROP");
        assertThat(pings()).isTrue();
        assertThat(pings()).isTrue();
        assertThat(pings()).isFalse();
    }

    @Test
    void timeIsThatOfTheDay() {
        // the day begins at midnight
        rule("-A INPUT -m time --timestart 00:10 --timestop 00:20");
        rule("-A INPUT -m time --timestart 23:00 --timestop 00:05");
        pings();
        assertThat(counted(1)).isEqualTo("0");
        assertThat(counted(2)).isEqualTo("1");
        lab.advance(Duration.ofSeconds(660));
        pings();
        assertThat(counted(1)).isEqualTo("1");
        assertThat(counted(2)).isEqualTo("1");
    }
}
