package dev.weft.net.proc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.net.lab.Files;
import dev.weft.net.lab.Lab;
import dev.weft.net.transport.udp.UdpSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What Linux 6.18 shows in the same places.
class ProcNetTest {
    private final Lab lab = Lab.withSeed(1);
    private final Files here = new Files(lab.network().initial());

    @BeforeEach
    void build() {
        lab.sh("""
            ip netns add b
            ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth0 address 02:00:00:00:00:02 netns b
            ip addr add 10.0.0.1/24 dev eth0
            ip -n b addr add 10.0.0.2/24 dev eth0
            ip link set lo up
            ip link set eth0 up
            ip -n b link set eth0 up
            """);
        lab.advance(Duration.ofSeconds(2));
    }

    @Test
    void eachNamespaceHasItsOwn() {
        lab.sh("ping -c 1 10.0.0.2");
        Files there = new Files(Objects.requireNonNull(lab.network().named("b")));
        assertThat(here.cat("/proc/net/arp")).isEqualTo("""
            IP address       HW type     Flags       HW address            Mask     Device
            10.0.0.2         0x1         0x2         02:00:00:00:00:02     *        eth0
            """);
        assertThat(there.cat("/proc/net/arp")).isEqualTo("""
            IP address       HW type     Flags       HW address            Mask     Device
            10.0.0.1         0x1         0x2         02:00:00:00:00:01     *        eth0
            """);
        assertThat(here.ls("/proc/net")).isEqualTo(there.ls("/proc/net")).contains("dev", "route", "snmp");
    }

    @Test
    void devicesCount() {
        lab.sh("ping -c 1 10.0.0.2");
        assertThat(here.cat("/proc/net/dev")).endsWith("""
                lo:       0       0    0    0    0     0          0         0        0       0    0    0    0     0       0          0
              eth0:     140       2    0    0    0     0          0         0      140       2    0    0    0     0       0          0
            """);
    }

    @Test
    void routesStandInLinesOfOneWidth() {
        lab.sh("""
            ip route add 10.9.0.0/16 via 10.0.0.2 metric 7 mtu 1400 window 2000
            ip route add unreachable 10.8.0.0/16
            ip route add 10.7.0.1 dev eth0
            """);
        List<String> lines = here.cat("/proc/net/route").lines().toList();
        assertThat(lines).allMatch(line -> line.length() == 127);
        assertThat(lines.stream().map(String::stripTrailing))
                .containsExactly(
                        "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT",
                        "eth0\t0000000A\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0",
                        "eth0\t0100070A\t00000000\t0005\t0\t0\t0\tFFFFFFFF\t0\t0\t0",
                        "*\t0000080A\t00000000\t0201\t0\t0\t0\t0000FFFF\t0\t0\t0",
                        "eth0\t0000090A\t0200000A\t0003\t0\t0\t7\t0000FFFF\t0\t2000\t0");
    }

    @Test
    void protocolsCount() {
        lab.sh("ping -c 3 10.0.0.2");
        assertThat(counters())
                .containsEntry("Ip:Forwarding", "2")
                .containsEntry("Ip:InReceives", "3")
                .containsEntry("Icmp:OutEchos", "3")
                .containsEntry("Icmp:InEchoReps", "3")
                .containsEntry("IcmpMsg:InType0", "3")
                .containsEntry("Tcp:MaxConn", "-1")
                .containsEntry("IpExt:InOctets", "252");
    }

    @Test
    void whatLeavesIsCountedInPieces() {
        lab.sh("ping -c 1 -s 4000 10.0.0.2");
        assertThat(counters())
                .containsEntry("Ip:OutRequests", "1")
                .containsEntry("Ip:FragOKs", "1")
                .containsEntry("Ip:FragCreates", "3")
                .containsEntry("Ip:OutTransmits", "3")
                .containsEntry("IpExt:OutOctets", "4068");
    }

    @Test
    void marksOfCongestionAreCountedOnTheLongAndOnTheShortWay() {
        lab.sh("""
            ip netns add c
            ip link add eth1 type veth peer name eth0 netns c
            ip addr add 10.0.1.1/24 dev eth1
            ip link set eth1 up
            ip -n c link set eth0 up
            ip -n c addr add 10.0.1.2/24 dev eth0
            ip -n c route add default via 10.0.1.1
            ip -n b route add default via 10.0.0.1
            sysctl -qw net.ipv4.ip_forward=1
            """);
        lab.advance(Duration.ofSeconds(2));
        lab.sh("ip netns exec b ping -c 3 10.0.1.2");
        lab.sh("ip netns exec b ping -c 2 -Q 1 10.0.1.2");
        lab.sh("ip netns exec b ping -c 1 -Q 3 10.0.1.2");
        assertThat(counters())
                .containsEntry("Ip:InReceives", "12")
                .containsEntry("IpExt:InNoECTPkts", "6")
                .containsEntry("IpExt:InECT1Pkts", "4")
                .containsEntry("IpExt:InECT0Pkts", "0")
                .containsEntry("IpExt:InCEPkts", "2");
    }

    @Test
    void whoKnowsNoWayIsCounted() {
        assertThat(lab.run("ping -c 1 10.7.7.7").status()).isEqualTo(2);
        assertThat(counters()).containsEntry("Ip:OutNoRoutes", "1");
    }

    /// Every number by its line and name.
    private Map<String, String> counters() {
        Map<String, String> values = new HashMap<>();
        for (String file : List.of("snmp", "netstat")) {
            List<String> lines = here.cat("/proc/net/" + file).lines().toList();
            for (int i = 0; i + 1 < lines.size(); i += 2) {
                String[] names = lines.get(i).split(" ");
                String[] numbers = lines.get(i + 1).split(" ");
                assertThat(numbers).hasSameSizeAs(names);
                for (int j = 1; j < names.length; j++) {
                    values.put(names[0] + names[j], numbers[j]);
                }
            }
        }
        return values;
    }

    @Test
    void multicastGroupsAreThoseOfDevicesThatAreUp() {
        lab.sh("ip link add br0 type bridge");
        assertThat(here.cat("/proc/net/igmp")).isEqualTo("""
            Idx\tDevice    : Count Querier\tGroup    Users Timer\tReporter
            1\tlo        :     1      V3
            \t\t\t\t010000E0     1 0:00000000\t\t0
            2\teth0      :     1      V3
            \t\t\t\t010000E0     1 0:00000000\t\t0
            """);
        assertThat(here.cat("/proc/net/dev_mcast")).isEqualTo("2    eth0            1     0     01005e000001\n");
    }

    @Test
    void socketsAreListed() {
        try (UdpSocket socket = new UdpSocket(lab.network().initial())) {
            socket.bind(0x0a00_0001, 53);
            assertThat(here.cat("/proc/net/udp").lines().map(String::stripTrailing))
                    .containsExactly(
                            "   sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid"
                                    + "  timeout inode ref pointer drops",
                            "   53: 0100000A:0035 00000000:0000 07 00000000:00000000 00:00000000 00000000     0"
                                    + "        0 0 2 0000000000000000 0");
            assertThat(here.cat("/proc/net/sockstat")).contains("UDP: inuse 1 mem 0\n");
        }
        assertThat(here.cat("/proc/net/udp").lines()).hasSize(1);
    }

    @Test
    void nothingCanBeWritten() {
        assertThat(here.echo("1", "/proc/net/route")).isEqualTo("Permission denied");
        assertThat(here.cat("/proc/net/nosuch")).isEqualTo("No such file or directory");
    }
}
