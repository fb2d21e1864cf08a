package dev.weft.net.ip.route;

import dev.weft.net.ip.fib.RouteMetric;
import dev.weft.net.ip.fib.RouteMetrics;
import dev.weft.net.iproute.IpPrinter;

/// Prints the metrics of a route (iproute2: `print_rta_metrics`).
final class MetricPrinter {
    private static final int ECN = 1;

    private final IpPrinter out;

    MetricPrinter(IpPrinter out) {
        this.out = out;
    }

    void print(RouteMetrics metrics) {
        if (metrics.isEmpty()) {
            return;
        }
        out.openArray("metrics");
        out.openObject();
        for (RouteMetric metric : RouteMetric.values()) {
            if (metrics.get(metric) != 0
                    || metrics.isLocked(metric)
                    || metric == RouteMetric.CC_ALGO
                            && !metrics.congestionControl().isEmpty()) {
                out.text(metric.word() + (metrics.isLocked(metric) ? " lock " : " "));
                printValue(metrics, metric);
            }
        }
        out.closeObject();
        out.closeArray();
    }

    private void printValue(RouteMetrics metrics, RouteMetric metric) {
        int value = metrics.get(metric);
        switch (metric) {
            case RTT -> printTime(metric, value / 8);
            case RTTVAR -> printTime(metric, value / 4);
            case RTO_MIN -> printTime(metric, value);
            case CC_ALGO -> out.print("congestion", "%s ", metrics.congestionControl());
            case FEATURES -> printFeatures(value);
            default -> out.printUnsigned(metric.word(), "%s ", Integer.toUnsignedLong(value));
        }
    }

    /// Milliseconds, from 1,000 on as seconds.
    private void printTime(RouteMetric metric, int millis) {
        out.json(metric.word(), Integer.toUnsignedLong(millis));
        out.text(millis >= 1000 ? seconds(millis) + "s " : millis + "ms ");
    }

    /// As `%g` of printf(3) has it: six digits at most, no zeros at the end.
    private static String seconds(int millis) {
        String text = Double.toString(millis / 1000.0);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private void printFeatures(int features) {
        if ((features & ECN) != 0) {
            out.printNull("ecn", "ecn ");
        }
        if ((features & ~ECN) != 0) {
            out.print0xHex("features", "%s ", features & ~ECN);
        }
    }
}
