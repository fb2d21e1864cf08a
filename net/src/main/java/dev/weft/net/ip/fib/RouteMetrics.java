package dev.weft.net.ip.fib;

import java.util.Arrays;

/// The metrics of a route; most are absent, which is 0 (kernel: `struct dst_metrics`). Never changed: routes share
/// them.
public final class RouteMetrics {
    public static final RouteMetrics NONE = new RouteMetrics(new int[0], 0, "");

    /// The largest MTU that a route may claim.
    public static final int MAX_MTU = 65535 - 15;

    private static final int MAX_ADVMSS = 65535 - 40;
    private static final int MAX_HOPLIMIT = 255;

    private final int[] values;
    private final int locked;
    private final String congestionControl;

    private RouteMetrics(int[] values, int locked, String congestionControl) {
        this.values = values;
        this.locked = locked;
        this.congestionControl = congestionControl;
    }

    /// These metrics with one more; what exceeds the kernel's limits is cut.
    public RouteMetrics with(RouteMetric metric, int value) {
        int[] more = Arrays.copyOf(values, Math.max(values.length, metric.ordinal() + 1));
        more[metric.ordinal()] = switch (metric) {
            case MTU -> cut(value, MAX_MTU);
            case ADVMSS -> cut(value, MAX_ADVMSS);
            case HOPLIMIT -> cut(value, MAX_HOPLIMIT);
            default -> value;
        };
        return new RouteMetrics(more, locked, congestionControl);
    }

    /// These metrics with one of them locked: nothing that is learnt on the way changes it.
    public RouteMetrics withLock(RouteMetric metric) {
        return new RouteMetrics(values, locked | 1 << metric.ordinal(), congestionControl);
    }

    public RouteMetrics withCongestionControl(String name) {
        return new RouteMetrics(values, locked, name);
    }

    public boolean isEmpty() {
        return locked == 0
                && congestionControl.isEmpty()
                && Arrays.stream(values).allMatch(value -> value == 0);
    }

    /// 0 when it is absent.
    public int get(RouteMetric metric) {
        return metric.ordinal() < values.length ? values[metric.ordinal()] : 0;
    }

    public boolean isLocked(RouteMetric metric) {
        return (locked & 1 << metric.ordinal()) != 0;
    }

    /// Empty when the route leaves the choice to TCP.
    public String congestionControl() {
        return congestionControl;
    }

    /// Do all metrics that are present here have the same values there (kernel: `fib_metrics_match`)?
    boolean isContainedIn(RouteMetrics other) {
        for (RouteMetric metric : RouteMetric.values()) {
            if (get(metric) != 0 && get(metric) != other.get(metric)) {
                return false;
            }
        }
        return congestionControl.isEmpty() || congestionControl.equals(other.congestionControl);
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof RouteMetrics other
                && locked == other.locked
                && isContainedIn(other)
                && other.isContainedIn(this);
    }

    @Override
    public int hashCode() {
        int hash = locked;
        for (int value : values) {
            hash += value;
        }
        return hash;
    }

    private static int cut(int value, int most) {
        return Integer.compareUnsigned(value, most) > 0 ? most : value;
    }
}
