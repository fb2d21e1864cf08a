package dev.weft.bench;

import dev.weft.core.packet.NetDevice;
import dev.weft.net.generator.PacketTemplate;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/// IPv4 forwarding of 64-byte UDP packets to destinations at random among the routes.
final class ForwardBenchmark implements Benchmark {
    private static final int SOURCE = 0x0a00_0002;
    private static final int DESTINATIONS = 1 << 16;

    private final int routes;
    private final int vectorSize;
    private final Bed bed;
    private PacketTemplate template = Frames.NONE;

    ForwardBenchmark(int routes, int vectorSize) {
        this.routes = routes;
        this.vectorSize = vectorSize;
        bed = new Bed(vectorSize);
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
            ip neigh add 10.0.1.2 lladdr 02:00:00:00:00:02 dev d1 nud permanent
            """);
        int[] prefixes = prefixes();
        load(prefixes);
        int[] destinations = new int[DESTINATIONS];
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < destinations.length; i++) {
            destinations[i] = prefixes[random.nextInt(prefixes.length)] | random.nextInt(1, 255);
        }
        NetDevice d0 = bed.device("d0");
        template = Frames.udp(0x0200_0000_0001L, d0.address(), SOURCE, destinations);
    }

    /// Different /24 networks, scattered over the unicast space without 127/8, which no router forwards to.
    private int[] prefixes() {
        SplittableRandom random = new SplittableRandom(1);
        return random.ints(20 << 16, 200 << 16)
                .map(i -> i << 8)
                .filter(prefix -> prefix >>> 24 != 127)
                .distinct()
                .limit(routes)
                .toArray();
    }

    private void load(int[] prefixes) throws Exception {
        StringBuilder batch = new StringBuilder();
        for (int prefix : prefixes) {
            batch.append(String.format(
                    "route add %d.%d.%d.0/24 via 10.0.1.2%n",
                    prefix >>> 24, prefix >>> 16 & 0xff, prefix >>> 8 & 0xff));
        }
        Path file = Files.createTempFile("weft-routes", ".batch");
        try {
            Files.writeString(file, batch, StandardCharsets.US_ASCII);
            bed.lab().sh("ip -batch " + file);
        } finally {
            Files.delete(file);
        }
    }

    @Override
    public String name() {
        return "ip4-forward-" + routes + (vectorSize == 256 ? "" : "-vector-" + vectorSize);
    }

    @Override
    public String question() {
        return "forwarding a 64-byte packet, " + routes + " routes, vectors of " + vectorSize;
    }

    @Override
    public String unit() {
        return "ns/packet";
    }

    @Override
    public int rounds() {
        return 15;
    }

    @Override
    public double sample() {
        return bed.nanosPerPacket("d0", "d1", template, 1_000_000);
    }
}
