package dev.weft.net.ip.v4.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.wire.Ip4Address;
import dev.weft.net.ip.fib.Fib;
import dev.weft.net.ip.fib.FibTable;
import dev.weft.net.ip.v4.Ip4Config;
import dev.weft.net.ip.v4.Ip4Setting;
import dev.weft.net.lab.Lab;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AddressesTest {
    private final Lab lab = Lab.withSeed(1);
    private final NetNamespace namespace = lab.network().initial();
    private final Addresses addresses = Addresses.of(namespace);

    @BeforeEach
    void cable() {
        lab.sh("""
            ip link add eth0 type veth peer name eth1
            ip link set eth0 up
            ip link set eth1 up
            """);
    }

    @Test
    void bringsRoutesAndTakesThemAlong() {
        add("10.0.0.1", 24);
        assertThat(routes())
                .containsExactly(
                        "10.0.0.0/24 unicast dev eth0 table 254",
                        "10.0.0.1/32 local dev eth0 table 255",
                        "10.0.0.255/32 broadcast dev eth0 table 255");
        addresses.delete(eth0(), address -> true);
        assertThat(routes()).isEmpty();
    }

    @Test
    void keepsOneListInWhichPrimariesComeFirst() {
        add("10.0.0.1", 24);
        add("10.0.0.2", 24);
        add("10.1.0.1", 24);
        assertThat(list()).containsExactly("10.0.0.1/24 eth0", "10.1.0.1/24 eth0", "10.0.0.2/24 eth0");
        assertThatThrownBy(() -> add("10.0.0.2", 24)).hasMessage("ipv4: Address already assigned");
    }

    @Test
    void takesSecondariesAlongWithTheirPrimary() {
        add("10.0.0.1", 24);
        add("10.0.0.2", 24);
        addresses.delete(eth0(), address -> true);
        assertThat(list()).isEmpty();
        assertThat(routes()).isEmpty();
        assertThat(addresses.isLocal(bits("10.0.0.2"))).isFalse();
    }

    @Test
    void promotesTheFirstSecondaryWhenAsked() {
        Ip4Config.of(namespace).set(eth0(), Ip4Setting.PROMOTE_SECONDARIES, 1);
        add("10.0.0.1", 24);
        add("10.0.0.2", 24);
        add("10.0.0.3", 24);
        addresses.delete(eth0(), address -> true);
        assertThat(list()).containsExactly("10.0.0.2/24 eth0", "10.0.0.3/24 eth0");
        assertThat(DeviceAddresses.of(eth0()).list().getFirst().isSecondary()).isFalse();
        assertThat(routes())
                .containsExactly(
                        "10.0.0.0/24 unicast dev eth0 table 254",
                        "10.0.0.2/32 local dev eth0 table 255",
                        "10.0.0.3/32 local dev eth0 table 255",
                        "10.0.0.255/32 broadcast dev eth0 table 255");
    }

    @Test
    void growsOldAndGoes() {
        addresses.add(
                new AddressRequest(eth0(), bits("10.0.0.1"), bits("10.0.0.1"), 24, 0, 0, "eth0", 0, 0, 0, 20, 10),
                AddressRequest.Mode.ADD);
        InterfaceAddress address = DeviceAddresses.of(eth0()).list().getFirst();
        lab.advance(Duration.ofSeconds(5));
        assertThat(address.validSecondsLeft(lab.clock().nanos())).isEqualTo(15);
        lab.advance(Duration.ofSeconds(6));
        assertThat(address.has(InterfaceAddress.DEPRECATED)).isTrue();
        lab.advance(Duration.ofSeconds(10));
        assertThat(list()).isEmpty();
        assertThat(routes()).isEmpty();
    }

    @Test
    void choosesTheSourceInTheDestinationsNetwork() {
        add("10.0.0.1", 24);
        add("10.1.0.1", 24);
        assertThat(SourceAddress.select(eth0(), bits("10.1.0.9"), 0)).isEqualTo(bits("10.1.0.1"));
        assertThat(SourceAddress.select(eth0(), bits("9.9.9.9"), 0)).isEqualTo(bits("10.0.0.1"));
        assertThat(SourceAddress.select(lab.device("", "eth1"), 0, 0)).isEqualTo(bits("10.0.0.1"));
    }

    @Test
    void givesLoopbackItsAddress() {
        lab.sh("ip link set lo up");
        assertThat(DeviceAddresses.of(lab.device("", "lo")).list()).hasToString("[127.0.0.1/8 lo]");
    }

    @Test
    void goesWithItsDevice() {
        add("10.0.0.1", 24);
        add("10.0.0.2", 24);
        lab.sh("ip link del eth0");
        assertThat(routes()).isEmpty();
        assertThat(addresses.isLocal(bits("10.0.0.1"))).isFalse();
    }

    // ---- words for the experiments

    private void add(String address, int length) {
        addresses.add(AddressRequest.of(eth0(), bits(address), length), AddressRequest.Mode.ADD);
    }

    private List<String> list() {
        return DeviceAddresses.of(eth0()).list().stream()
                .map(InterfaceAddress::toString)
                .toList();
    }

    private List<String> routes() {
        List<String> routes = new ArrayList<>();
        for (FibTable table : Fib.of(namespace).tables()) {
            table.forEach(entry -> routes.add(entry.toString()));
        }
        return routes;
    }

    private NetDevice eth0() {
        return lab.device("", "eth0");
    }

    private static int bits(String address) {
        return Ip4Address.of(address).bits();
    }
}
