package dev.weft.net.ip.v4;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.core.packet.Checksum;
import dev.weft.core.wire.Ip4Address;
import dev.weft.net.engine.Assembly;
import dev.weft.net.lab.Lab;
import dev.weft.net.netfilter.hook.Hook;
import dev.weft.net.netfilter.hook.HookFamily;
import dev.weft.net.netfilter.hook.Hooks;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A router forwards the same bytes in the same order and counts the same, whether packets take the short way, the long
/// one, or both.
class ShortWayTest {
    private static final int A = Ip4Address.of("10.0.1.2").bits();
    private static final int B = Ip4Address.of("10.0.2.2").bits();
    private static final int ROUTER = Ip4Address.of("10.0.1.1").bits();

    /// What a router did.
    ///
    /// @param seen frames at both ends
    private record Outcome(List<String> seen, List<Long> counters) {}

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void bothWaysDoTheSame(long seed) {
        Outcome shortWay = run(seed, 256, false);
        assertThat(shortWay.seen()).hasSizeGreaterThan(200);
        assertThat(run(seed, 256, true)).isEqualTo(shortWay);
        assertThat(run(seed, 1, false)).isEqualTo(shortWay);
        assertThat(run(seed, 1, true)).isEqualTo(shortWay);
        assertThat(run(seed, 7, false)).isEqualTo(shortWay);
    }

    @Test
    void plainPacketsDoTakeTheShortWay() {
        Ip4Lab ip4 = router(1, 256, false);
        ip4.arrive(ip4.lab().device("r", "ra"), List.of(frame(A, B, 64, 40, 0, 0)));
        ip4.seconds(1);
        long before = forwarded(ip4);
        ip4.arrive(ip4.lab().device("r", "ra"), List.of(frame(A, B, 64, 40, 0, 0)));
        assertThat(forwarded(ip4)).isEqualTo(before);
    }

    private static long forwarded(Ip4Lab ip4) {
        return ip4.lab()
                .workers()
                .getFirst()
                .graph()
                .node(Ip4Forward.NAME)
                .statistics()
                .packets();
    }

    private static Outcome run(long seed, int vector, boolean hooked) {
        Ip4Lab ip4 = router(seed, vector, hooked);
        SplittableRandom random = new SplittableRandom(seed);
        for (int burst = 0; burst < 20; burst++) {
            List<byte[]> frames = new ArrayList<>();
            for (int i = random.nextInt(40); i >= 0; i--) {
                frames.add(frame(random));
            }
            ip4.arrive(ip4.lab().device("r", "ra"), frames);
            ip4.seconds(1);
        }
        ip4.seconds(60);
        assertThat(ip4.lab().packetsInFlight()).isZero();
        assertThat(ip4.lab().workers().getFirst().graph().lastFailure()).isNull();
        List<String> seen = new ArrayList<>();
        for (String name : List.of("a", "b")) {
            ip4.lab().seen(ip4.lab().device(name, "eth0")).forEach(f -> seen.add(name + " " + text(f)));
        }
        Ip4Counters counters = Ip4Counters.of(ip4.namespace("r"));
        return new Outcome(
                seen, Arrays.stream(Ip4Counter.values()).map(counters::get).toList());
    }

    /// Without the identifications that the router chose at random, and the checksum over them.
    private static String text(byte[] frame) {
        boolean ofRouter = ByteBuffer.wrap(frame).getShort(12) == 0x0800 && frame[23] == 1;
        byte[] shown = frame.clone();
        for (int at : ofRouter ? new int[] {18, 19, 24, 25} : new int[0]) {
            shown[at] = 0;
        }
        return HexFormat.of().formatHex(shown);
    }

    private static Ip4Lab router(long seed, int vector, boolean hooked) {
        Ip4Lab ip4 = new Ip4Lab(new Lab(new Assembly.Options(seed, vector, List.of(PassingNode.TYPE)), 1));
        ip4.lab().sh("""
            ip netns add a
            ip netns add b
            ip netns add r
            ip link add ra netns r address 02:00:00:00:01:01 type veth peer name eth0 netns a
            ip link add rb netns r address 02:00:00:00:02:01 type veth peer name eth0 netns b
            ip -n a link set eth0 address 02:00:00:00:01:02 up
            ip -n b link set eth0 address 02:00:00:00:02:02 up
            ip -n r link set ra up
            ip -n r link set rb up
            ip -n a addr add 10.0.1.2/24 dev eth0
            ip -n b addr add 10.0.2.2/24 dev eth0
            ip -n r addr add 10.0.1.1/24 dev ra
            ip -n r addr add 10.0.2.1/24 dev rb
            """);
        ip4.sysctl("r", "ip_forward", 1);
        ip4.lab().watch(ip4.lab().device("a", "eth0"));
        ip4.lab().watch(ip4.lab().device("b", "eth0"));
        if (hooked) {
            Hooks.of(ip4.namespace("r")).enable(HookFamily.IPV4, Hook.FORWARD, PassingNode.NAME, 0);
        }
        return ip4;
    }

    /// Mostly a plain packet, sometimes one with something special.
    private static byte[] frame(SplittableRandom random) {
        int special = random.nextInt(60);
        int source = special == 0 ? random.nextInt() : A;
        int destination = special == 1 ? random.nextInt() : special == 2 ? ROUTER : special == 3 ? B + 1 : B;
        int ttl = special == 4 ? 1 : special == 5 ? 0 : 64;
        int bytes = special == 6 ? 1480 : random.nextInt(8, 100);
        byte[] frame = frame(source, destination, ttl, bytes, special == 7 ? 0x10 : 0, special == 8 ? 0x4000 : 0);
        switch (special) {
            case 9 -> frame[24]++; // checksum
            case 10 -> frame[0] |= 1; // a group of Ethernet
            case 11 -> frame[14] = 0x46;
            case 12 -> frame[17]++; // length
            case 13 -> frame = Arrays.copyOf(frame, frame.length + 6); // padding
            default -> {}
        }
        frame[frame.length - 1] = (byte) random.nextInt(); // tells them apart
        return frame;
    }

    private static byte[] frame(int source, int destination, int ttl, int payload, int tos, int fragment) {
        ByteBuffer bytes = ByteBuffer.allocate(34 + payload);
        bytes.putShort((short) 0x0200).putInt(0x0101);
        bytes.putShort((short) 0x0200).putInt(0x0102).putShort((short) 0x0800);
        bytes.put((byte) 0x45).put((byte) tos).putShort((short) (20 + payload)).putShort((short) 7);
        bytes.putShort((short) fragment).put((byte) ttl).put((byte) 17).putShort((short) 0);
        bytes.putInt(source).putInt(destination);
        int sum = 0;
        for (int i = 14; i < 34; i += 2) {
            sum = Checksum.add(sum, bytes.getShort(i) & 0xffff);
        }
        bytes.putShort(24, (short) Checksum.complement(sum));
        bytes.putShort(34, (short) 1000).putShort(36, (short) 2000).putShort(38, (short) payload);
        return bytes.array();
    }
}
