package dev.weft.net.nettools.ifconfig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.wire.Ip4Address;
import dev.weft.core.wire.MacAddress;
import dev.weft.net.iproute.RecordingSession;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is expected here was seen with the real `ifconfig`.
class IfconfigCommandTest {
    private static final MacAddress MAC = MacAddress.of("02:00:00:00:00:0a");
    private final RecordingSession session = new RecordingSession();
    private final Kernel kernel = new Kernel();

    /// Devices as they were put there; it writes down what is asked of it.
    private static final class Kernel implements Interfaces {
        final Map<String, Interface> interfaces = new LinkedHashMap<>();
        final List<String> asked = new ArrayList<>();

        void put(Interface... all) {
            Stream.of(all).forEach(each -> interfaces.put(each.name(), each));
        }

        private void ask(String name, String what) {
            Interface unused = get(name);
            asked.add(name + " " + what);
        }

        @Override
        public List<String> names() {
            return List.copyOf(interfaces.keySet());
        }

        @Override
        public Interface get(String name) {
            Interface found = interfaces.get(name);
            if (found == null) {
                throw new KernelError(Errno.ENODEV);
            }
            return found;
        }

        @Override
        public int flags(String name) {
            return get(name).flags();
        }

        @Override
        public void flags(String name, int flags) {
            ask(name, "flags %#x".formatted(flags));
        }

        @Override
        public void address(String name, Ip4Address address) {
            ask(name.split(":")[0], "address " + name + " " + address);
        }

        @Override
        public void netmask(String name, Ip4Address mask) {
            if (name.equals("lo")) {
                throw new KernelError(Errno.EADDRNOTAVAIL);
            }
            ask(name.split(":")[0], "netmask " + name + " " + mask);
        }

        @Override
        public void broadcast(String name, Ip4Address address) {
            asked.add(name + " broadcast " + address);
        }

        @Override
        public void destination(String name, Ip4Address address) {
            ask(name, "destination " + address);
        }

        @Override
        public void mtu(String name, int bytes) {
            if (bytes < 68) {
                throw new KernelError(Errno.EINVAL);
            }
            ask(name, "mtu " + bytes);
        }

        @Override
        public void txQueueLength(String name, int packets) {
            ask(name, "txqueuelen " + packets);
        }

        @Override
        public void rename(String name, String wanted) {
            ask(name, "name " + wanted);
            interfaces.put(wanted, interfaces.remove(name));
        }

        @Override
        public void hardwareAddress(String name, MacAddress address) {
            ask(name, "hw " + address);
        }
    }

    @BeforeEach
    void twoDevices() {
        Interface.Inet loopback = inet("127.0.0.1", "255.0.0.0", "0.0.0.0");
        kernel.put(
                new Interface(
                        "lo",
                        73,
                        65536,
                        772,
                        MacAddress.ZERO,
                        1000,
                        Optional.of(loopback),
                        Optional.of(new Interface.Counters(2, 224, 0, 0, 2, 224, 0, 0, 0))),
                new Interface(
                        "eth0",
                        4163,
                        1500,
                        1,
                        MAC,
                        1000,
                        Optional.of(inet("10.1.0.1", "255.255.255.0", "10.1.0.255")),
                        Optional.of(new Interface.Counters(202, 24238, 0, 0, 210, 26501, 0, 0, 0))));
    }

    private static Interface.Inet inet(String address, String netmask, String broadcast) {
        Ip4Address own = Ip4Address.of(address);
        return new Interface.Inet(own, Ip4Address.of(netmask), Ip4Address.of(broadcast), own);
    }

    private void ifconfig(String line) {
        new IfconfigCommand(namespace -> kernel).run(session, line.isEmpty() ? List.of() : List.of(line.split(" ")));
    }

