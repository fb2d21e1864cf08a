package dev.weft.bench;

import java.util.List;
import java.util.Locale;

/// `./weft bench [NAME…]`: measures all, or the named ones, in one run.
public final class Main {
    private static final List<Benchmark> BENCHMARKS = List.of(
            new StartBenchmark(),
            new FibLookupBenchmark(20),
            new FibLookupBenchmark(5_000),
            new FibLookupBenchmark(500_000),
            new FibLoadBenchmark(),
            new BridgeBenchmark(1),
            new BridgeBenchmark(10_000),
            new ChainBenchmark(),
            new ForwardBenchmark(10, 256),
            new ForwardBenchmark(500_000, 256),
            new ForwardBenchmark(10, 1),
            new NamespacesBenchmark(false),
            new NamespacesBenchmark(true));

    private Main() {}

    public static void main(String... names) throws Exception {
        for (String name : names) {
            if (BENCHMARKS.stream().noneMatch(benchmark -> benchmark.name().equals(name))) {
                System.err.println("weft bench: no benchmark named \"" + name + "\"; there are:");
                BENCHMARKS.forEach(known -> System.err.println("  " + known.name() + ": " + known.question()));
                System.exit(1);
            }
        }
        System.out.println(String.format(Locale.ROOT, "%-20s %12s %12s %12s", "", "best", "median", "max"));
        for (Benchmark benchmark : BENCHMARKS) {
            if (names.length == 0 || List.of(names).contains(benchmark.name())) {
                System.out.println(Samples.measure(benchmark).row(benchmark.name(), benchmark.unit()));
            }
        }
    }
}
