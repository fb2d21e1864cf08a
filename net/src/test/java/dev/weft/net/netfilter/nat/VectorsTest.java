package dev.weft.net.netfilter.nat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.core.packet.NetDevice;
import dev.weft.core.wire.IpProtocol;
import dev.weft.core.wire.Tcp;
import dev.weft.net.netfilter.conntrack.ConntrackSetting;
import dev.weft.net.netfilter.table.TableKind;
import dev.weft.net.netfilter.target.connmark.ConnmarkTarget;
import dev.weft.net.netfilter.target.dnat.DnatTarget;
import dev.weft.net.netfilter.target.masquerade.MasqueradeTarget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Vectors of any size give the same connections, translations, counters, order and bytes.
class VectorsTest {
    private static final int[] FLAGS = {Tcp.SYN, Tcp.SYN | Tcp.ACK, Tcp.ACK, Tcp.FIN | Tcp.ACK, Tcp.RST};

    private record Outcome(List<String> connections, List<byte[]> atServer, List<byte[]> atClient) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void randomPacketsThroughRandomRules(long seed) {
        Outcome one = run(seed, 1);
        assertThat(one.connections()).isNotEmpty();
        for (int vectorSize : new int[] {256, 7}) {
            Outcome other = run(seed, vectorSize);
            assertThat(other.connections()).isEqualTo(one.connections());
            assertThat(byConnection(other.atServer())).isEqualTo(byConnection(one.atServer()));
            assertThat(byConnection(other.atClient())).isEqualTo(byConnection(one.atClient()));
        }
    }

    private static Outcome run(long seed, int vectorSize) {
        SplittableRandom random = new SplittableRandom(seed);
        NatLab lab = new NatLab(vectorSize);
        lab.conntrack().set(ConntrackSetting.CHECKSUM, 0);
        lab.conntrack().set(ConntrackSetting.ACCT, 1);
        rules(lab, random);
        NetDevice a = lab.device("a", "a0");
        NetDevice b = lab.device("b", "b0");
        NetDevice r0 = lab.device("r", "r0");
        NetDevice r1 = lab.device("r", "r1");
        lab.lab.run(lab.namespace("a"), "ping -c 1 10.1.2.2");
        lab.lab.watch(a);
        lab.lab.watch(b);
        for (int burst = 0; burst < 12; burst++) {
            List<byte[]> out = new ArrayList<>();
            List<byte[]> back = new ArrayList<>();
            for (int i = 0; i < 80; i++) {
                String client = "10.1.1." + (2 + random.nextInt(2));
                int port = 40_000 + random.nextInt(6);
                if (random.nextInt(4) > 0) {
                    String server = random.nextInt(3) == 0 ? "10.1.1.1" : "10.1.2.2";
                    out.add(packet(random, a, r0, client, server, port, 53));
                } else {
                    back.add(packet(random, b, r1, "10.1.2.2", "10.1.2.1", 53, port));
                }
            }
            lab.burst(a, out);
            lab.burst(b, back);
            lab.lab.advance(Duration.ofMillis(random.nextInt(4000)));
        }
        assertThat(lab.lab.packetsInFlight()).isZero();
        return new Outcome(lab.listing(), lab.lab.seen(b), lab.lab.seen(a));
    }

    private static void rules(NatLab lab, SplittableRandom random) {
        lab.rule(
                TableKind.NAT,
                "POSTROUTING",
                NatLab.any(),
                List.of(),
                random.nextBoolean()
                        ? NatLab.target(MasqueradeTarget.TYPE, 0)
                        : NatLab.target(MasqueradeTarget.TYPE, 0, "--random-fully"));
        if (random.nextBoolean()) {
            lab.rule(
                    TableKind.NAT,
                    "PREROUTING",
                    NatLab.any().with(IpProtocol.UDP),
                    List.of(),
                    NatLab.target(DnatTarget.TYPE, IpProtocol.UDP, "--to-destination", "10.1.2.2:53"));
        }
        if (random.nextBoolean()) {
            lab.rule(
                    TableKind.MANGLE,
                    "POSTROUTING",
                    NatLab.any(),
                    List.of(),
                    NatLab.target(ConnmarkTarget.TYPE, 0, "--xor-mark", "1"));
            lab.rule(
                    TableKind.MANGLE,
                    "PREROUTING",
                    NatLab.any(),
                    List.of(),
                    NatLab.target(ConnmarkTarget.TYPE, 0, "--left-shift-mark", "1", "--or-mark", "2"));
        }
    }

    private static byte[] packet(
            SplittableRandom random, NetDevice from, NetDevice to, String source, String destination, int sp, int dp) {
        if (random.nextBoolean()) {
            return NatLab.frame(from, to, source, destination, IpProtocol.UDP, NatLab.udp(sp, dp));
        }
        int flags = FLAGS[random.nextInt(FLAGS.length)];
        byte[] segment = NatLab.tcp(sp, dp, 100 + random.nextInt(3), 100 + random.nextInt(3), flags);
        return NatLab.frame(from, to, source, destination, IpProtocol.TCP, segment);
    }

    /// The frames in the order in which they came, of each pair of ends on its own. The routers' own errors
    /// are left out: how many there are is limited by time and chance.
    private static Map<String, List<String>> byConnection(List<byte[]> frames) {
        Map<String, List<String>> byEnds = new TreeMap<>();
        for (byte[] frame : frames) {
            if (frame.length >= 38 && frame[12] == 8 && frame[13] == 0 && frame[23] != IpProtocol.ICMP) {
                String ends = Arrays.toString(Arrays.copyOfRange(frame, 26, 38));
                byEnds.computeIfAbsent(ends, e -> new ArrayList<>()).add(Arrays.toString(frame));
            }
        }
        return byEnds;
    }
}
