package dev.weft.net.ip.v4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.lab.Lab;
import dev.weft.net.link.Links;
import dev.weft.net.namespace.Sysctls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The settings of IPv4 as `/proc/sys` shows them; what is expected here was seen on Linux.
class Ip4SysctlsTest {
    private final Lab lab = Lab.withSeed(1);
    private final NetNamespace namespace = lab.network().initial();
    private final NetDevice lo = lab.device("", "lo");

    @ParameterizedTest(name = "arp_ignore = \"{0}\" reads back {1}")
    @CsvSource({"0x10, 16", "010, 8", "-1, -1", "'1 2', 1", "' 7 ', 7", "2147483647, 2147483647"})
    void numbersAreReadAsTheKernelDoes(String written, String read) {
        write("conf/lo/arp_ignore", written);
        assertThat(read("conf/lo/arp_ignore")).isEqualTo(read);
    }

    @ParameterizedTest(name = "{0} refuses \"{1}\"")
    @CsvSource({
        "conf/lo/arp_ignore, abc",
        "conf/lo/arp_ignore, ''",
        "conf/lo/arp_ignore, 99999999999",
        "conf/lo/arp_ignore, 5x",
        "conf/lo/arp_ignore, 3.5",
        "conf/lo/arp_ignore, 2147483648",
        "ip_default_ttl, 0",
        "ip_default_ttl, 256",
        "icmp_echo_ignore_all, 2",
        "icmp_echo_ignore_all, -1",
        "ipfrag_high_thresh, 256",
        "ipfrag_time, 2147483647",
        "route/min_pmtu, 3"
    })
    void refusesWhatIsNoSuchNumber(String name, String text) {
        String before = read(name);
        assertThatThrownBy(() -> write(name, text))
                .isInstanceOf(KernelError.class)
                .hasMessage("Invalid argument");
        assertThat(read(name)).isEqualTo(before);
    }

    @Test
    void timesAreRoundedToTicks() {
        write("icmp_ratelimit", "1");
        assertThat(read("icmp_ratelimit")).isEqualTo("4");
        assertThat(read("ipfrag_time")).isEqualTo("30");
    }

    @Test
    void aRouterTakesNoRedirectsUnlessTold() {
        write("ip_forward", "1");
        assertThat(read("conf/all/accept_redirects")).isEqualTo("0");
        assertThat(read("conf/lo/forwarding")).isEqualTo("1");
        assertThat(read("conf/default/forwarding")).isEqualTo("1");
        assertThat(Ip4Device.of(lo).acceptsRedirects()).isFalse();
        write("conf/all/accept_redirects", "1");
        assertThat(Ip4Device.of(lo).acceptsRedirects()).isTrue();
    }

    @Test
    void aDefaultReachesDevicesThatNobodyTouched() {
        NetDevice dummy = dummy("d0");
        write("conf/default/arp_ignore", "1");
        assertThat(Ip4Device.of(dummy).own(Ip4Setting.ARP_IGNORE)).isEqualTo(1);
        write("conf/d0/arp_ignore", "5");
        write("conf/default/arp_ignore", "2");
        assertThat(read("conf/d0/arp_ignore")).isEqualTo("5");
        assertThat(read("conf/lo/arp_ignore")).isEqualTo("2");
        NetDevice later = dummy("d1");
        write("conf/default/arp_ignore", "3");
        assertThat(Ip4Device.of(later).own(Ip4Setting.ARP_IGNORE)).isEqualTo(2);
        Ip4Device.of(lo).detachFromDefaults();
        write("conf/default/arp_ignore", "4");
        assertThat(read("conf/lo/arp_ignore")).isEqualTo("3");
    }

    @Test
    void allAndDeviceGoTogetherAsEachSettingHasIt() {
        Ip4Device device = Ip4Device.of(lo);
        write("conf/lo/rp_filter", "1");
        write("conf/all/rp_filter", "2");
        assertThat(device.get(Ip4Setting.RP_FILTER)).isEqualTo(2);
        write("conf/all/proxy_arp", "1");
        assertThat(device.is(Ip4Setting.PROXY_ARP)).isTrue();
        write("conf/lo/accept_source_route", "1");
        assertThat(device.is(Ip4Setting.ACCEPT_SOURCE_ROUTE)).isFalse();
    }

    @Test
    void aDeviceTakesNoSettingsIntoAnotherNamespace() {
        NetDevice dummy = dummy("d0");
        write("conf/d0/rp_filter", "1");
        NetNamespace other = lab.network().create();
        Links.move(dummy, other, "", 0);
        assertThat(Sysctls.of(other).read(other, "net/ipv4/conf/d0/rp_filter")).isEqualTo("0");
        assertThat(Sysctls.of(namespace).exists(namespace, "net/ipv4/conf/d0/rp_filter"))
                .isFalse();
    }

    private NetDevice dummy(String name) {
        NetDevice dummy = TestDevices.dummy(namespace, name);
        Links.register(dummy, 0);
        return dummy;
    }

    private String read(String name) {
        return Sysctls.of(namespace).read(namespace, "net/ipv4/" + name);
    }

    private void write(String name, String text) {
        Sysctls.of(namespace).write(namespace, "net/ipv4/" + name, text);
    }
}
