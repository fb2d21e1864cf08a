package dev.weft.net.ip.multicast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.net.lab.Lab;
import dev.weft.net.lab.Transcript;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What iproute2 6.1 shows on Linux 6.18.
class MulticastCommandTest {
    private final Lab lab = Lab.withSeed(1);

    @BeforeEach
    void build() {
        lab.sh("""
            ip link add eth0 type veth peer name eth1
            ip link set eth0 up
            """);
    }

    @Test
    void anAddressOfAGroupMayJoinIt() {
        Transcript.check(lab, """
            $ ip addr add 239.1.2.3/32 dev eth0 autojoin
            $ ip -4 maddr show dev eth0
            3:\teth0
            \tinet  239.1.2.3
            \tinet  224.0.0.1
            $ ip addr del 239.1.2.3/32 dev eth0
            $ ip -4 -o maddr show dev eth0
            3:\teth0\\\tinet  224.0.0.1
            """);
    }

    @Test
    void aPersonsWishCountsOnce() {
        Transcript.check(lab, """
            $ ip maddr add 01:00:5e:00:00:42 dev eth0
            $ ip maddr add 01:00:5e:00:00:42 dev eth0
            $ ip maddr add 01:00:5e:00:00:01 dev eth0
            $ ip -0 maddr show dev eth0
            3:\teth0
            \tlink  01:00:5e:00:00:01 users 2 static
            \tlink  01:00:5e:00:00:42 static
            $ ip maddr del 01:00:5e:00:00:42 dev eth0
            $ ip maddr del 01:00:5e:00:00:42 dev eth0
            ! ioctl: No such file or directory
            [rc=1]
            """);
        assertThat(lab.run("ip -0 -j maddr show dev eth0").out())
                .isEqualTo("[{\"ifindex\":3,\"ifname\":\"eth0\",\"maddr\":[{\"link\":\"01:00:5e:00:00:01\",\"users\":2,"
                        + "\"features\":\"static\"}]}]\n");
    }
}
