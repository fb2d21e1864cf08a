package dev.weft.net.link.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.core.graph.DeviceOutput;
import dev.weft.core.graph.Worker;
import dev.weft.core.packet.Packet;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Neither the size of vectors nor the number of workers can be seen from outside.
class BridgePropertyTest {
    private static final int HOSTS = 5;
    private static final int ROUNDS = 40;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void vectorsAndWorkersChangeNothing(long seed) {
        List<String> expected = observe(seed, 256, 1);
        assertThat(observe(seed, 1, 1)).isEqualTo(expected);
        assertThat(observe(seed, 7, 1)).isEqualTo(expected);
        assertThat(observe(seed, 256, 2)).isEqualTo(expected);
        assertThat(observe(seed, 1, 2)).isEqualTo(expected);
    }

    /// What each host has seen, in order, and what every device has counted, after bursts of one host at a time with
    /// changes of the bridge in between.
    private static List<String> observe(long seed, int vectorSize, int workers) {
        BridgeLan lan = new BridgeLan(seed, vectorSize, workers, HOSTS);
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < ROUNDS; round++) {
            burst(lan, random);
            change(lan, random);
        }
        List<String> seen = new ArrayList<>();
        for (int n = 1; n <= HOSTS; n++) {
            for (byte[] frame : lan.lab.seen(lan.host(n))) {
                seen.add("h" + n + " " + ByteBuffer.wrap(frame).getLong() + " "
                        + ByteBuffer.wrap(frame).getLong(20));
            }
            seen.add(
                    lan.lab.run(lan.host(n).namespace(), "ip -s link show eth0").out());
        }
        seen.add(lan.lab.run("ip -s link").out());
        seen.add(lan.lab.run("bridge fdb show").out());
        assertThat(lan.lab.packetsInFlight()).isZero();
        return seen;
    }

    private static void burst(BridgeLan lan, SplittableRandom random) {
        int from = 1 + random.nextInt(HOSTS);
        Worker worker = lan.lab.network().workerOf(lan.host(from).namespace());
        int count = 1 + random.nextInt(300);
        for (int i = 0; i < count; i++) {
            byte[] frame = BridgeLan.frame(destination(random), source(random, from));
            ByteBuffer.wrap(frame).putLong(20, i);
            Packet packet = Objects.requireNonNull(worker.pool().allocate());
            packet.length(frame.length);
            packet.copyFrom(0, frame, 0, frame.length);
            packet.txDevice(lan.host(from));
            worker.graph().next(DeviceOutput.NAME).send(packet);
        }
        lan.lab.settle();
    }

    private static long destination(SplittableRandom random) {
        return switch (random.nextInt(10)) {
            case 0 -> 0xffff_ffff_ffffL;
            case 1 -> 0x0100_5e00_0005L;
            case 2 -> 0x0200_0000_0010L;
            case 3 -> 0x0200_0000_0fffL;
            case 4 -> 0x0180_c200_000eL;
            default -> BridgeLan.address(1 + random.nextInt(HOSTS));
        };
    }

    private static long source(SplittableRandom random, int from) {
        return random.nextInt(20) == 0 ? 0x0200_0000_0f00L + random.nextInt(40) : BridgeLan.address(from);
    }

    private static void change(BridgeLan lan, SplittableRandom random) {
        String port = "p" + (1 + random.nextInt(HOSTS));
        String word = random.nextBoolean() ? "on" : "off";
        lan.lab.sh(
                switch (random.nextInt(8)) {
                    case 0 -> "bridge link set dev " + port + " isolated " + word;
                    case 1 -> "bridge link set dev " + port + " hairpin " + word;
                    case 2 -> "bridge link set dev " + port + " flood " + word;
                    case 3 -> "bridge link set dev " + port + " learning " + word;
                    case 4 -> "ip link set br0 promisc " + word;
                    case 5 -> "bridge fdb flush dev br0 dynamic";
                    case 6 -> "ip link set " + port + " mtu " + (random.nextBoolean() ? 1500 : 68);
                    default -> "bridge fdb replace 02:00:00:00:0f:ff dev " + port + " master static";
                });
    }
}
