package dev.weft.bench;

import dev.weft.core.wire.Ip4Address;
import dev.weft.net.ip.fib.Ip4PrefixMap;
import java.util.SplittableRandom;

/// Longest-prefix match alone: random addresses, looked up in batches as `ip4-lookup` does.
final class FibLookupBenchmark implements Benchmark {
    private static final int BATCH = 256;
    private static final int BATCHES = 4096;

    /// Cumulated shares, in percent, of the lengths in a table of the whole Internet.
    private static final int[][] LENGTHS = {
        {60, 24}, {72, 22}, {80, 23}, {86, 21}, {91, 20}, {95, 19}, {98, 16}, {100, 18}
    };

    private final int routes;
    private final SplittableRandom random = new SplittableRandom(1);
    private final Ip4PrefixMap map = new Ip4PrefixMap();
    private final int[] addresses = random.ints((long) BATCH * BATCHES).toArray();
    private int sum;

    FibLookupBenchmark(int routes) {
        this.routes = routes;
    }

    @Override
    public String name() {
        return "fib-" + routes;
    }

    @Override
    public String question() {
        return "longest-prefix match among " + routes + " routes";
    }

    @Override
    public String unit() {
        return "ns";
    }

    @Override
    public int rounds() {
        return 15;
    }

    @Override
    public double sample() {
        fill(map, routes, random);
        int[] asked = new int[BATCH];
        int[] found = new int[BATCH];
        long start = System.nanoTime();
        for (int batch = 0; batch < BATCHES; batch++) {
            System.arraycopy(addresses, batch * BATCH, asked, 0, BATCH);
            map.lookup(asked, found, BATCH);
            sum += found[batch & 0xff];
        }
        double nanos = System.nanoTime() - start;
        if (sum == 0) {
            throw new IllegalStateException("nothing was found");
        }
        return nanos / BATCH / BATCHES;
    }

    static void fill(Ip4PrefixMap map, int routes, SplittableRandom random) {
        map.put(0, 0, 1);
        while (map.size() < routes) {
            int share = random.nextInt(100);
            int length = 0;
            for (int i = 0; length == 0; i++) {
                length = share < LENGTHS[i][0] ? LENGTHS[i][1] : 0;
            }
            map.put(random.nextInt() & Ip4Address.mask(length), length, 1 + random.nextInt(64));
        }
    }
}
