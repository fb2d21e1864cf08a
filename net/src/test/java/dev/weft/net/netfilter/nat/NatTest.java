package dev.weft.net.netfilter.nat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.core.wire.IpProtocol;
import dev.weft.net.netfilter.conntrack.ConntrackSetting;
import dev.weft.net.netfilter.table.TableKind;
import dev.weft.net.netfilter.target.dnat.DnatTarget;
import dev.weft.net.netfilter.target.masquerade.MasqueradeTarget;
import dev.weft.net.netfilter.target.netmap.NetmapTarget;
import dev.weft.net.netfilter.target.snat.SnatTarget;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NatTest {
    private static final int UDP = IpProtocol.UDP;

    private static NatLab masquerading() {
        NatLab lab = new NatLab(256);
        lab.rule(TableKind.NAT, "POSTROUTING", NatLab.any(), List.of(), NatLab.target(MasqueradeTarget.TYPE, 0));
        return lab;
    }

    @Test
    void theServerSeesTheRouterAndTheAnswersFindBack() {
        NatLab lab = masquerading();
        assertThat(lab.lab.run(lab.namespace("a"), "ping -c 2 10.1.2.2").status())
                .isZero();
        assertThat(lab.listing())
                .singleElement()
                .asString()
                .contains("1 10.1.2.2:")
                .contains(">10.1.2.1:");
        assertThat(lab.lab.packetsInFlight()).isZero();
    }

    @Test
    void errorsAboutTranslatedPacketsReachWhoSentThem() {
        NatLab lab = masquerading();
        var result = lab.lab.run(lab.namespace("a"), "traceroute -n -q 1 10.1.2.2");
        assertThat(result.out()).contains(" 1  10.1.1.1 ").contains(" 2  10.1.2.2 ");
    }

    @Test
    void aPortThatIsTakenIsReplacedByOneOfItsClass() {
        NatLab lab = masquerading();
        var from = lab.device("a", "a0");
        var to = lab.device("r", "r0");
        List<byte[]> frames = new ArrayList<>();
        for (String client : List.of("10.1.1.2", "10.1.1.3")) {
            for (int port : new int[] {300, 700, 40_000}) {
                frames.add(NatLab.frame(from, to, client, "10.1.2.2", UDP, NatLab.udp(port, 53)));
            }
        }
        lab.burst(from, frames);
        List<Integer> ports = new ArrayList<>();
        for (String line : lab.listing()) {
            String back = line.split(" \\| ")[1];
            ports.add(Integer.parseInt(back.substring(back.lastIndexOf(':') + 1)));
        }
        assertThat(ports).hasSize(6).doesNotHaveDuplicates().contains(300, 700, 40_000);
        assertThat(ports.stream().filter(p -> p < 512)).hasSize(2);
        assertThat(ports.stream().filter(p -> p >= 600 && p < 1024)).hasSize(2);
    }

    @Test
    void aLaterConnectionFromTheSamePortGetsTheSameTranslation() {
        NatLab lab = masquerading();
        var from = lab.device("a", "a0");
        var to = lab.device("r", "r0");
        lab.burst(from, List.of(NatLab.frame(from, to, "10.1.1.2", "10.1.2.2", UDP, NatLab.udp(4000, 53))));
        lab.burst(from, List.of(NatLab.frame(from, to, "10.1.1.3", "10.1.2.2", UDP, NatLab.udp(4000, 53))));
        lab.burst(from, List.of(NatLab.frame(from, to, "10.1.1.3", "10.1.2.2", UDP, NatLab.udp(4000, 54))));
        List<String> second = lab.listing().stream()
                .filter(line -> line.startsWith("17 10.1.1.3"))
                .map(line -> line.split(" \\| ")[1].replaceAll(".*:", ""))
                .distinct()
                .toList();
        assertThat(second).hasSize(1);
        assertThat(second.getFirst()).isNotEqualTo("4000");
    }

    @Test
    void aForwardedPortReachesTheServerBehind() {
        NatLab lab = new NatLab(256);
        lab.rule(
                TableKind.NAT,
                "PREROUTING",
                NatLab.any().with(UDP),
                List.of(),
                NatLab.target(DnatTarget.TYPE, UDP, "--to-destination", "10.1.2.2:5353"));
        var from = lab.device("a", "a0");
        lab.lab.watch(lab.device("b", "b0"));
        lab.burst(
                from,
                List.of(NatLab.frame(from, lab.device("r", "r0"), "10.1.1.2", "10.1.1.1", UDP, NatLab.udp(4000, 53))));
        assertThat(lab.listing())
                .singleElement()
                .asString()
                .startsWith("17 10.1.1.2:4000>10.1.1.1:53 | 17 10.1.2.2:5353>10.1.1.2:4000");
    }

    @Test
    void aMasqueradedConnectionIsForgottenWithTheAddressThatItBorrowed() {
        NatLab lab = masquerading();
        assertThat(lab.lab.run(lab.namespace("a"), "ping -c 1 10.1.2.2").status())
                .isZero();
        assertThat(lab.listing()).hasSize(1);
        lab.lab.sh("ip -n r addr del 10.1.2.1/24 dev r1");
        assertThat(lab.listing()).isEmpty();
    }

    @Test
    void aNetworkIsMappedHostByHost() {
        NatLab lab = new NatLab(256);
        lab.rule(
                TableKind.NAT,
                "PREROUTING",
                NatLab.any(),
                List.of(),
                NatLab.target(NetmapTarget.TYPE, 0, "--to", "10.1.2.0/24"));
        lab.rule(
                TableKind.NAT,
                "POSTROUTING",
                NatLab.any(),
                List.of(),
                NatLab.target(SnatTarget.TYPE, 0, "--to-source", "10.1.2.1"));
        assertThat(lab.lab.run(lab.namespace("a"), "ping -c 1 10.9.9.2").status())
                .isZero();
    }

    @Test
    void moreConnectionsThanPortsAreDroppedNotMixedUp() {
        NatLab lab = new NatLab(256);
        lab.conntrack().set(ConntrackSetting.CHECKSUM, 0);
        lab.rule(
                TableKind.NAT,
                "POSTROUTING",
                NatLab.any().with(UDP),
                List.of(),
                NatLab.target(SnatTarget.TYPE, UDP, "--to-source", "10.1.2.1:2000-2003"));
        var from = lab.device("a", "a0");
        var to = lab.device("r", "r0");
        List<byte[]> frames = new ArrayList<>();
        for (int port = 100; port < 110; port++) {
            frames.add(NatLab.frame(from, to, "10.1.1.2", "10.1.2.2", UDP, NatLab.udp(port, 53)));
        }
        lab.burst(from, frames);
        assertThat(lab.listing()).hasSize(4);
    }
}
