package dev.weft.net.sysctl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.net.lab.Lab;
import dev.weft.net.lab.Transcript;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Expectations are what procps-ng 4.0.2 prints on Linux 6.18.
class SysctlCommandTest {
    private final Lab lab = Lab.withSeed(1);

    @Test
    void readsAndWrites() {
        Transcript.check(lab, """
            $ ip link add eth0.5 type veth peer name eth1
            $ sysctl net.ipv4.ip_forward
            net.ipv4.ip_forward = 0
            $ sysctl -w net.ipv4.ip_forward=1
            net.ipv4.ip_forward = 1
            $ sysctl -w "net.ipv4.ip_forward = 0"
            net.ipv4.ip_forward = 0
            $ sysctl -q net.ipv4.ip_forward=1
            $ sysctl -q net.ipv4.ip_forward
            net.ipv4.ip_forward = 1
            $ sysctl -n net.ipv4.ip_forward net.ipv4.ip_default_ttl
            1
            64
            $ sysctl -N net/ipv4/conf/eth0.5/rp_filter
            net.ipv4.conf.eth0/5.rp_filter
            $ sysctl net.ipv4.conf.eth0/5.rp_filter
            net.ipv4.conf.eth0/5.rp_filter = 0
            $ sysctl net.ipv4.conf.eth0.5.rp_filter
            ! sysctl: cannot stat /proc/sys/net/ipv4/conf/eth0/5/rp_filter: No such file or directory
            [rc=1]
            $ sysctl net.nosuch net.ipv4.ip_forward net.nosuch2
            net.ipv4.ip_forward = 1
            ! sysctl: cannot stat /proc/sys/net/nosuch: No such file or directory
            ! sysctl: cannot stat /proc/sys/net/nosuch2: No such file or directory
            [rc=2]
            $ sysctl -e net.nosuch
            $ sysctl -e net.nosuch=1
            $ sysctl net.ipv4.ip_forward=0 net.nosuch=1 net.ipv4.ip_forward=1
            net.ipv4.ip_forward = 0
            net.ipv4.ip_forward = 1
            ! sysctl: cannot stat /proc/sys/net/nosuch: No such file or directory
            [rc=1]
            $ sysctl -w net.ipv4.ip_forward=abc
            ! sysctl: setting key "net.ipv4.ip_forward": Invalid argument
            [rc=1]
            $ sysctl -w net.ipv4.ip_forward=
            ! sysctl: setting key "net.ipv4.ip_forward": Invalid argument
            [rc=1]
            $ sysctl -w net.ipv4.ip_forward=1=2
            ! sysctl: setting key "net.ipv4.ip_forward": Invalid argument
            [rc=1]
            $ sysctl -w net.ipv4.ip_forward = 1
            ! sysctl: command line(0): invalid syntax, continuing...
            [rc=1]
            $ sysctl -w =1
            ! sysctl: Path is not under /proc/sys/: /proc/sys/
            [rc=1]
            $ sysctl -w net.ipv4.tcp_available_congestion_control=foo
            ! sysctl: setting key "net.ipv4.tcp_available_congestion_control": Invalid argument
            $ sysctl -w net.ipv4.tcp_congestion_control=foo
            ! sysctl: setting key "net.ipv4.tcp_congestion_control": No such file or directory
            [rc=1]
            $ sysctl -n net.ipv4.ip_forward=0
            0
            $ sysctl -N net.ipv4.ip_forward=0
            0
            $ sysctl --dry-run net.ipv4.ip_forward=1
            net.ipv4.ip_forward = 1
            $ sysctl net.ipv4.ip_forward
            net.ipv4.ip_forward = 0
            $ sysctl net.ipv4.route.flush
            $ sysctl net..ipv4.ip_forward
            net..ipv4.ip_forward = 0
            ! sysctl: separators should not be repeated: ..ipv4.ip_forward
            $ sysctl .net.ipv4.ip_forward
            .net.ipv4.ip_forward = 0
            $ sysctl ""
            ! sysctl: "" is an unknown key
            [rc=255]
            $ sysctl -w
            ! sysctl: no variables specified
            ! Try `sysctl --help' for more information.
            [rc=1]
            $ sysctl -N -q net.ipv4.ip_forward
            ! sysctl: options -N and -q cannot coexist
            ! Try `sysctl --help' for more information.
            [rc=1]
            $ sysctl -V
            sysctl from procps-ng 4.0.2
            $ sysctl -r ip_forw net.ipv4.ip_forward net.ipv4.ip_default_ttl
            net.ipv4.ip_forward = 0
            $ sysctl -a -N -r ip_forward$
            net.ipv4.ip_forward
            $ sysctl net.ipv4.conf -r eth1.*tag
            net.ipv4.conf.eth1.tag = 0
            """);
        assertThat(lab.run("sysctl -b net.ipv4.ip_local_port_range").out()).isEqualTo("32768\t60999");
        assertThat(lab.run("sysctl -y").err()).isEqualTo("sysctl: invalid option -- 'y'\n");
        assertThat(lab.run("sysctl -y").status()).isZero();
        assertThat(lab.run("sysctl").status()).isOne();
        assertThat(lab.run("sysctl").err()).isEqualTo(lab.run("sysctl -h").out());
    }