    @Test
    void whatIsUpAtLength() {
        kernel.put(new Interface(
                "v9",
                4098,
                1500,
                1,
                MAC,
                1000,
                Optional.empty(),
                kernel.get("lo").counters()));
        ifconfig("");

        assertThat(session.out).hasToString("""
            eth0: flags=4163<UP,BROADCAST,RUNNING,MULTICAST>  mtu 1500
                    inet 10.1.0.1  netmask 255.255.255.0  broadcast 10.1.0.255
                    ether 02:00:00:00:00:0a  txqueuelen 1000  (Ethernet)
                    RX packets 202  bytes 24238 (23.6 KiB)
                    RX errors 0  dropped 0  overruns 0  frame 0
                    TX packets 210  bytes 26501 (25.8 KiB)
                    TX errors 0  dropped 0 overruns 0  carrier 0  collisions 0

            lo: flags=73<UP,LOOPBACK,RUNNING>  mtu 65536
                    inet 127.0.0.1  netmask 255.0.0.0
                    loop  txqueuelen 1000  (Local Loopback)
                    RX packets 2  bytes 224 (224.0 B)
                    RX errors 0  dropped 0  overruns 0  frame 0
                    TX packets 2  bytes 224 (224.0 B)
                    TX errors 0  dropped 0 overruns 0  carrier 0  collisions 0

            """);
        assertThat(session.status).isZero();
    }

    @Test
    void rows() {
        kernel.put(new Interface(
                "eth0:1",
                4099,
                1500,
                1,
                MAC,
                1000,
                Optional.of(inet("10.2.0.1", "255.255.255.0", "10.2.0.255")),
                Optional.empty()));
        ifconfig("-s");

        assertThat(session.out).hasToString("""
            Iface      MTU    RX-OK RX-ERR RX-DRP RX-OVR    TX-OK TX-ERR TX-DRP TX-OVR Flg
            eth0             1500      202      0      0 0           210      0      0      0 BMRU
            eth0:1           1500      - no statistics available -                        BMU
            lo              65536        2      0      0 0             2      0      0      0 LRU
            """);
    }

