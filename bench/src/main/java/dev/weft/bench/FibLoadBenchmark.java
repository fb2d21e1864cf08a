package dev.weft.bench;

import dev.weft.net.ip.fib.Ip4PrefixMap;
import java.util.SplittableRandom;

/// From an empty table to one of the size of the whole Internet's.
final class FibLoadBenchmark implements Benchmark {
    private static final int ROUTES = 500_000;

    @Override
    public String name() {
        return "fib-load";
    }

    @Override
    public String question() {
        return "how long to put " + ROUTES + " prefixes into the longest-prefix match";
    }

    @Override
    public String unit() {
        return "ms";
    }

    @Override
    public int rounds() {
        return 5;
    }

    @Override
    public double sample() {
        long start = System.nanoTime();
        FibLookupBenchmark.fill(new Ip4PrefixMap(), ROUTES, new SplittableRandom(2));
        return (System.nanoTime() - start) / 1e6;
    }
}
