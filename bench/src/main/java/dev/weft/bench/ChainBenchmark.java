package dev.weft.bench;

import dev.weft.net.generator.PacketTemplate;
import java.util.List;

/// Frames through ten times a bridge and a veth pair.
final class ChainBenchmark implements Benchmark {
    private static final int HOPS = 10;
    private static final long PACKETS = 300_000;
    private static final long LEFT = 0x0200_0001_0000L;
    private static final long RIGHT = 0x0200_0002_0000L;

    private final Bed bed = new Bed(256);
    private final PacketTemplate there = Frames.ethernet(LEFT, RIGHT, List.of());

    @Override
    public void prepare() {
        StringBuilder script = new StringBuilder();
        for (int i = 0; i < HOPS; i++) {
            script.append("ip link add br").append(i).append(" type bridge\n");
            script.append("ip link set br").append(i).append(" up\n");
        }
        script.append("ip link add in type dummy\nip link set in master br0\nip link set in up\n");
        for (int i = 0; i + 1 < HOPS; i++) {
            script.append(String.format("ip link add a%d type veth peer name b%d%n", i, i));
            script.append(String.format("ip link set a%d master br%d%n", i, i));
            script.append(String.format("ip link set b%d master br%d%n", i, i + 1));
            script.append(String.format("ip link set a%d up%nip link set b%d up%n", i, i));
        }
        script.append("ip link add last type veth peer name end\nip link set last master br9\n");
        script.append("ip link set last up\nip link set end up\n");
        script.append("ip link add brend type bridge\nip link set brend up\nip link set end master brend\n");
        script.append("ip link add out type dummy\nip link set out master brend\nip link set out up\n");
        bed.lab().sh(script.toString());
        bed.nanosPerPacket("in", "out", there, 1);
        bed.nanosPerPacket("out", "in", Frames.ethernet(RIGHT, LEFT, List.of()), 1);
    }

    @Override
    public String name() {
        return "veth-chain";
    }

    @Override
    public String question() {
        return "a frame through 10 x (bridge + veth) and a last bridge";
    }

    @Override
    public String unit() {
        return "M packets/s";
    }

    @Override
    public boolean isMoreBetter() {
        return true;
    }

    @Override
    public int rounds() {
        return 15;
    }

    @Override
    public double sample() {
        return 1000 / bed.nanosPerPacket("in", "out", there, PACKETS);
    }
}
