package dev.weft.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.core.packet.Packet;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Random bytes, as long as they please: whatever fits can be read, and what was read can be written and read again.
class WireFuzzTest {
    private static final int ROUNDS = 20_000;

    /// One format, by what a test does with it.
    private interface Format {
        boolean fits(Packet packet, int offset);

        Object read(Packet packet, int offset);

        void write(Object values, Packet packet, int offset);

        /// Makes random bytes look like the format, now and then.
        default void shape(Packet packet, int offset, Random random) {}
    }

    private interface Door {
        boolean fits(Packet packet, int offset);
    }

    private interface Reading<T> {
        T read(Packet packet, int offset);
    }

    private interface Writing<T> {
        void write(T values, Packet packet, int offset);
    }

    private interface Shaping {
        void shape(Packet packet, int offset, Random random);
    }

    private record Named<T>(String name, Door door, Reading<T> reading, Writing<T> writing, Shaping shaping)
            implements Format {
        @Override
        public boolean fits(Packet packet, int offset) {
            return door.fits(packet, offset);
        }

        @Override
        public Object read(Packet packet, int offset) {
            return reading.read(packet, offset);
        }

        @Override
        @SuppressWarnings("unchecked")
        public void write(Object values, Packet packet, int offset) {
            writing.write((T) values, packet, offset);
        }

        @Override
        public void shape(Packet packet, int offset, Random random) {
            shaping.shape(packet, offset, random);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static <T> Format format(String name, Door door, Reading<T> reading, Writing<T> writing) {
        return new Named<>(name, door, reading, writing, (packet, offset, random) -> {});
    }

    static Stream<Format> formats() {
        return Stream.of(
                format("ethernet", Ethernet::fits, EthernetHeader::read, EthernetHeader::write),
                format("vlan", Vlan::fits, VlanHeader::read, VlanHeader::write),
                format("arp", Arp::fits, ArpHeader::read, ArpHeader::write),
                new Named<>("ipv4", Ipv4::fits, Ipv4Header::read, Ipv4Header::write, (packet, offset, random) -> {
                    packet.put8(offset, 0x40 | random.nextInt(4, 16));
                    packet.put16(offset + 10, 1 + random.nextInt(0xffff));
                    optionTypes(packet, offset + Ipv4.LENGTH, random);
                }),
                new Named<>(
                        "ipv6",
                        Ipv6::fits,
                        Ipv6Header::read,
                        Ipv6Header::write,
                        (packet, offset, random) -> packet.put8(offset, 0x60 | random.nextInt(16))),
                format("ipv6 fragment", Ipv6Fragment::fits, Ipv6FragmentHeader::read, Ipv6FragmentHeader::write),
                format("icmp", Icmp::fits, IcmpHeader::read, IcmpHeader::write),
                format("icmp6", Icmp6::fits, IcmpHeader::read, IcmpHeader::write),
                format("udp", Udp::fits, UdpHeader::read, UdpHeader::write),
                new Named<>("tcp", Tcp::fits, TcpHeader::read, TcpHeader::write, (packet, offset, random) -> {
                    packet.put8(offset + 12, random.nextInt(4, 16) << 4);
                    optionTypes(packet, offset + Tcp.LENGTH, random);
                }),
                format("vxlan", Vxlan::fits, VxlanHeader::read, VxlanHeader::write),
                format("llc", Llc::fits, LlcHeader::read, LlcHeader::write),
                new Named<>("bpdu", Bpdu::fits, BpduHeader::read, BpduHeader::write, (packet, offset, random) -> {
                    packet.put16(offset, 0);
                    packet.put8(offset + 3, random.nextBoolean() ? Bpdu.TOPOLOGY_CHANGE_NOTIFICATION : 0);
                }));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void whatIsReadIsWrittenAndReadAgain(Format format) {
        Random random = new Random(format.toString().hashCode());
        int fitting = 0;
        for (int round = 0; round < ROUNDS; round++) {
            int offset = random.nextInt(20);
            Packet packet = randomPacket(random, offset + random.nextInt(80));
            if (random.nextInt(8) != 0 && packet.length() >= offset + 20) {
                format.shape(packet, offset, random);
            }
            if (format.fits(packet, offset)) {
                fitting++;
                Object values = format.read(packet, offset);
                Packet written = WirePackets.empty(100);
                format.write(values, written, 0);
                assertThat(format.fits(written, 0)).isTrue();
                assertThat(format.read(written, 0)).isEqualTo(values);
                assertThat(values.hashCode()).isEqualTo(format.read(written, 0).hashCode());
                WirePackets.free(written);
            }
            WirePackets.free(packet);
        }
        assertThat(fitting).as("packets that fit").isGreaterThan(ROUNDS / 10);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void nothingFitsIntoLessThanItself(Format format) {
        for (int length = 0; length < 60; length++) {
            Packet packet = WirePackets.empty(60);
            format.shape(packet, 0, new Random(length));
            packet.length(length);
            if (length < 3) {
                assertThat(format.fits(packet, 0)).isFalse();
            }
            assertThat(format.fits(packet, length)).isFalse();
            WirePackets.free(packet);
        }
    }

    @Test
    void walksOverRandomBytesComeToAnEnd() {
        Random random = new Random(5);
        for (int round = 0; round < 100_000; round++) {
            Packet packet = randomPacket(random, 40 + random.nextInt(200));
            int at = random.nextInt(40);
            for (int i = at; i < packet.length(); i += 8) {
                packet.put8(i, new int[] {0, 43, 44, 51, 60, 58}[random.nextInt(6)]);
                packet.put8(i + 1, random.nextInt(3));
            }
            Ipv6Payload payload = Ipv6Payload.of(packet, random.nextInt(64), at);
            assertThat(payload.protocol() < 0 || payload.offset() <= packet.length())
                    .isTrue();
            int option = new Icmp6(packet, 0).findOption(random.nextInt(6), packet.length());
            assertThat(option).isLessThanOrEqualTo(packet.length() - 8);
            packet.put8(0, 0x40 | random.nextInt(5, 16));
            assertThat(new Ipv4(packet, 0).findOption(random.nextInt(200))).isLessThan(60);
            WirePackets.free(packet);
        }
    }

    private static Packet randomPacket(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        Packet packet = WirePackets.empty(length);
        packet.copyFrom(0, bytes, 0, length);
        return packet;
    }

    /// Puts options of likely types and lengths behind a fixed header.
    private static void optionTypes(Packet packet, int from, Random random) {
        int[] types = {0, 1, 2, 3, 4, 5, 7, 8, 68, 131, 148};
        int[] lengths = {0, 1, 2, 3, 4, 10, 10, 18, 26};
        for (int at = from; at + 1 < packet.length(); ) {
            int length = lengths[random.nextInt(lengths.length)];
            packet.put8(at, types[random.nextInt(types.length)]);
            packet.put8(at + 1, length);
            at += Math.max(length, 1);
        }
    }
}
