package dev.weft.core.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChecksumTest {
    private final PacketPool pool = new PacketPool();
    private final Packet packet = Objects.requireNonNull(pool.allocate(65536), "packet memory");
    private final Random random = new Random(3);

    @AfterEach
    void free() {
        pool.free(packet);
    }

    /// RFC 1071 §3: 00 01 f2 03 f4 f5 f6 f7 sum to ddf2.
    @Test
    void theExampleOfTheRfc() {
        packet.put64(0, 0x0001_f203_f4f5_f6f7L);

        assertThat(Checksum.sum(packet, 0, 8)).isEqualTo(0xddf2);
        assertThat(Checksum.of(packet, 0, 8)).isEqualTo(0x220d);
    }

    @Test
    void agreesWithTheDefinitionAtEveryLengthAndPlace() {
        fill();
        for (int length = 0; length < 200; length++) {
            for (int offset = 0; offset < 9; offset++) {
                assertThat(Checksum.sum(packet, offset, length)).isEqualTo(byDefinition(offset, length));
            }
        }
        assertThat(Checksum.sum(packet, 1, 65535)).isEqualTo(byDefinition(1, 65535));
    }

    @Test
    void allOnesDoNotOverflow() {
        byte[] ones = new byte[65536];
        Arrays.fill(ones, (byte) -1);
        packet.copyFrom(0, ones, 0, ones.length);

        assertThat(Checksum.sum(packet, 0, 65536)).isEqualTo(0xffff);
        assertThat(Checksum.sum(packet, 0, 0)).isZero();
    }

    @Test
    void sumsOfPartsAddUp() {
        fill();
        int whole = Checksum.sum(packet, 0, 1000);

        assertThat(Checksum.add(Checksum.sum(packet, 0, 500), Checksum.sum(packet, 500, 500)))
                .isEqualTo(whole);
    }

    @Test
    void followsAChangeWithoutReadingTheRest() {
        fill();
        for (int i = 0; i < 10_000; i++) {
            int at = 2 * random.nextInt(30);
            int before = packet.i32(at);
            int checksum = Checksum.of(packet, 0, 64);
            int after = random.nextInt(5) == 0 ? -random.nextInt(2) : random.nextInt();
            packet.put32(at, after);
            int expected = Checksum.of(packet, 0, 64);

            assertThat(Checksum.update32(checksum, before, after)).isEqualTo(expected);
            int high = Checksum.update16(checksum, before >>> 16, after >>> 16);
            assertThat(Checksum.update16(high, before, after)).isEqualTo(expected);
        }
    }

    @Test
    void pseudoHeaders() {
        packet.put32(0, 0xc0a80001);
        packet.put32(4, 0xffff_fffe);
        packet.put16(8, 17);
        packet.put16(10, 65535);
        assertThat(Checksum.pseudoHeader(0xc0a80001, 0xffff_fffe, 17, 65535)).isEqualTo(Checksum.sum(packet, 0, 12));

        long[] addresses = {0xfe80_0000_0000_0000L, -1, 0xff02_0000_0000_0000L, 0x1_ff00_000bL};
        for (int i = 0; i < 4; i++) {
            packet.put64(8 * i, addresses[i]);
        }
        packet.put32(32, 70_000);
        packet.put32(36, 58);
        assertThat(Checksum.pseudoHeader6(addresses[0], addresses[1], addresses[2], addresses[3], 58, 70_000))
                .isEqualTo(Checksum.sum(packet, 0, 40));
    }

    private void fill() {
        byte[] bytes = new byte[65536];
        random.nextBytes(bytes);
        packet.copyFrom(0, bytes, 0, bytes.length);
    }

    private int byDefinition(int offset, int length) {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            sum += (i & 1) == 0 ? packet.u8(offset + i) << 8 : packet.u8(offset + i);
            sum = (sum & 0xffff) + (sum >>> 16);
        }
        return sum;
    }
}
