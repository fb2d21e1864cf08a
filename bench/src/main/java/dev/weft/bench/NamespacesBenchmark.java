package dev.weft.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A thousand namespaces, each with a veth pair to the first one and addresses, from one `ip -batch`.
final class NamespacesBenchmark implements Benchmark {
    private static final int COUNT = 1000;

    private final boolean bytes;

    /// @param bytes what a namespace costs, instead of how long all take
    NamespacesBenchmark(boolean bytes) {
        this.bytes = bytes;
    }

    @Override
    public String name() {
        return bytes ? "namespaces-bytes" : "namespaces";
    }

    @Override
    public String question() {
        return bytes
                ? "memory of one namespace with lo, veth and address: heap after a full collection"
                : "making 1,000 namespaces with veth and addresses by one ip -batch";
    }

    @Override
    public String unit() {
        return bytes ? "KiB each" : "s";
    }

    @Override
    public int rounds() {
        return 5;
    }

    @Override
    public double sample() throws Exception {
        Path file = Files.createTempFile("weft-namespaces", ".batch");
        try {
            Files.writeString(file, batch(), StandardCharsets.US_ASCII);
            Bed bed = new Bed(256);
            bed.lab().sh("ip netns add warm");
            long before = bytes ? used() : 0;
            long start = System.nanoTime();
            bed.lab().sh("ip -batch " + file);
            double seconds = (System.nanoTime() - start) / 1e9;
            double kibibytes = bytes ? (used() - before) / 1024.0 / COUNT : 0;
            if (bed.lab().network().names().size() != COUNT + 1) {
                throw new IllegalStateException("not all namespaces were made");
            }
            return bytes ? kibibytes : seconds;
        } finally {
            Files.delete(file);
        }
    }

    private static String batch() {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < COUNT; i++) {
            String name = "ns" + i;
            out.append("netns add ").append(name).append('\n');
            out.append(String.format("link add v%d type veth peer name eth0 netns %s%n", i, name));
            out.append(String.format("link set v%d up%n", i));
            out.append(String.format("addr add 10.%d.%d.1/24 dev v%d%n", i / 250, i % 250, i));
        }
        return out.toString();
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            runtime.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
