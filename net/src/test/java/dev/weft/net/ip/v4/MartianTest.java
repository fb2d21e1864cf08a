package dev.weft.net.ip.v4;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Packets that no host sends in earnest.
class MartianTest {
    private final Ip4Lab ip4 = Ip4Lab.router();

    @ParameterizedTest
    @CsvSource({
        "224.0.0.9,       10.0.2.1,  IP_INVALID_SOURCE",
        "255.255.255.255, 10.0.2.1,  IP_INVALID_SOURCE",
        "0.0.0.0,         10.0.2.1,  IP_INVALID_SOURCE",
        "10.0.1.255,      10.0.2.1,  IP_INVALID_SOURCE",
        "127.0.0.1,       10.0.2.1,  IP_LOCALNET",
        "10.0.1.1,        127.0.0.1, IP_LOCALNET",
        "10.0.1.1,        0.0.0.0,   IP_INVALID_DEST",
        "10.0.2.254,      10.0.2.1,  IP_LOCAL_SOURCE",
        "10.0.1.1,        239.1.2.3, IP_MULTICAST_NOT_MEMBER",
        "10.0.1.1,        10.9.9.9,  IP_INNOROUTES",
    })
    void areDroppedForWhatTheyAre(String source, String destination, String reason) {
        if (source.equals("10.0.1.255")) {
            ip4.sysctl("r", "conf/ra/rp_filter", 1); // else nobody looks what that address is
        }
        ip4.datagram("a", "eth0", source, destination);
        assertThat(ip4.drops(reason)).as(reason).isEqualTo(1);
        assertThat(ip4.count("b", Ip4Counter.IN_RECEIVES)).isZero();
    }

    @Test
    void loopbackAddressesPassWhereTheyAreRouted() {
        ip4.sysctl("r", "conf/ra/route_localnet", 1);
        ip4.datagram("a", "eth0", "10.0.1.1", "127.0.0.1");
        assertThat(ip4.drops("IP_LOCALNET")).isZero();
        assertThat(ip4.count("r", Ip4Counter.IN_DELIVERS)).isEqualTo(1);
    }

    @Test
    void whatCameAsABroadcastIsNotForwarded() {
        ip4.datagram("a", "eth0", "10.0.1.1", "10.0.2.1", 0xffff_ffff_ffffL);
        assertThat(ip4.count("b", Ip4Counter.IN_RECEIVES)).isZero();
        ip4.sysctl("r", "conf/ra/drop_unicast_in_l2_multicast", 1);
        ip4.datagram("a", "eth0", "10.0.1.1", "10.0.1.254", 0xffff_ffff_ffffL);
        assertThat(ip4.drops("UNICAST_IN_L2_MULTICAST")).isEqualTo(1);
    }
}
