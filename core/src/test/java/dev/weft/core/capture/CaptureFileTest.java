package dev.weft.core.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CaptureFileTest {
    private static final long WHEN = 1_700_000_000_123_456_789L;
    private static final byte[] FRAME = "0123456789abcdefg".getBytes(StandardCharsets.US_ASCII);

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();

    @ParameterizedTest
    @EnumSource(PcapWriter.Resolution.class)
    void pcapGivesBackWhatWasWritten(PcapWriter.Resolution resolution) throws IOException {
        PcapWriter writer = new PcapWriter(Channels.newChannel(file), DataLink.LINUX_SLL2, 12, resolution);
        writer.write(new CapturedPacket(WHEN, FRAME));

        CaptureReader reader = open(file.toByteArray());

        assertThat(reader.interfaces()).containsExactly(new CaptureInterface("", DataLink.LINUX_SLL2, 12));
        CapturedPacket packet = reader.next().orElseThrow();
        assertThat(packet.timestampNanos())
                .isEqualTo(
                        switch (resolution) {
                            case MICROSECONDS -> WHEN - WHEN % 1000;
                            case NANOSECONDS -> WHEN;
                        });
        assertThat(packet.data()).isEqualTo(Arrays.copyOf(FRAME, 12));
        assertThat(packet.wireLength()).isEqualTo(FRAME.length);
        assertThat(reader.next()).isEmpty();
    }

    @Test
    void pcapOfTheOtherByteOrderIsRead() throws IOException {
        for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
            ByteBuffer bytes = ByteBuffer.allocate(24 + 16 + FRAME.length).order(order);
            bytes.putInt(0xa1b23c4d)
                    .putShort((short) 2)
                    .putShort((short) 4)
                    .putInt(0)
                    .putInt(0);
            bytes.putInt(65_535).putInt(1).putInt(1_700_000_000).putInt(123_456_789);
            bytes.putInt(FRAME.length).putInt(1500).put(FRAME);

            CaptureReader reader = open(bytes.array());

            assertThat(reader.interfaces()).containsExactly(new CaptureInterface("", DataLink.EN10MB, 65_535));
            CapturedPacket packet = reader.next().orElseThrow();
            assertThat(packet.timestampNanos()).isEqualTo(WHEN);
            assertThat(packet.wireLength()).isEqualTo(1500);
            assertThat(packet.data()).isEqualTo(FRAME);
        }
    }

    @Test
    void pcapngKeepsInterfacesDirectionsAndNanoseconds() throws IOException {
        PcapngWriter writer = new PcapngWriter(Channels.newChannel(file), "weft");
        CaptureInterface veth = new CaptureInterface("red/veth0", DataLink.EN10MB, 262_144);
        CaptureInterface tun = new CaptureInterface("tun0", DataLink.RAW, 96);
        int first = writer.addInterface(veth);
        writer.write(new CapturedPacket(first, WHEN, FRAME.length, FRAME, CaptureDirection.INBOUND));
        int second = writer.addInterface(tun);
        writer.write(new CapturedPacket(second, WHEN + 1, 1500, FRAME, CaptureDirection.OUTBOUND));
        writer.write(new CapturedPacket(first, WHEN + 2, 0, new byte[0], CaptureDirection.UNKNOWN));

        CaptureReader reader = open(file.toByteArray());

        assertThat(reader.interfaces()).containsExactly(veth);
        List<CapturedPacket> packets = all(reader);
        assertThat(reader.interfaces()).containsExactly(veth, tun);
        assertThat(packets).extracting(CapturedPacket::interfaceId).containsExactly(0, 1, 0);
        assertThat(packets).extracting(CapturedPacket::timestampNanos).containsExactly(WHEN, WHEN + 1, WHEN + 2);
        assertThat(packets).extracting(CapturedPacket::wireLength).containsExactly(17, 1500, 0);
        assertThat(packets)
                .extracting(CapturedPacket::direction)
                .containsExactly(CaptureDirection.INBOUND, CaptureDirection.OUTBOUND, CaptureDirection.UNKNOWN);
        assertThat(packets.getFirst().data()).isEqualTo(FRAME);
    }

    @Test
    void pcapngOfBigEndianOrderWithMicrosecondsAndUnknownBlocksIsRead() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(512).order(ByteOrder.BIG_ENDIAN);
        bytes.putInt(0x0a0d0d0a)
                .putInt(28)
                .putInt(0x1a2b3c4d)
                .putShort((short) 1)
                .putShort((short) 0);
        bytes.putLong(-1).putInt(28);
        bytes.putInt(1)
                .putInt(20)
                .putShort((short) 1)
                .putShort((short) 0)
                .putInt(0)
                .putInt(20);
        bytes.putInt(0x0bad).putInt(16).putInt(42).putInt(16);
        long micros = WHEN / 1000;
        bytes.putInt(6).putInt(52).putInt(0).putInt((int) (micros >>> 32)).putInt((int) micros);
        bytes.putInt(FRAME.length)
                .putInt(FRAME.length)
                .put(FRAME)
                .put(new byte[3])
                .putInt(52);

        CaptureReader reader = open(Arrays.copyOf(bytes.array(), bytes.position()));

        CapturedPacket packet = reader.next().orElseThrow();
        assertThat(packet.timestampNanos()).isEqualTo(micros * 1000);
        assertThat(packet.data()).isEqualTo(FRAME);
        assertThat(reader.next()).isEmpty();
    }

    @Test
    void saysInTheWordsOfLibpcapWhatIsWrong() throws IOException {
        assertThatThrownBy(() -> open(new byte[0]))
                .hasMessage("truncated dump file; tried to read 4 file header bytes, only got 0");
        assertThatThrownBy(() -> open(new byte[] {1, 2, 3, 4, 5})).hasMessage("unknown file format");
        PcapWriter writer =
                new PcapWriter(Channels.newChannel(file), DataLink.EN10MB, 262_144, PcapWriter.Resolution.MICROSECONDS);
        writer.write(new CapturedPacket(WHEN, FRAME));
        byte[] whole = file.toByteArray();
        assertThatThrownBy(() -> open(Arrays.copyOf(whole, 10)))
                .hasMessage("truncated dump file; tried to read 24 file header bytes, only got 10");
        assertThatThrownBy(() -> open(Arrays.copyOf(whole, 30)).next())
                .hasMessage("truncated dump file; tried to read 16 header bytes, only got 6");
        assertThatThrownBy(() -> open(Arrays.copyOf(whole, 50)).next())
                .hasMessage("truncated dump file; tried to read 17 captured bytes, only got 10");
    }

    /// Whatever the bytes are, reading ends with packets or with the one exception that callers expect.
    @Test
    void damagedFilesNeverSurprise() throws IOException {
        Random random = new Random(20_251_122);
        PcapngWriter ng = new PcapngWriter(Channels.newChannel(file), "weft");
        ng.addInterface(new CaptureInterface("eth0", DataLink.EN10MB, 262_144));
        ng.write(new CapturedPacket(0, WHEN, FRAME.length, FRAME, CaptureDirection.INBOUND));
        byte[] pcapng = file.toByteArray();
        file.reset();
        new PcapWriter(Channels.newChannel(file), DataLink.EN10MB, 99, PcapWriter.Resolution.NANOSECONDS)
                .write(new CapturedPacket(WHEN, FRAME));
        byte[] pcap = file.toByteArray();
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = (random.nextBoolean() ? pcap : pcapng).clone();
            for (int changes = random.nextInt(1, 5); changes > 0; changes--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            try {
                all(open(Arrays.copyOf(bytes, random.nextInt(bytes.length + 1))));
            } catch (CaptureFormatException expected) {
                assertThat(expected).hasMessageMatching("[\\x20-\\x7e]+");
            }
        }
    }

    private static CaptureReader open(byte[] bytes) throws IOException {
        return CaptureReader.open(Channels.newChannel(new ByteArrayInputStream(bytes)));
    }

    private static List<CapturedPacket> all(CaptureReader reader) throws IOException {
        List<CapturedPacket> packets = new ArrayList<>();
        for (Optional<CapturedPacket> next = reader.next(); next.isPresent(); next = reader.next()) {
            packets.add(next.get());
        }
        return packets;
    }
}
