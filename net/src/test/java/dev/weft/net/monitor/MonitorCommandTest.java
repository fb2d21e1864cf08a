package dev.weft.net.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.core.command.Signal;
import dev.weft.net.lab.Lab;
import dev.weft.net.lab.LabSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Expectations are what iproute2 6.1 prints on Linux 6.18.
class MonitorCommandTest {
    private static final String VETH =
            "ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth1 address 02:00:00:00:00:02";

    private final Lab lab = Lab.withSeed(1);

    private LabSession start(String line) {
        return lab.start(lab.network().initial(), line);
    }

    private static String end(LabSession monitor) {
        monitor.signal(Signal.SIGTERM);
        assertThat(monitor.result().status()).isEqualTo(143);
        assertThat(monitor.result().err()).isEmpty();
        return monitor.result().out();
    }

    @Test
    void devicesComeChangeAndGo() {
        LabSession monitor = start("ip monitor link");
        lab.sh(VETH);
        lab.sh("""
            ip link set eth0 mtu 1400
            ip link set eth0 name lan
            ip link set lan alias text
            ip link set lan address 02:00:00:00:00:05
            """);
        lab.advance(Duration.ofSeconds(1));
        lab.sh("ip link del lan");
        assertThat(end(monitor)).isEqualTo("""
            2: eth1@NONE: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN group default\s
                link/ether 02:00:00:00:00:02 brd ff:ff:ff:ff:ff:ff
            3: eth0@eth1: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 qdisc noop state DOWN group default\s
                link/ether 02:00:00:00:00:01 brd ff:ff:ff:ff:ff:ff
            3: eth0@eth1: <BROADCAST,MULTICAST,M-DOWN> mtu 1400 qdisc noop state DOWN group default\s
                link/ether 02:00:00:00:00:01 brd ff:ff:ff:ff:ff:ff
            3: lan@eth1: <BROADCAST,MULTICAST,M-DOWN> mtu 1400 qdisc noop state DOWN group default\s
                link/ether 02:00:00:00:00:01 brd ff:ff:ff:ff:ff:ff
            3: lan@eth1: <BROADCAST,MULTICAST,M-DOWN> mtu 1400 qdisc noop state DOWN group default\s
                link/ether 02:00:00:00:00:05 brd ff:ff:ff:ff:ff:ff
            Deleted 3: lan@NONE: <BROADCAST,MULTICAST> mtu 1400 qdisc noop state DOWN group default\s
                link/ether 02:00:00:00:00:05 brd ff:ff:ff:ff:ff:ff
            Deleted 2: eth1@NONE: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN group default\s
                link/ether 02:00:00:00:00:02 brd ff:ff:ff:ff:ff:ff
            """);
    }

    @Test
    void numbersAreToldWithNames() {
        LabSession monitor = start("ip monitor all");
        lab.sh("""
            ip netns add red
            ip netns set red 4
            ip netns del red
            """);
        assertThat(end(monitor)).isEqualTo("""
            [NSID]nsid 4 (iproute2 netns name: red)
            [NSID]Deleted nsid 4 (iproute2 netns name: red)
            """);
    }

    @Test
    void otherNamespacesAreHeardWhenTheyHaveANumber() {
        lab.sh("""
            ip netns add red
            ip netns add blue
            ip netns set red 7
            """);
        LabSession all = start("ip monitor all-nsid link label");
        LabSession own = start("ip monitor link");
        lab.sh("""
            ip -n red link set lo up
            ip -n blue link set lo up
            ip link set lo mtu 6000
            """);
        assertThat(end(all)).isEqualTo("""
            [nsid 7][LINK]1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default\s
                link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
            [nsid current][LINK]1: lo: <LOOPBACK> mtu 6000 qdisc noop state DOWN group default\s
                link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
            """);
        assertThat(end(own)).isEqualTo("""
            1: lo: <LOOPBACK> mtu 6000 qdisc noop state DOWN group default\s
                link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
            """);
    }

    @Test
    void oneDeviceOnlyLeavesTheLabelsOfTheOthers() {
        lab.sh(VETH);
        LabSession monitor = start("ip -o -ts monitor label dev eth1");
        lab.sh("ip link set eth0 mtu 1400");
        lab.sh("ip link set eth1 mtu 1400");
        assertThat(end(monitor))
                .matches("(?s)\\[2026-01-01T..:00:00\\.[0-9]{6}] \\[LINK]"
                        + "\\[2026-01-01T..:00:00\\.[0-9]{6}] \\[LINK]2: eth1@eth0: .* mtu 1400 .* default "
                        + "\\\\    link/ether 02:00:00:00:00:02 brd ff:ff:ff:ff:ff:ff\n");
    }

