package dev.weft.net.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.net.lab.Files;
import dev.weft.net.lab.Lab;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What Linux 6.18 shows in the same places.
class DeviceFilesTest {
    private static final String ETH = "/sys/class/net/eth0/";
    private static final String BR = "/sys/class/net/br0/";

    private final Lab lab = Lab.withSeed(1);
    private final Files files = new Files(lab.network().initial());

    @BeforeEach
    void build() {
        lab.sh("""
            ip netns add b
            ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth0 address 02:00:00:00:00:02 netns b
            ip link add br0 address 02:00:00:00:00:10 type bridge
            """);
    }

    @Test
    void showsEveryDeviceOfTheNamespace() {
        assertThat(files.ls("/sys/class/net")).containsExactly("br0", "eth0", "lo");
        Files inside = new Files(Objects.requireNonNull(lab.network().named("b")));
        assertThat(inside.ls("/sys/class/net")).containsExactly("eth0", "lo");
        assertThat(inside.cat(ETH + "address")).isEqualTo("02:00:00:00:00:02\n");
        assertThat(files.cat("/sys/class/net/nosuch/mtu")).isEqualTo("No such file or directory");
        assertThat(files.cat(BR + "bridge")).isEqualTo("Is a directory");
        assertThat(files.cat(ETH + "bridge")).isEqualTo("No such file or directory");
    }

    @Test
    void aDeviceThatIsDown() {
        assertThat(files.cat(ETH + "flags")).isEqualTo("0x1002\n");
        assertThat(files.cat(ETH + "ifindex")).isEqualTo("2\n");
        assertThat(files.cat(ETH + "iflink")).isEqualTo("2\n");
        assertThat(files.cat(ETH + "operstate")).isEqualTo("down\n");
        assertThat(files.cat(ETH + "carrier_changes")).isEqualTo("1\n");
        assertThat(files.cat(ETH + "addr_assign_type")).isEqualTo("3\n");
        assertThat(files.cat(ETH + "carrier")).isEqualTo("Invalid argument");
        assertThat(files.cat(ETH + "dormant")).isEqualTo("Invalid argument");
        assertThat(files.cat(ETH + "speed")).isEqualTo("Invalid argument");
        assertThat(files.cat(ETH + "ifalias")).isEmpty();
        assertThat(files.cat(BR + "uevent")).isEqualTo("DEVTYPE=bridge\nINTERFACE=br0\nIFINDEX=3\n");
        assertThat(files.cat("/sys/class/net/lo/type")).isEqualTo("772\n");
    }

    @Test
    void aPortThatWorks() {
        lab.sh("""
            ip link set eth0 master br0 up
            ip link set br0 up
            ip -n b link set eth0 up
            """);
        lab.advance(Duration.ofSeconds(2));
        assertThat(files.cat(ETH + "carrier")).isEqualTo("1\n");
        assertThat(files.cat(ETH + "operstate")).isEqualTo("up\n");
        assertThat(files.cat(ETH + "carrier_up_count")).isEqualTo("1\n");
        assertThat(files.cat(ETH + "carrier_down_count")).isEqualTo("1\n");
        assertThat(files.cat(ETH + "speed")).isEqualTo("10000\n");
        assertThat(files.cat(ETH + "duplex")).isEqualTo("full\n");
        assertThat(files.cat(ETH + "master")).isEqualTo("-> ../br0");
        assertThat(files.cat(ETH + "brport/designated_port")).isEqualTo("32769\n");
        assertThat(files.cat(ETH + "brport/port_id")).isEqualTo("0x8001\n");
        assertThat(files.cat(ETH + "brport/state")).isEqualTo("3\n");
        assertThat(files.cat(BR + "speed")).isEqualTo("10000\n");
        assertThat(files.cat(BR + "duplex")).isEqualTo("unknown\n");
        assertThat(files.cat(BR + "lower_eth0")).isEqualTo("-> ../eth0");
        assertThat(files.cat(BR + "brif/eth0")).isEqualTo("-> ../../eth0/brport");
        assertThat(files.ls(ETH + "queues")).startsWith("rx-0").contains("tx-0");
        assertThat(files.cat(ETH + "queues/rx-0/rps_cpus")).isEqualTo("0\n");
        assertThat(files.ls(ETH + "statistics"))
                .startsWith("collisions", "multicast", "rx_bytes")
                .hasSize(24);
    }

    @Test
    void takesWhatTheKernelTakes() {
        assertThat(files.echo("1400", ETH + "mtu")).isEmpty();
        assertThat(files.echo("99999", ETH + "mtu")).isEqualTo("Invalid argument");
        assertThat(files.echo(" 1300", ETH + "mtu")).isEqualTo("Invalid argument");
        assertThat(files.echo("hello", ETH + "ifalias")).isEmpty();
        assertThat(files.echo("50", ETH + "tx_queue_len")).isEmpty();
        assertThat(files.echo("4294967296", ETH + "tx_queue_len")).isEqualTo("Numerical result out of range");
        assertThat(files.echo("0x1003", ETH + "flags")).isEmpty();
        assertThat(files.echo("1", ETH + "carrier")).isEqualTo("Operation not supported");
        assertThat(files.echo("1", ETH + "ifindex")).isEqualTo("Permission denied");
        assertThat(lab.run("ip link show eth0").out()).isEqualTo("""
            2: eth0@if2: <NO-CARRIER,BROADCAST,MULTICAST,UP> mtu 1400 qdisc noqueue state DOWN mode DEFAULT group default qlen 50
                link/ether 02:00:00:00:00:01 brd ff:ff:ff:ff:ff:ff link-netns b
                alias hello
            """);
    }

    @Test
    void bridgesAndPortsAreSetByTheirFiles() {
        lab.sh("ip link set eth0 master br0");
        assertThat(files.cat(BR + "bridge/bridge_id")).isEqualTo("8000.020000000010\n");
        assertThat(files.cat(BR + "bridge/forward_delay")).isEqualTo("1500\n");
        assertThat(files.echo("1", BR + "bridge/stp_state")).isEmpty();
        assertThat(files.cat(BR + "bridge/stp_state")).isEqualTo("1\n");
        assertThat(files.echo("4096", BR + "bridge/priority")).isEmpty();
        assertThat(files.cat(BR + "bridge/bridge_id")).isEqualTo("1000.020000000010\n");
        assertThat(files.echo("1", BR + "bridge/forward_delay")).isEqualTo("Numerical result out of range");
        assertThat(files.echo("01:80:c2:00:00:0e", BR + "bridge/group_addr")).isEmpty();
        assertThat(files.cat(BR + "bridge/group_addr")).isEqualTo("01:80:c2:00:00:0e\n");
        assertThat(files.echo("01:80:c2:00:00:01", BR + "bridge/group_addr")).isEqualTo("Invalid argument");
        assertThat(files.cat(BR + "bridge/flush")).isEqualTo("Permission denied");
        assertThat(files.echo("1", ETH + "brport/hairpin_mode")).isEmpty();
        assertThat(files.cat(ETH + "brport/hairpin_mode")).isEqualTo("1\n");
        assertThat(files.echo("64", ETH + "brport/priority")).isEqualTo("Numerical result out of range");
        assertThat(files.echo("7", ETH + "brport/path_cost")).isEmpty();
        assertThat(files.cat(ETH + "brport/path_cost")).isEqualTo("7\n");
    }
}
