package dev.weft.host.tuntap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weft.core.errno.Errno;
import dev.weft.host.linux.ErrnoException;
import dev.weft.host.linux.Poll;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// In a network namespace of its own: the host's is never touched.
class TunTapTest {
    private static final int MANY_BYTES = 2048;

    private Process holder;
    private Path namespace;

    @BeforeEach
    void makeNamespace() throws IOException {
        assumeTrue(Files.isWritable(Path.of("/dev/net/tun")), "needs root and /dev/net/tun");
        holder = new ProcessBuilder("unshare", "-n", "sh", "-c", "echo ready; exec cat").start();
        assumeTrue("ready".equals(holder.inputReader().readLine()), "needs network namespaces");
        namespace = Path.of("/proc/" + holder.pid() + "/ns/net");
    }

    @AfterEach
    void endNamespace() {
        if (holder != null) {
            holder.destroy();
        }
    }

    private String inside(String command) throws IOException {
        Process process = new ProcessBuilder("nsenter", "--net=" + namespace, "sh", "-c", command)
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes());
    }

    @Test
    void theDeviceLivesAsLongAsItIsOpen() throws IOException {
        try (TunTap tap = TunTap.open(TunTap.Mode.TAP, "weft%d", namespace)) {
            assertThat(tap.name()).isEqualTo("weft0");
            assertThat(inside("cat /proc/net/dev")).contains("weft0:");
            assertThat(Files.readString(Path.of("/proc/net/dev"))).doesNotContain("weft0:");
        }
        assertThat(inside("cat /proc/net/dev")).doesNotContain("weft0:");
    }

    @Test
    void framesGoBothWays() throws IOException {
        try (TunTap tap = TunTap.open(TunTap.Mode.TAP, "weft0", namespace);
                Arena arena = Arena.ofConfined()) {
            inside("echo 1 > /proc/sys/net/ipv6/conf/weft0/disable_ipv6; ip addr add 10.9.0.1/24 dev weft0;"
                    + " ip link set weft0 address 02:00:00:00:00:01 up; ping -c 1 -W 0.1 10.9.0.2");
            MemorySegment frame = arena.allocate(MANY_BYTES);
            byte[] request = read(tap, frame);
            assertThat(HexFormat.of().formatHex(request, 0, 14)).isEqualTo("ffffffffffff0200000000010806");

            byte[] answer = HexFormat.of()
                    .parseHex("020000000001020000000002" + "08060001080006040002" + "0200000000020a090002"
                            + "0200000000010a090001");
            MemorySegment.copy(answer, 0, frame, ValueLayout.JAVA_BYTE, 0, answer.length);
            assertThat(tap.write(frame.address(), answer.length)).isEqualTo(answer.length);
            inside("arping -q -c 1 -w 1 -I weft0 10.9.0.3"); // time enough
            assertThat(inside("ip neigh show 10.9.0.2")).contains("02:00:00:00:00:02");
        }
    }

    @Test
    void aTunCarriesPacketsWithoutALinkHeader() throws IOException {
        try (TunTap tun = TunTap.open(TunTap.Mode.TUN, "weft0", namespace);
                Arena arena = Arena.ofConfined()) {
            inside("echo 1 > /proc/sys/net/ipv6/conf/weft0/disable_ipv6; ip addr add 10.9.0.1/24 dev weft0;"
                    + " ip link set weft0 up; ping -c 1 -W 0.1 10.9.0.2");
            byte[] packet = read(tun, arena.allocate(MANY_BYTES));
            assertThat(packet[0]).isEqualTo((byte) 0x45);
            assertThat(packet[9]).isEqualTo((byte) 1);
        }
    }

    @Test
    void saysWhyItCannotBe() throws IOException {
        try (TunTap tap = TunTap.open(TunTap.Mode.TAP, "weft0", namespace)) {
            assertThatThrownBy(() -> TunTap.open(TunTap.Mode.TAP, tap.name(), namespace))
                    .isInstanceOfSatisfying(
                            ErrnoException.class,
                            e -> assertThat(e.is(Errno.EBUSY)).isTrue());
            assertThatThrownBy(() -> TunTap.open(TunTap.Mode.TAP, "a-name-that-is-too-long", namespace))
                    .isInstanceOfSatisfying(
                            ErrnoException.class,
                            e -> assertThat(e.is(Errno.EINVAL)).isTrue());
        }
    }

    private static byte[] read(TunTap device, MemorySegment frame) throws IOException {
        assertThat(Poll.await(device.fd(), Poll.POLLIN, 5000)).isEqualTo(Poll.POLLIN);
        int length = device.read(frame.address(), MANY_BYTES);
        assertThat(length).isPositive();
        return Arrays.copyOf(frame.toArray(ValueLayout.JAVA_BYTE), length);
    }
}
