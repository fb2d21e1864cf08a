package dev.weft.net.ip.route;

import dev.weft.core.command.Args;
import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.net.ip.fib.RouteMetric;
import dev.weft.net.ip.fib.RouteMetrics;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the metrics of a route: `mtu lock 1400 rtt 300ms`.
final class MetricReader {
    private static final Pattern TIME = Pattern.compile("([0-9]+|0[xX][0-9a-fA-F]+|[0-9]*\\.[0-9]*)([a-zA-Z]*)");
    private static final long MOST = 0xffff_ffffL;
    private static final int ECN = 1;

    /// What TCP can do here, by the names that Linux's default configuration has.
    private static final Set<String> CONGESTION_CONTROLS = Set.of("reno", "cubic");

    private RouteMetrics metrics = RouteMetrics.NONE;

    RouteMetrics metrics() {
        return metrics;
    }

    /// Takes the next words if they are a metric.
    boolean read(Args args) {
        if (args.take("mtu")) {
            number(args, RouteMetric.MTU, "\"mtu\" value is invalid\n");
        } else if (args.take("hoplimit")) {
            hopLimit(args);
        } else if (args.take("advmss")) {
            number(args, RouteMetric.ADVMSS, "\"mss\" value is invalid\n");
        } else if (args.takeAbbreviated("reordering")) {
            number(args, RouteMetric.REORDERING, "\"reordering\" value is invalid\n");
        } else if (args.take("rtt")) {
            time(args, RouteMetric.RTT, 8, "\"rtt\" value is invalid\n");
        } else if (args.take("rto_min")) {
            metrics = metrics.withLock(RouteMetric.RTO_MIN);
            metrics = metrics.with(RouteMetric.RTO_MIN, readTime(args, 1, "\"rto_min\" value is invalid\n"));
        } else if (args.takeAbbreviated("window")) {
            number(args, RouteMetric.WINDOW, "\"window\" value is invalid\n");
        } else if (args.takeAbbreviated("cwnd")) {
            number(args, RouteMetric.CWND, "\"cwnd\" value is invalid\n");
        } else if (args.takeAbbreviated("initcwnd")) {
            number(args, RouteMetric.INITCWND, "\"initcwnd\" value is invalid\n");
        } else if (args.takeAbbreviated("initrwnd")) {
            number(args, RouteMetric.INITRWND, "\"initrwnd\" value is invalid\n");
        } else if (args.takeAbbreviated("features")) {
            features(args);
        } else if (args.takeAbbreviated("quickack")) {
            flag(args, RouteMetric.QUICKACK);
        } else if (args.takeAbbreviated("congctl")) {
            congestionControl(args);
        } else if (args.takeAbbreviated("rttvar")) {
            time(args, RouteMetric.RTTVAR, 4, "\"rttvar\" value is invalid\n");
        } else if (args.takeAbbreviated("ssthresh")) {
            number(args, RouteMetric.SSTHRESH, "\"ssthresh\" value is invalid\n");
        } else if (args.takeAbbreviated("fastopen_no_cookie")) {
            flag(args, RouteMetric.FASTOPEN_NO_COOKIE);
        } else {
            return false;
        }
        return true;
    }

    private void number(Args args, RouteMetric metric, String why) {
        lock(args, metric);
        metrics = metrics.with(metric, (int) args.nextU32(why));
    }

    private void hopLimit(Args args) {
        lock(args, RouteMetric.HOPLIMIT);
        long value = args.nextU32("\"hoplimit\" value is invalid\n");
        if (value > 255) {
            throw Args.invalid("\"hoplimit\" value is invalid\n", args.previous());
        }
        metrics = metrics.with(RouteMetric.HOPLIMIT, (int) value);
    }

    private void time(Args args, RouteMetric metric, int unitsPerMillisecond, String why) {
        lock(args, metric);
        metrics = metrics.with(metric, readTime(args, unitsPerMillisecond, why));
    }

    private void lock(Args args, RouteMetric metric) {
        if (args.take("lock")) {
            metrics = metrics.withLock(metric);
        }
    }

    /// A number in the kernel's own units, or with `s` or `ms` behind it (iproute2: `get_time_rtt`).
    private static int readTime(Args args, int unitsPerMillisecond, String why) {
        String word = args.next();
        Matcher time = TIME.matcher(word);
        if (!time.matches() || time.group(1).equals(".")) {
            throw Args.invalid(why, word);
        }
        String digits = time.group(1);
        double value = digits.contains(".") ? Double.parseDouble(digits) : Long.decode(digits);
        if (value >= MOST) {
            throw Args.invalid(why, word);
        }
        int scale = switch (time.group(2).toLowerCase(Locale.ROOT)) {
            case "" -> 0;
            case "s", "sec", "secs" -> 1000;
            case "ms", "msec", "msecs" -> 1;
            default -> throw Args.invalid(why, word);
        };
        return scale == 0 ? (int) (long) Math.ceil(value) : (int) (long) Math.ceil(value * scale) * unitsPerMillisecond;
    }

    private void features(Args args) {
        String word = args.next();
        if (!word.equals("ecn")) {
            throw Args.invalid("\"features\" value not valid\n", word);
        }
        metrics = metrics.with(RouteMetric.FEATURES, ECN);
    }

    private void flag(Args args, RouteMetric metric) {
        String name = "\"" + metric.word() + "\"";
        long value = args.nextU32(name + " value is invalid\n");
        if (value > 1) {
            throw Args.invalid(name + " value should be 0 or 1\n", args.previous());
        }
        metrics = metrics.with(metric, (int) value);
    }

    private void congestionControl(Args args) {
        lock(args, RouteMetric.CC_ALGO);
        String name = args.next();
        if (!CONGESTION_CONTROLS.contains(name)) {
            throw new KernelError(Errno.EINVAL, "Unknown tcp congestion algorithm");
        }
        metrics = metrics.withCongestionControl(name);
    }
}