    @Test
    void aTunnelAndAnAlias() {
        Interface.Inet ends = new Interface.Inet(
                Ip4Address.of("10.1.1.1"), Ip4Address.BROADCAST, Ip4Address.ANY, Ip4Address.of("10.1.1.2"));
        kernel.put(new Interface("tun0", 4305, 1500, 65534, MacAddress.ZERO, 500, Optional.of(ends), Optional.empty()));
        ifconfig("tun0");

        assertThat(session.out).hasToString("""
            tun0: flags=4305<UP,POINTOPOINT,RUNNING,NOARP,MULTICAST>  mtu 1500
                    inet 10.1.1.1  netmask 255.255.255.255  destination 10.1.1.2
                    unspec 00-00-00-00-00-00-00-00-00-00-00-00-00-00-00-00  txqueuelen 500  (UNSPEC)

            """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "eth0 10.0.0.1|eth0 address eth0 10.0.0.1; eth0 flags 0x1043",
                "eth0 10.0.0.1/16 up|eth0 address eth0 10.0.0.1; eth0 flags 0x1043; eth0 flags 0x1043; eth0 netmask"
                        + " eth0 255.255.0.0",
                "eth0 10.1.0.1 netmask 255.255.255.0 broadcast 10.1.0.9|eth0 address eth0 10.1.0.1; eth0 flags 0x1043;"
                        + " eth0 netmask eth0 255.255.255.0; eth0 broadcast 10.1.0.9; eth0 flags 0x1043",
                "eth0 down -arp promisc|eth0 flags 0x1042; eth0 flags 0x10c3; eth0 flags 0x1143",
                "eth0 mtu 1400 txqueuelen 50 hw ether 2:0:0:0:0:c|eth0 mtu 1400; eth0 txqueuelen 50; eth0 hw"
                        + " 02:00:00:00:00:0c",
                "eth0 name eth9 up|eth0 name eth9; eth9 flags 0x1043",
                "eth0 inet 10.5.0.1|eth0 address eth0 10.5.0.1; eth0 flags 0x1043",
                "eth0 pointopoint 10.4.0.2|eth0 destination 10.4.0.2; eth0 flags 0x1053",
                "eth0 add 10.0.0.2|eth0 address eth0:0 10.0.0.2; eth0 netmask eth0:0 255.255.255.0; eth0:0 broadcast"
                        + " 10.1.0.255",
                "eth0 broadcast|eth0 flags 0x1043"
            })
    void eachWordInTurn(String line, String asked) {
        ifconfig(line);

        assertThat(session.err).isEmpty();
        assertThat(String.join("; ", kernel.asked)).isEqualTo(asked);
        assertThat(session.status).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nosuch|1|nosuch: error fetching interface information: Device not found",
                "verylonginterfacename0|1|verylonginterfa: error fetching interface information: Device not found",
                "nosuch up|255|nosuch: ERROR while getting interface flags: No such device",
                "eth0 mtu x|1|SIOCSIFMTU: Invalid argument",
                "eth0 hw ether zz|1|zz: invalid ether address.",
                "eth0 hw ax25 X|1|SIOCSIFHWADDR: Invalid argument",
                "eth0 hw loop 1|1|hw address type `loop' has no handler to set address. failed.",
                "lo netmask 255.0.0.0|1|SIOCSIFNETMASK: Cannot assign requested address",
                "eth0 netmask x|1|x: Host name lookup failure",
                "eth0 outfill 3|1|SIOCSOUTFILL: Operation not supported",
                "eth0 irq 3|1|irq: SIOCSIFMAP: Operation not supported",
                "eth0 media x|1|Unknown media type.",
                "eth0 -broadcast|0|Warning: Interface eth0 still in BROADCAST mode."
            })
    void whatGoesWrong(String line, int status, String text) {
        ifconfig(line);

        assertThat(session.err).hasToString(text + "\n");
        assertThat(session.status).isEqualTo(status);
    }

    @Test
    void aWordThatIsNeitherOptionNorAddress() {
        ifconfig("eth0 300.1.1.1");

        assertThat(session.err).hasToString("""
            300.1.1.1: Unknown host
            ifconfig: `--help' gives usage information.
            """);
        assertThat(session.status).isEqualTo(1);
    }

    @Test
    void afterAFailureTheRestIsDone() {
        ifconfig("nosuch 10.6.0.1 up mtu 1500");

        assertThat(session.err).hasToString("""
            SIOCSIFADDR: No such device
            nosuch: ERROR while getting interface flags: No such device
            nosuch: ERROR while getting interface flags: No such device
            SIOCSIFMTU: No such device
            """);
    }

    @Test
    void aMissingValue() {
        ifconfig("eth0 mtu");

        assertThat(session.err.toString())
                .startsWith("Usage:\n  ifconfig [-a] [-v] [-s] <interface> [[<AF>] <address>]\n")
                .endsWith("    ash (Ash) x25 (CCITT X.25) \n");
        assertThat(session.status).isEqualTo(3);
    }

    @Test
    void bytesAreScaledByCuttingOff() {
        assertThat(IfconfigListing.scaled(1023)).isEqualTo("1023.0 B");
        assertThat(IfconfigListing.scaled(1024)).isEqualTo("1.0 KiB");
        assertThat(IfconfigListing.scaled(24238)).isEqualTo("23.6 KiB");
        assertThat(IfconfigListing.scaled(5L << 40)).isEqualTo("5.0 TiB");
    }

    @Test
    void namesAreCounted() {
        List<String> names = new ArrayList<>(List.of("eth10", "lo", "eth2", "eth2:1", "br0", "eth1"));
        names.sort(NaturalOrder.INSTANCE);

        assertThat(names).containsExactly("br0", "eth1", "eth2", "eth2:1", "eth10", "lo");
    }
}
