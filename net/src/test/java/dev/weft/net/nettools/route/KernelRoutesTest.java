package dev.weft.net.nettools.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.core.wire.Ip4Address;
import dev.weft.net.ip.fib.Fib;
import dev.weft.net.ip.fib.FibTable;
import dev.weft.net.ip.fib.NexthopRequest;
import dev.weft.net.ip.fib.RouteMetrics;
import dev.weft.net.ip.fib.RouteProtocol;
import dev.weft.net.ip.fib.RouteRequest;
import dev.weft.net.ip.fib.RouteScope;
import dev.weft.net.ip.fib.RouteType;
import dev.weft.net.lab.Lab;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `route` on the virtual kernel; what is expected here was seen on Linux.
class KernelRoutesTest {
    private final Lab lab = Lab.withSeed(1);

    @BeforeEach
    void cable() {
        lab.sh("""
            ip link add v0 type veth peer name v1
            ip link set v0 up
            ip link set v1 up
            """);
        ownAddress("10.0.0.1");
        lab.sh("route add -net 10.0.0.0/24 dev v0");
    }

    /// What an address leaves in the table of local routes.
    private void ownAddress(String address) {
        Fib.of(lab.network().initial())
                .add(
                        new RouteRequest(
                                RouteType.LOCAL,
                                FibTable.LOCAL,
                                Ip4Address.of(address).bits(),
                                32,
                                0,
                                0,
                                RouteProtocol.KERNEL,
                                RouteScope.HOST,
                                0,
                                RouteMetrics.NONE,
                                NexthopRequest.dev(lab.device("", "v0").index()),
                                List.of()),
                        RouteRequest.Mode.ADD);
    }

    @Test
    void addsShowsAndDeletes() {
        lab.sh("""
            route add default gw 10.0.0.2
            route add -net 10.2.0.0 netmask 255.255.0.0 gw 10.0.0.2 metric 5
            route add -host 10.3.3.3 dev v0
            route add -host 10.4.4.4 gw 10.0.0.2 mss 1400 window 3000 irtt 300
            route add -net 10.5.0.0/16 reject
            route add -net 15.0.0.0/8 metric 70000 dev v0
            route add default dev v0
            route del -net 10.2.0.0 netmask 255.255.0.0
            route del -host 10.3.3.3
            """);

        assertThat(lab.run("route -een").out()).isEqualTo("""
            Kernel IP routing table
            Destination     Gateway         Genmask         Flags Metric Ref    Use Iface    MSS   Window irtt
            0.0.0.0         0.0.0.0         0.0.0.0         U     0      0        0 v0       0     0      0
            0.0.0.0         10.0.0.2        0.0.0.0         UG    0      0        0 v0       0     0      0
            10.0.0.0        0.0.0.0         255.255.255.0   U     0      0        0 v0       0     0      0
            10.4.4.4        10.0.0.2        255.255.255.255 UGH   0      0        0 v0       1400  3000   300
            10.5.0.0        -               255.255.0.0     !     0      -        0 -        -     -      -
            15.0.0.0        0.0.0.0         255.0.0.0       U     4464   0        0 v0       0     0      0
            """);
    }

    @ParameterizedTest
    @CsvSource({
        "add -net 10.0.0.0/24 dev v0,SIOCADDRT: File exists",
        "add default gw 1.1.1.1,SIOCADDRT: Network is unreachable",
        "add default,SIOCADDRT: No such device",
        "add -net 10.30.0.0/16 dev nosuch,SIOCADDRT: No such device",
        "add -net 192.168.5.0 dev v0,SIOCADDRT: Invalid argument",
        "add -net 44.0.0.0/8 gw 0.0.0.0 dev v0,SIOCADDRT: Invalid argument",
        "del default,SIOCDELRT: No such process",
        "del -net 10.0.0.0/24 metric 1,SIOCDELRT: No such process",
        "del -net 10.0.0.0/24 dev v1,SIOCDELRT: No such process"
    })
    void theKernelRefuses(String line, String text) {
        Lab.Result result = lab.run("route " + line);

        assertThat(result.err()).isEqualTo(text + "\n");
        assertThat(result.status()).isEqualTo(7);
    }

    @Test
    void aDeviceThatIsDownCarriesNoRoutes() {
        lab.sh("ip link set v0 down");

        assertThat(lab.run("route add -net 45.0.0.0/8 dev v0").err()).isEqualTo("SIOCADDRT: Network is down\n");
    }
}
