package dev.weft.net.ip.fib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.wire.Ip4Address;
import dev.weft.net.ip.fib.RouteRequest.Mode;
import dev.weft.net.lab.Lab;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FibTest {
    private final Lab lab = Lab.withSeed(1);
    private final Fib fib = Fib.of(lab.network().initial());
    private final Ip4Flow flow = new Ip4Flow();
    private final FibResult found = new FibResult();

    @BeforeEach
    void cable() {
        lab.sh("""
            ip link add eth0 type veth peer name eth1
            ip link set eth0 up
            ip link set eth1 up
            """);
        add(Mode.ADD, "10.0.0.0", 24, 0, 0, NexthopRequest.dev(index("eth0")));
        add(Mode.ADD, "10.0.1.0", 24, 0, 0, NexthopRequest.dev(index("eth1")));
    }

    @Test
    void findsTheGatewaysDeviceByTheRouteToIt() {
        add(Mode.ADD, "0.0.0.0", 0, 0, 0, via("10.0.0.2"));
        assertThat(lookup("8.8.8.8", 0)).isNull();
        assertThat(found.nexthop().device()).isSameAs(device("eth0"));
        assertThat(found.nexthop().gateway()).isEqualTo(bits("10.0.0.2"));
        assertThat(found.nexthop().scope()).isEqualTo(RouteScope.LINK);
        assertThat(fib.simple(bits("8.8.8.8"))).isSameAs(found.nexthop());
    }

    @Test
    void refusesAGatewayThatNoRouteLeadsTo() {
        assertThatThrownBy(() -> add(Mode.ADD, "0.0.0.0", 0, 0, 0, via("192.168.0.1")))
                .hasMessage("Nexthop has invalid gateway");
        assertThat(lookup("8.8.8.8", 0)).isEqualTo(Errno.ENETUNREACH);
    }

    @Test
    void triesTheSmallerMetricFirstAndTheTypeOfServiceBefore() {
        add(Mode.ADD, "20.0.0.0", 8, 0, 50, via("10.0.0.2"));
        add(Mode.ADD, "20.0.0.0", 8, 0, 10, via("10.0.0.3"));
        add(Mode.ADD, "20.0.0.0", 8, 0x10, 0, via("10.0.0.4"));
        assertThat(gateway("20.1.1.1", 0)).isEqualTo("10.0.0.3");
        assertThat(gateway("20.1.1.1", 0x10)).isEqualTo("10.0.0.4");
        assertThat(fib.simple(bits("20.1.1.1"))).isNull();
    }

    @Test
    void addsAppendsPrependsReplacesAsIpRouteDoes() {
        add(Mode.ADD, "20.0.0.0", 8, 0, 0, via("10.0.0.2"));
        assertRefused(Errno.EEXIST, () -> add(Mode.ADD, "20.0.0.0", 8, 0, 0, via("10.0.0.3")));
        add(Mode.APPEND, "20.0.0.0", 8, 0, 0, via("10.0.0.3"));
        add(Mode.PREPEND, "20.0.0.0", 8, 0, 0, via("10.0.0.4"));
        assertThat(gateways("20.0.0.0", 8)).containsExactly("10.0.0.4", "10.0.0.2", "10.0.0.3");
        assertRefused(Errno.EEXIST, () -> add(Mode.APPEND, "20.0.0.0", 8, 0, 0, via("10.0.0.2")));
        assertRefused(Errno.EEXIST, () -> add(Mode.REPLACE, "20.0.0.0", 8, 0, 0, via("10.0.0.3")));
        add(Mode.REPLACE, "20.0.0.0", 8, 0, 0, via("10.0.0.9"));
        assertThat(gateways("20.0.0.0", 8)).containsExactly("10.0.0.9", "10.0.0.2", "10.0.0.3");
        assertRefused(Errno.ENOENT, () -> add(Mode.CHANGE, "21.0.0.0", 8, 0, 0, via("10.0.0.9")));
    }

    @Test
    void sharesOneRouteAmongPrefixesThatGoTheSameWay() {
        add(Mode.ADD, "20.0.0.0", 8, 0, 0, via("10.0.0.2"));
        add(Mode.ADD, "21.0.0.0", 8, 0, 0, via("10.0.0.2"));
        assertThat(lookup("20.0.0.1", 0)).isNull();
        Route first = found.route();
        assertThat(lookup("21.0.0.1", 0)).isNull();
        assertThat(found.route()).isSameAs(first);
    }

    @Test
    void looksFurtherWhenTheLongestPrefixHasNothingForTheDeviceAsked() {
        add(Mode.ADD, "0.0.0.0", 0, 0, 0, via("10.0.1.2"));
        add(Mode.ADD, "20.0.0.0", 8, 0, 0, via("10.0.0.2"));
        flow.clear().to(bits("20.0.0.1")).out(index("eth1"));
        assertThat(fib.lookup(flow, found)).isNull();
        assertThat(found.length()).isZero();
        assertThat(found.nexthop().device()).isSameAs(device("eth1"));
    }

    @Test
    void takesRoutesAwayWithTheirDeviceAndKeepsTombstones() {
        add(Mode.ADD, "20.0.0.0", 8, 0, 0, via("10.0.0.2"));
        Nexthop nexthop = Objects.requireNonNull(fib.simple(bits("20.0.0.1")));
        FibDevices.disable(fib, device("eth0"), false, false);
        assertThat(lookup("20.0.0.1", 0)).isEqualTo(Errno.ENETUNREACH);
        assertThat(nexthop.isDead()).isTrue();
        assertThat(lookup("10.0.1.1", 0)).isNull();
    }

    @Test
    void dealsFlowsOutByWeight() {
        RouteRequest request = request("20.0.0.0", 8, 0, 0, NexthopRequest.NONE);
        fib.add(
                new RouteRequest(
                        request.type(),
                        0,
                        request.prefix(),
                        8,
                        0,
                        0,
                        RouteProtocol.BOOT,
                        0,
                        0,
                        RouteMetrics.NONE,
                        NexthopRequest.NONE,
                        List.of(
                                new NexthopRequest(0, bits("10.0.0.2"), 0, 3, 0),
                                new NexthopRequest(0, bits("10.0.1.2"), 0, 1, 0))),
                Mode.ADD);
        int first = 0;
        for (int i = 0; i < 4000; i++) {
            flow.clear().to(bits("20.0.0.0") + i);
            assertThat(fib.lookup(flow, found)).isNull();
            Multipath.select(fib, found, MultipathHash.of(fib, flow), 0, nexthop -> 0);
            first += found.nexthop().device() == device("eth0") ? 1 : 0;
        }
        assertThat(first).isBetween(2850, 3150);
        FibDevices.disable(fib, device("eth0"), false, false);
        Multipath.select(fib, found, 0, 0, nexthop -> 0);
        assertThat(lookup("20.0.0.1", 0)).isNull();
        assertThat(found.nexthop().device()).isSameAs(device("eth1"));
        FibDevices.revive(fib, device("eth0"), Nexthop.DEAD);
        assertThat(lookup("20.0.0.1", 0)).isNull();
        assertThat(found.nexthop().device()).isSameAs(device("eth0"));
    }

    @Test
    void keepsToWhatWasLearntOfADestinationUntilItExpires() {
        add(Mode.ADD, "20.0.0.0", 8, 0, 0, via("10.0.0.2"));
        assertThat(lookup("20.0.0.1", 0)).isNull();
        Learning.pathMtu(fib, flow, found.nexthop(), 1400);
        assertThat(fib.simple(bits("20.0.0.1"))).isNull();
        assertThat(Learning.toward(fib, found.nexthop(), bits("20.0.0.1")).mtu())
                .isEqualTo(1400);
        assertThat(Learning.toward(fib, found.nexthop(), bits("20.0.0.2")).mtu())
                .isEqualTo(1500);
        lab.advance(java.time.Duration.ofSeconds(601));
        assertThat(Learning.toward(fib, found.nexthop(), bits("20.0.0.1")).mtu())
                .isEqualTo(1500);
        assertThat(fib.simple(bits("20.0.0.1"))).isNotNull();
    }

    @Test
    void takesHalfAMillionRoutesAndFindsThem() {
        for (int i = 0; i < 500_000; i++) {
            fib.add(
                    new RouteRequest(
                            RouteType.UNICAST,
                            0,
                            0x1400_0000 + (i << 8),
                            24,
                            0,
                            0,
                            RouteProtocol.BOOT,
                            0,
                            0,
                            RouteMetrics.NONE,
                            via("10.0.0." + (2 + (i & 63))),
                            List.of()),
                    Mode.ADD);
        }
        int[] destinations = {0x1400_0001, 0x1400_0101 + (499_998 << 8), bits("9.9.9.9")};
        @Nullable Nexthop[] nexthops = new Nexthop[3];
        fib.simple(destinations, new int[3], nexthops, 3);
        assertThat(nexthops[0]).hasToString("unicast via 10.0.0.2 dev eth0");
        assertThat(nexthops[1]).hasToString("unicast via 10.0.0.33 dev eth0");
        assertThat(nexthops[2]).isNull();
    }

    // ---- words for the experiments

    private void add(Mode mode, String prefix, int length, int tos, int metric, NexthopRequest way) {
        fib.add(request(prefix, length, tos, metric, way), mode);
    }

    private static RouteRequest request(String prefix, int length, int tos, int metric, NexthopRequest way) {
        return new RouteRequest(
                RouteType.UNICAST,
                0,
                bits(prefix),
                length,
                tos,
                metric,
                RouteProtocol.BOOT,
                way.gateway() == 0 ? RouteScope.LINK : RouteScope.UNIVERSE,
                0,
                RouteMetrics.NONE,
                way,
                List.of());
    }

    private @Nullable Errno lookup(String destination, int tos) {
        flow.clear().to(bits(destination));
        flow.tos = tos;
        return fib.lookup(flow, found);
    }

    private String gateway(String destination, int tos) {
        assertThat(lookup(destination, tos)).isNull();
        return Ip4Address.toString(found.nexthop().gateway());
    }

    private List<String> gateways(String prefix, int length) {
        List<String> gateways = new ArrayList<>();
        Objects.requireNonNull(fib.table(FibTable.MAIN)).forEach(entry -> {
            if (entry.prefix() == bits(prefix) && entry.length() == length) {
                gateways.add(Ip4Address.toString(entry.route().nexthop(0).gateway()));
            }
        });
        return gateways;
    }

    private static NexthopRequest via(String gateway) {
        return NexthopRequest.via(bits(gateway));
    }

    private static void assertRefused(Errno errno, Runnable action) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(
                        KernelError.class, error -> assertThat(error.errno()).isEqualTo(errno));
    }

    private NetDevice device(String name) {
        return lab.device("", name);
    }

    private int index(String name) {
        return device(name).index();
    }

    private static int bits(String address) {
        return Ip4Address.of(address).bits();
    }
}