    @Test
    void longTimestampsLookAsAsctimeWritesThem() {
        LabSession monitor = start("ip -t monitor link");
        lab.sh("ip link set lo mtu 6000");
        assertThat(end(monitor)).startsWith("Timestamp: Thu Jan  1 ").contains(":00:00 2026 ", " usec\n1: lo");
    }

    @Test
    void refusesWhatItDoesNotKnow(@TempDir Path directory) throws IOException {
        assertThat(lab.run("ip monitor nonsense").err())
                .isEqualTo("Argument \"nonsense\" is unknown, try \"ip monitor help\".\n");
        assertThat(lab.run("ip monitor lin nonsense").status()).isEqualTo(255);
        assertThat(lab.run("ip monitor dev nosuch"))
                .isEqualTo(new Lab.Result(255, "", "Error: argument \"nosuch\" is wrong: Device does not exist\n\n"));
        assertThat(lab.run("ip monitor file /nonexistent"))
                .isEqualTo(new Lab.Result(255, "", "Cannot fopen: No such file or directory\n"));
        Path file = Files.writeString(directory.resolve("f"), "x\n");
        assertThat(lab.run("ip monitor file " + file))
                .isEqualTo(new Lab.Result(1, "", "rtnl-from_file: truncated message\n"));
        assertThat(lab.run("ip monitor help").err())
                .startsWith("Usage: ip monitor [ all | OBJECTS ] [ FILE ] [ label ] [ all-nsid ]\n"
                        + "                  [ dev DEVICE ]\n");
    }

    @Test
    void routesAreToldButNotThoseThatDieWithTheirDevice() {
        lab.sh(VETH);
        lab.sh("""
            ip link set eth0 up
            ip link set eth1 up
            """);
        LabSession monitor = start("ip monitor route");
        lab.sh("""
            ip addr add 10.0.0.1/24 dev eth0
            ip route add 10.8.0.0/16 nexthop via 10.0.0.2 nexthop via 10.0.0.3
            ip route replace 10.8.0.0/16 via 10.0.0.4
            ip route del 10.8.0.0/16
            ip route add 10.9.0.0/16 via 10.0.0.2
            ip link set eth0 down
            """);
        assertThat(end(monitor)).isEqualTo("""
            local 10.0.0.1 dev eth0 table local proto kernel scope host src 10.0.0.1\s
            10.0.0.0/24 dev eth0 proto kernel scope link src 10.0.0.1\s
            broadcast 10.0.0.255 dev eth0 table local proto kernel scope link src 10.0.0.1\s
            10.8.0.0/16\s
            \tnexthop via 10.0.0.2 dev eth0 weight 1\s
            \tnexthop via 10.0.0.3 dev eth0 weight 1\s
            10.8.0.0/16 via 10.0.0.4 dev eth0\s
            Deleted 10.8.0.0/16 via 10.0.0.4 dev eth0\s
            10.9.0.0/16 via 10.0.0.2 dev eth0\s
            """);
    }

    @Test
    void settingsAreToldWhenTheyChange() {
        lab.sh(VETH);
        LabSession monitor = start("ip monitor netconf");
        lab.sh("""
            sysctl -qw net.ipv4.conf.eth0.rp_filter=2
            sysctl -qw net.ipv4.conf.eth0.rp_filter=2
            sysctl -qw net.ipv4.conf.eth0.arp_ignore=1
            sysctl -qw net.ipv4.ip_forward=1
            ip link del eth0
            """);
        assertThat(end(monitor)).isEqualTo("""
            inet eth0 rp_filter loose\s
            inet all forwarding on\s
            inet default forwarding on\s
            inet lo forwarding on\s
            inet eth1 forwarding on\s
            inet eth0 forwarding on\s
            Deleted inet eth0\s
            Deleted inet eth1\s
            """);
    }

    @Test
    void bridgesTellOfTheirPorts() {
        lab.sh(VETH);
        lab.sh("ip link add br0 address 02:00:00:00:00:10 type bridge");
        LabSession monitor = start("bridge monitor link");
        lab.sh("ip link set eth0 master br0");
        lab.sh("ip link set eth0 nomaster");
        assertThat(end(monitor)).isEqualTo("""
            3: eth0@eth1: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 master br0\s
            3: eth0@eth1: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 master br0\s
            4: br0: <BROADCAST,MULTICAST> mtu 1500\s
            3: eth0@eth1: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 master br0 state disabled priority 32 cost 2\s
            3: eth0@eth1: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 master br0\s
            3: eth0@eth1: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 master br0 state disabled priority 32 cost 2\s
            Deleted 3: eth0@eth1: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 master br0\s
            3: eth0@eth1: <BROADCAST,MULTICAST,M-DOWN> mtu 1500\s
            4: br0: <BROADCAST,MULTICAST> mtu 1500\s
            """);
    }
}
