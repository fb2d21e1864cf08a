package dev.weft.net.ip.v4;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// How many errors a router sends.
class IcmpRateTest {
    private final Ip4Lab ip4 = Ip4Lab.router();

    private long errors(String ping) {
        return ip4.run("a", ping)
                .lines()
                .filter(line -> line.startsWith("From "))
                .count();
    }

    @Test
    void sixAtOnceToOneHostThenOneASecond() {
        assertThat(errors("ping -c 20 -i 0.01 -W 0.1 -t 1 10.0.2.1")).isEqualTo(6);
        ip4.seconds(3);
        assertThat(errors("ping -c 20 -i 0.01 -W 0.1 -t 1 10.0.2.1")).isBetween(3L, 4L);
    }

    @Test
    void whatIsNotInTheMaskIsNotRationed() {
        ip4.sysctl("r", "icmp_ratemask", 0);
        assertThat(errors("ping -c 20 -i 0.01 -W 0.1 -t 1 10.0.2.1")).isEqualTo(20);
    }

    @Test
    void theRateCanBeSet() {
        ip4.sysctl("r", "icmp_ratelimit", 0);
        assertThat(errors("ping -c 20 -i 0.01 -W 0.1 -t 1 10.0.2.1")).isEqualTo(20);
        ip4.sysctl("r", "icmp_ratelimit", 100);
        ip4.seconds(60);
        assertThat(errors("ping -c 20 -i 0.1 -t 1 10.0.2.1")).isEqualTo(20);
    }

    @Test
    void thatThereIsNoWayCountsTwice() {
        assertThat(errors("ping -c 10 -i 0.01 -W 1 10.9.9.9")).isEqualTo(2);
        ip4.sysctl("r", "icmp_ratelimit", 0);
        ip4.seconds(10);
        assertThat(errors("ping -c 10 -i 0.01 -W 1 10.9.9.9")).isEqualTo(5);
    }

    @Test
    void allHostsTogetherGetNoMoreThanABurst() {
        ip4.sysctl("r", "icmp_ratelimit", 0);
        ip4.sysctl("r", "icmp_msgs_burst", 10);
        ip4.sysctl("r", "icmp_msgs_per_sec", 10);
        long seen = errors("ping -c 40 -i 0.001 -W 0.1 -t 1 10.0.2.1");
        assertThat(seen).isBetween(5L, 25L);
        assertThat(ip4.count("r", Ip4Counter.ICMP_OUT_RATE_LIMIT_GLOBAL)).isEqualTo(40 - seen);
    }
}
