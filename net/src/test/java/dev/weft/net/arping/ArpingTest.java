package dev.weft.net.arping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.net.ip.v4.Ip4Lab;
import dev.weft.net.lab.Lab;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ArpingTest {
    private final Lab lab = Lab.withSeed(1);

    @BeforeEach
    void twoHosts() {
        lab.sh("""
            ip netns add b
            ip link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 address 02:00:00:00:00:0b netns b
            ip link set eth0 up
            ip -n b link set eth0 up
            """);
        Ip4Lab ip4 = new Ip4Lab(lab);
        ip4.address("", "eth0", "10.0.0.1/24");
        ip4.address("b", "eth0", "10.0.0.2/24");
    }

    @Test
    void tellsWhoAnswersAndAsksHimAloneFromThenOn() {
        Lab.Result result = lab.run("arping -c 2 -I eth0 10.0.0.2");
        assertThat(result.out()).matches("""
            ARPING 10\\.0\\.0\\.2 from 10\\.0\\.0\\.1 eth0
            Unicast reply from 10\\.0\\.0\\.2 \\[02:00:00:00:00:0B\\]  0\\.\\d{3}ms
            Unicast reply from 10\\.0\\.0\\.2 \\[02:00:00:00:00:0B\\]  0\\.\\d{3}ms
            Sent 2 probes \\(1 broadcast\\(s\\)\\)
            Received 2 response\\(s\\)
            """);
        assertThat(result.status()).isZero();
    }

    @Test
    void findsADuplicateAddress() {
        assertThat(lab.run("arping -D -c 1 -I eth0 10.0.0.2").status()).isEqualTo(1);
        assertThat(lab.run("arping -D -c 1 -w 1 -I eth0 10.0.0.3").status()).isZero();
    }

    @Test
    void countsSilence() {
        Lab.Result result = lab.run("arping -w 2 -I eth0 10.0.0.9");
        assertThat(result.out()).endsWith("Sent 3 probes (3 broadcast(s))\nReceived 0 response(s)\n");
        assertThat(result.status()).isEqualTo(1);
    }
}