    @Test
    void loadsFiles(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("f"), """
            net.ipv4.ip_forward=1
            ; comment
            # x
              net.ipv4.ip_default_ttl   =   50
            -net.nosuch=1
            net.nosuch2 = 1
            garbage
            net.ipv4.conf.*.rp_filter = 2
            -net.ipv4.conf.lo.rp_filter
            net/ipv4/tcp_rmem = 1 2 3
            net.ipv4.ip_forward=abc
            =5
            net.ipv4.nosuch*x = 1
            net.ipv4.ip_forward = 1 # comment
            """);
        Lab.Result result = lab.run("sysctl -p " + file);
        assertThat(result.out()).isEqualTo("""
            net.ipv4.ip_forward = 1
            net.ipv4.ip_default_ttl = 50
            net.ipv4.conf.all.rp_filter = 2
            net.ipv4.conf.default.rp_filter = 2
            net.ipv4.tcp_rmem = 1 2 3
            net.ipv4.ip_forward = 1 # comment
            """);
        assertThat(result.err()).isEqualTo("sysctl: " + file + "(7): invalid syntax, continuing...\n" + """
            sysctl: cannot stat /proc/sys/net/nosuch: No such file or directory
            sysctl: cannot stat /proc/sys/net/nosuch2: No such file or directory
            sysctl: setting key "net.ipv4.ip_forward": Invalid argument
            sysctl: Path is not under /proc/sys/: /proc/sys/
            """);
        assertThat(result.status()).isOne();
        assertThat(lab.run("sysctl -n net.ipv4.tcp_rmem").out()).isEqualTo("1\t2\t3\n");
        assertThat(lab.run("sysctl -r ttl -p" + file).out()).isEqualTo("net.ipv4.ip_default_ttl = 50\n");
        assertThat(lab.run("sysctl -p " + directory + "/missing"))
                .isEqualTo(new Lab.Result(
                        1, "", "sysctl: cannot open \"" + directory + "/missing\": No such file or directory\n"));
    }

    @Test
    void aFreshNamespaceShowsWhatLinuxShows() {
        lab.sh("ip netns add red");
        Set<String> shown = new LinkedHashSet<>(
                lab.run("ip netns exec red sysctl -a").out().lines().toList());
        Set<String> missing = new LinkedHashSet<>(linux());
        missing.removeAll(shown);
        assertThat(missing).isEmpty();
        assertThat(shown).hasSameSizeAs(linux());
        assertThat(List.copyOf(shown)).isEqualTo(linux());
    }

    /// What `unshare -n sysctl -a` prints, but for the congestion control that the machine was set to.
    private static List<String> linux() {
        try (InputStream in = SysctlCommandTest.class.getResourceAsStream("fresh-namespace.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void checksWhatIsWrittenAsTheKernelDoes() {
        reads("net.ipv4.tcp_rmem", "5", "5\t131072\t33554432");
        refuses("net.ipv4.tcp_rmem", "0");
        reads("net.ipv4.ip_local_reserved_ports", "1-5,7,9-10,10", "1-5,7,9-10");
        refuses("net.ipv4.ip_local_reserved_ports", "5-1");
        reads("net.ipv4.ip_local_port_range", "5000", "5000\t60999");
        refuses("net.ipv4.ip_local_port_range", "7000 6000");
        reads("net.ipv4.ping_group_range", "0 10", "0\t10");
        reads("net.ipv4.ping_group_range", "10 0", "1\t0");
        reads("net.bridge.bridge-nf-call-iptables", "-7", "1");
        reads("net.ipv4.tcp_fin_timeout", "-4", "-4");
        refuses("net.ipv4.tcp_fin_timeout", "8589935");
        reads("net.ipv4.tcp_invalid_ratelimit", "501", "504");
        refuses("net.ipv4.tcp_sack", "256");
        reads("net.ipv4.tcp_notsent_lowat", "4294967295", "4294967295");
        refuses("net.ipv4.tcp_notsent_lowat", "4294967296");
        reads("net.ipv4.tcp_comp_sack_delay_ns", "0x10", "16");
        reads("net.ipv4.tcp_base_mss", "010", "8");
        refuses("net.ipv4.tcp_base_mss", "1abc");
        refuses("net.ipv4.tcp_base_mss", "+1");
    }

    private void reads(String key, String written, String read) {
        assertThat(lab.run("sysctl -q -w '" + key + "=" + written + "'").err()).isEmpty();
        assertThat(lab.run("sysctl -n " + key).out()).isEqualTo(read + "\n");
    }

    private void refuses(String key, String written) {
        assertThat(lab.run("sysctl -w '" + key + "=" + written + "'"))
                .isEqualTo(new Lab.Result(1, "", "sysctl: setting key \"" + key + "\": Invalid argument\n"));
    }

    @Test
    void theMachinesOwnAreInTheFirstNamespaceOnly() {
        lab.sh("ip netns add red");
        Transcript.check(lab, """
            $ sysctl -w net.core.rmem_max=5000000 net.core.netdev_max_backlog=2000
            net.core.rmem_max = 5000000
            net.core.netdev_max_backlog = 2000
            $ ip netns exec red sysctl net.core.rmem_max
            net.core.rmem_max = 5000000
            $ ip netns exec red sysctl -w net.core.rmem_max=1
            ! sysctl: setting key "net.core.rmem_max": Invalid argument
            $ ip netns exec red sysctl net.core.netdev_max_backlog
            ! sysctl: cannot stat /proc/sys/net/core/netdev_max_backlog: No such file or directory
            [rc=1]
            """);
    }

    @Test
    void ipv6IsSwitchedOffByDevice() {
        Transcript.check(lab, """
            $ ip link add eth0 type veth peer name eth1
            $ sysctl -w net.ipv6.conf.eth0.disable_ipv6=1
            net.ipv6.conf.eth0.disable_ipv6 = 1
            $ sysctl -w net.ipv6.conf.default.accept_ra=0
            net.ipv6.conf.default.accept_ra = 0
            $ ip link add eth2 type veth peer name eth3
            $ sysctl -n net.ipv6.conf.eth0.accept_ra net.ipv6.conf.eth2.accept_ra net.ipv6.conf.eth2.disable_ipv6
            1
            0
            0
            $ sysctl -w net.ipv6.conf.all.disable_ipv6=1
            net.ipv6.conf.all.disable_ipv6 = 1
            $ sysctl -n net.ipv6.conf.eth2.disable_ipv6 net.ipv6.conf.default.disable_ipv6 net.ipv6.conf.lo.mtu
            1
            1
            65536
            """);
    }
}
