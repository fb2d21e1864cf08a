package dev.weft.bench;

import java.util.Arrays;
import java.util.Locale;

/// What the rounds of one benchmark gave: best, median and max, as a machine shared with others asks for.
///
/// @param best the largest where more is better, else the smallest
public record Samples(double best, double median, double max) {
    public static Samples of(boolean moreIsBetter, double... values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        double max = sorted[sorted.length - 1];
        return new Samples(moreIsBetter ? max : sorted[0], sorted[sorted.length / 2], max);
    }

    static Samples measure(Benchmark benchmark) throws Exception {
        benchmark.prepare();
        var values = new double[benchmark.rounds()];
        for (int i = 0; i < values.length; i++) {
            values[i] = benchmark.sample();
        }
        return of(benchmark.isMoreBetter(), values);
    }

    public String row(String name, String unit) {
        return String.format(Locale.ROOT, "%-24s %12.1f %12.1f %12.1f  %s", name, best, median, max, unit);
    }
}
