package dev.weft.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// `./weft bench [NAME…] [--rules N]`: measures all, or the named ones, in one run. Each has a JVM of its own, so that
/// what the
/// compiler learned from one does not slow the next.
public final class Main {
    /// Says to the JVM of one benchmark that it is to measure and not to start others.
    private static final String ALONE = "weft.bench.alone";

    private static final List<Supplier<Benchmark>> BENCHMARKS = List.of(
            StartBenchmark::new,
            CommandBenchmark::new,
            () -> new FibLookupBenchmark(20),
            () -> new FibLookupBenchmark(5_000),
            () -> new FibLookupBenchmark(500_000),
            FibLoadBenchmark::new,
            () -> new BridgeBenchmark(1),
            () -> new BridgeBenchmark(10_000),
            ChainBenchmark::new,
            () -> new ForwardBenchmark(10, 256),
            () -> new ForwardBenchmark(500_000, 256),
            () -> new ForwardBenchmark(10, 1),
            () -> new ConntrackBenchmark(1_000_000, ConntrackBenchmark.Mode.OFF),
            () -> new ConntrackBenchmark(1_000_000, ConntrackBenchmark.Mode.KNOWN),
            () -> new ConntrackBenchmark(1_000_000, ConntrackBenchmark.Mode.NEW),
            () -> new ConntrackBenchmark(10_000, ConntrackBenchmark.Mode.KNOWN),
            () -> new ConntrackBenchmark(10_000, ConntrackBenchmark.Mode.NAT),
            () -> new NamespacesBenchmark(false),
            () -> new NamespacesBenchmark(true));

    private static final List<Integer> RULES = List.of(100, 1_000, 10_000);

    private Main() {}

    public static void main(String... words) throws Exception {
        List<String> names = new ArrayList<>(List.of(words));
        List<Integer> rules = takeRules(names);
        List<Benchmark> known = Stream.concat(
                        BENCHMARKS.stream().map(Supplier::get), rules.stream().flatMap(IptablesBenchmark::all))
                .toList();
        Set<Benchmark> wanted = new LinkedHashSet<>();
        for (String name : names) {
            List<Benchmark> named = named(known, name);
            if (named.isEmpty()) {
                System.err.println("weft bench: no benchmark named \"" + name + "\"; there are:");
                known.forEach(one -> System.err.println("  " + one.name() + ": " + one.question()));
                System.exit(1);
            }
            wanted.addAll(named);
        }
        boolean alone = Boolean.getBoolean(ALONE);
        if (!alone) {
            System.out.println(String.format(Locale.ROOT, "%-24s %12s %12s %12s", "", "best", "median", "max"));
        }
        for (Benchmark benchmark : names.isEmpty() ? known : wanted) {
            if (alone) {
                System.out.println(Samples.measure(benchmark).row(benchmark.name(), benchmark.unit()));
            } else {
                measureApart(benchmark.name(), rules);
            }
        }
    }

    /// The one of that name, or all of that group: `iptables` for `iptables-100-address`.
    private static List<Benchmark> named(List<Benchmark> known, String name) {
        List<Benchmark> same = known.stream().filter(b -> b.name().equals(name)).toList();
        return same.isEmpty()
                ? known.stream().filter(b -> b.name().startsWith(name + "-")).toList()
                : same;
    }

    /// Takes `--rules N` out of the words: how many rules iptables is to be measured with.
    private static List<Integer> takeRules(List<String> words) {
        int option = words.indexOf("--rules");
        if (option < 0 || option + 1 == words.size()) {
            return RULES;
        }
        words.remove(option);
        return List.of(Integer.valueOf(words.remove(option)));
    }

    /// Starts this program again, as it was started, for one benchmark.
    private static void measureApart(String name, List<Integer> rules) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        ProcessHandle.Info self = ProcessHandle.current().info();
        command.add(self.command().orElse("java"));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-D" + ALONE + "=true", "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(Main.class.getName(), name));
        if (rules.size() == 1) {
            command.addAll(List.of("--rules", rules.getFirst().toString()));
        }
        int status = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (status != 0) {
            throw new IllegalStateException(name + " ended with " + status);
        }
    }
}
