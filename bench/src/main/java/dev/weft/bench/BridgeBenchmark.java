package dev.weft.bench;

import dev.weft.net.generator.PacketTemplate;
import dev.weft.net.generator.PacketTemplate.Variation;
import java.util.List;

/// Ethernet bridging with learning: from one port to the other of a bridge, to addresses that it has learned.
final class BridgeBenchmark implements Benchmark {
    private static final long PACKETS = 1_000_000;
    private static final long LEFT = 0x0200_0001_0000L;
    private static final long RIGHT = 0x0200_0002_0000L;

    private final int pairs;
    private final Bed bed = new Bed(256);
    private PacketTemplate there = Frames.NONE;

    BridgeBenchmark(int pairs) {
        this.pairs = pairs;
    }

    @Override
    public void prepare() {
        bed.lab().sh("""
            ip link add br0 type bridge
            ip link add p0 type dummy
            ip link add p1 type dummy
            ip link set p0 master br0
            ip link set p1 master br0
            ip link set br0 up
            ip link set p0 up
            ip link set p1 up
            """);
        there = traffic(LEFT, RIGHT);
        bed.nanosPerPacket("p0", "p1", there, pairs); // flooded, and learned on the way
        bed.nanosPerPacket("p1", "p0", traffic(RIGHT, LEFT), pairs);
    }

    private PacketTemplate traffic(long source, long destination) {
        if (pairs == 1) {
            return Frames.ethernet(source, destination, List.of());
        }
        int[] sources = new int[pairs];
        int[] destinations = new int[pairs];
        for (int i = 0; i < pairs; i++) {
            int scattered = (int) (i * 7919L % pairs); // pairs of no common order
            sources[i] = (int) source + scattered;
            destinations[i] = (int) destination + scattered;
        }
        return Frames.ethernet(
                source,
                destination,
                List.of(
                        new Variation(Frames.SOURCE_LOW, sources),
                        new Variation(Frames.DESTINATION_LOW, destinations)));
    }

    @Override
    public String name() {
        return "l2-bridge-" + pairs;
    }

    @Override
    public String question() {
        return "bridging a 64-byte frame, learning on, " + pairs + " pair(s) of addresses";
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
        return bed.nanosPerPacket("p0", "p1", there, PACKETS);
    }
}
