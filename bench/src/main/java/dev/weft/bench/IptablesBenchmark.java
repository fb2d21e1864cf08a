package dev.weft.bench;

import dev.weft.core.packet.NetDevice;
import dev.weft.net.generator.PacketTemplate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// IPv4 forwarding of 64-byte UDP packets past a FORWARD chain of which the last rule accepts them and the policy is
/// DROP.
final class IptablesBenchmark implements Benchmark {
    private static final String SOURCE = "10.0.0.2";
    private static final int SOURCE_ADDRESS = 0x0a00_0002;
    private static final int DESTINATION_ADDRESS = 0x0a00_0109;
    private static final int PORT = 80;

    /// What the rules look at.
    enum Shape {
        /// `-s ADDRESS`
        ADDRESS,
        /// `-p udp --dport PORT`
        PORT,
        /// `-s ADDRESS -m conntrack --ctstate NEW,ESTABLISHED`
        CONNTRACK;

        private String rule(int number) {
            return switch (this) {
                case ADDRESS -> "-s " + address(number);
                case PORT -> "-p udp -m udp --dport " + (1000 + number % 60_000);
                case CONNTRACK -> "-s " + address(number) + " -m conntrack --ctstate NEW,ESTABLISHED";
            };
        }

        private String last() {
            return switch (this) {
                case ADDRESS -> "-s " + SOURCE;
                case PORT -> "-p udp -m udp --dport " + IptablesBenchmark.PORT;
                case CONNTRACK -> "-s " + SOURCE + " -m conntrack --ctstate NEW,ESTABLISHED";
            };
        }

        private static String address(int number) {
            return "172." + (16 + (number >>> 16)) + "." + (number >>> 8 & 0xff) + "." + (number & 0xff);
        }
    }

    private final Shape shape;
    private final int rules;
    private final Bed bed = new Bed(256);
    private PacketTemplate template = Frames.NONE;

    IptablesBenchmark(Shape shape, int rules) {
        this.shape = shape;
        this.rules = rules;
    }

    /// One of each shape.
    static Stream<Benchmark> all(int rules) {
        return Stream.of(Shape.values()).map(shape -> new IptablesBenchmark(shape, rules));
    }

    @Override
    public void prepare() throws Exception {
        bed.lab().sh("""
            ip link add d0 type dummy
            ip link add d1 type dummy
            ip link set d0 up
            ip link set d1 up
            ip link set d1 arp on
            ip addr add 10.0.0.1/24 dev d0
            ip addr add 10.0.1.1/24 dev d1
            sysctl -qw net.ipv4.ip_forward=1
            ip neigh add 10.0.1.9 lladdr 02:00:00:00:00:02 dev d1 nud permanent
            """);
        restore();
        NetDevice d0 = bed.device("d0");
        template = Frames.udp(0x0200_0000_0001L, d0.address(), SOURCE_ADDRESS, DESTINATION_ADDRESS);
    }

    private void restore() throws IOException {
        StringBuilder lines = new StringBuilder("*filter\n:INPUT ACCEPT\n:FORWARD DROP\n:OUTPUT ACCEPT\n");
        for (int i = 1; i < rules; i++) {
            lines.append("-A FORWARD ").append(shape.rule(i)).append(" -j DROP\n");
        }
        lines.append("-A FORWARD ").append(shape.last()).append(" -j ACCEPT\nCOMMIT\n");
        Path file = Files.createTempFile("weft-rules", ".txt");
        try {
            Files.writeString(file, lines, StandardCharsets.US_ASCII);
            bed.lab().sh("iptables-restore " + file);
        } finally {
            Files.delete(file);
        }
    }

    @Override
    public String name() {
        return "iptables-" + rules + "-" + shape.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String question() {
        return "forwarding past " + rules + " rules of the shape "
                + List.of("-s", "-p udp --dport", "-s … -m conntrack").get(shape.ordinal());
    }

    @Override
    public String unit() {
        return "ns/packet";
    }

    @Override
    public int rounds() {
        return 11;
    }

    @Override
    public double sample() {
        return bed.nanosPerPacket("d0", "d1", template, 1_000_000);
    }
}
