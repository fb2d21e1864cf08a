package dev.weft.net.nettools.ifconfig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.core.wire.Ip4Address;
import dev.weft.net.ip.v4.address.DeviceAddresses;
import dev.weft.net.ip.v4.address.InterfaceAddress;
import dev.weft.net.lab.Lab;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `ifconfig` on the virtual kernel; what is expected here was seen on Linux.
class KernelInterfacesTest {
    private final Lab lab = Lab.withSeed(1);

    @BeforeEach
    void cable() {
        lab.sh("ip link add v0 address 02:00:00:00:00:0a type veth peer name v1");
    }

    private Lab.Result ifconfig(String line) {
        return lab.run("ifconfig " + line);
    }

    /// `10.0.0.1/8 brd 10.255.255.255 v0`, one for each address.
    private String addresses() {
        return DeviceAddresses.of(lab.device("", "v0")).list().stream()
                .map(KernelInterfacesTest::text)
                .collect(Collectors.joining(", "));
    }

    private static String text(InterfaceAddress address) {
        String peer = address.address() == address.local() ? "" : " peer " + Ip4Address.toString(address.address());
        String broadcast = address.broadcast() == 0 ? "" : " brd " + Ip4Address.toString(address.broadcast());
        String secondary = address.isSecondary() ? " secondary" : "";
        return Ip4Address.toString(address.local()) + peer + "/" + address.prefixLength() + broadcast + secondary + " "
                + address.label();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v0 10.0.0.1|10.0.0.1/8 brd 10.255.255.255 v0",
                "v0 10.0.0.1/30|10.0.0.1/30 brd 10.0.0.3 v0",
                "v0 172.16.5.5|172.16.5.5/16 brd 172.16.255.255 v0",
                "v0 192.168.1.1|192.168.1.1/24 brd 192.168.1.255 v0",
                "v0 192.168.1.1/31|192.168.1.1/31 brd 192.168.1.255 v0",
                "v0 192.168.1.1 netmask 255.255.255.255|192.168.1.1/32 brd 192.168.1.255 v0",
                "v0 192.168.1.9 dstaddr 192.168.1.7|192.168.1.9 peer 192.168.1.7/24 brd 192.168.1.255 v0",
                "v0 240.0.0.1|240.0.0.1/32 v0",
                "v0 10.1.0.1 netmask 255.255.255.0 broadcast 10.1.0.7|10.1.0.1/24 brd 10.1.0.7 v0",
                "v0: 7.7.7.7|7.7.7.7/8 brd 7.255.255.255 v0:"
            })
    void anAddressGetsThePrefixOfItsClass(String line, String addresses) {
        assertThat(ifconfig(line).err()).isEmpty();
        assertThat(addresses()).isEqualTo(addresses);
    }

    @Test
    void anotherAddressTakesThePlaceOfTheFirst() {
        lab.sh("""
            ifconfig v0 10.0.0.1/30
            ifconfig v0 192.168.1.1
            """);
        assertThat(addresses()).isEqualTo("192.168.1.1/24 brd 192.168.1.255 v0");

        lab.sh("ifconfig v0 0.0.0.0");
        assertThat(addresses()).isEmpty();
    }

    @Test
    void aliasesComeAndGo() {
        lab.sh("""
            ifconfig v0 10.0.0.1/30
            ifconfig v0 add 10.0.0.2
            ifconfig v0 add 10.0.0.3
            ifconfig v0:7 1.1.1.1 netmask 255.255.255.0 up
            """);
        assertThat(addresses())
                .isEqualTo("10.0.0.1/30 brd 10.0.0.3 v0, 1.1.1.1/24 brd 1.1.1.255 v0:7,"
                        + " 10.0.0.2/30 brd 10.0.0.3 secondary v0:0, 10.0.0.3/30 brd 10.0.0.3 secondary v0:1");

        lab.sh("""
            ifconfig v0 del 10.0.0.2
            ifconfig v0:7 down
            """);
        assertThat(addresses()).isEqualTo("10.0.0.1/30 brd 10.0.0.3 v0, 10.0.0.3/30 brd 10.0.0.3 secondary v0:1");
    }

    @Test
    void showsDevicesAndAliases() {
        lab.sh("""
            ip link set v1 up
            ifconfig v0 10.1.0.1 netmask 255.255.255.0 mtu 1400 txqueuelen 50
            ifconfig v0:1 10.2.0.1/24
            """);

        assertThat(ifconfig("").out()).isEqualTo("""
            v0: flags=4163<UP,BROADCAST,RUNNING,MULTICAST>  mtu 1400
                    inet 10.1.0.1  netmask 255.255.255.0  broadcast 10.1.0.255
                    ether 02:00:00:00:00:0a  txqueuelen 50  (Ethernet)
                    RX packets 0  bytes 0 (0.0 B)
                    RX errors 0  dropped 0  overruns 0  frame 0
                    TX packets 0  bytes 0 (0.0 B)
                    TX errors 0  dropped 0 overruns 0  carrier 0  collisions 0

            v0:1: flags=4163<UP,BROADCAST,RUNNING,MULTICAST>  mtu 1400
                    inet 10.2.0.1  netmask 255.255.255.0  broadcast 10.2.0.255
                    ether 02:00:00:00:00:0a  txqueuelen 50  (Ethernet)

            """ + v1());
    }

    /// The other end, with a random address.
    private String v1() {
        return ifconfig("v1").out();
    }

    @ParameterizedTest
    @CsvSource({
        "-arp,4226<BROADCAST;NOARP;MULTICAST>",
        "promisc allmulti,4866<BROADCAST;PROMISC;ALLMULTI;MULTICAST>",
        "-multicast,2<BROADCAST>",
        "-trailers,4130<BROADCAST;NOTRAILERS;MULTICAST>",
        "hw ether 2:0:0:0:0:c,4098<BROADCAST;MULTICAST>"
    })
    void flags(String words, String flags) {
        assertThat(ifconfig("v0 " + words).err()).isEmpty();

        assertThat(ifconfig("v0").out()).startsWith("v0: flags=" + flags.replace(';', ',') + "  mtu 1500\n");
    }

    @ParameterizedTest
    @CsvSource({
        "v0 netmask 255.0.0.0,1,SIOCSIFNETMASK: Cannot assign requested address",
        "v0 dstaddr 1.2.3.4,1,SIOCSIFDSTADDR: Cannot assign requested address",
        "v0 224.0.0.1,1,SIOCSIFADDR: Invalid argument",
        "v0 mtu 1,1,SIOCSIFMTU: Invalid argument",
        "v0 hw ether 01:00:00:00:00:01,1,SIOCSIFHWADDR: Cannot assign requested address",
        "v0 name lo,1,SIOCSIFNAME: File exists",
        "v0:9 up,255,SIOCSIFFLAGS: Cannot assign requested address",
        "v0:9 down,255,SIOCSIFFLAGS: Cannot assign requested address",
        "nosuch:1 up,255,nosuch:1: ERROR while getting interface flags: No such device"
    })
    void theKernelRefuses(String line, int status, String text) {
        Lab.Result result = ifconfig(line);

        assertThat(result.err()).isEqualTo(text + "\n");
        assertThat(result.status()).isEqualTo(status);
    }

    @Test
    void aMaskWithHoles() {
        lab.sh("ifconfig v0 10.0.0.1");

        assertThat(ifconfig("v0 netmask 255.0.255.0").err()).isEqualTo("SIOCSIFNETMASK: Invalid argument\n");
        assertThat(addresses()).isEqualTo("10.0.0.1/8 brd 10.255.255.255 v0");
    }

    @Test
    void loopbackHasItsAddressWhenItIsUp() {
        lab.sh("ifconfig lo up");

        assertThat(ifconfig("lo").out()).startsWith("""
            lo: flags=73<UP,LOOPBACK,RUNNING>  mtu 65536
                    inet 127.0.0.1  netmask 255.0.0.0
                    loop  txqueuelen 1000  (Local Loopback)
            """);
    }
}
