package dev.weft.net.tcpdump.print;

/// Seconds as tcpdump writes spans of time: `1y2w3d4h5m6s`.
final class Durations {
    private static final char[] UNITS = {'y', 'w', 'd', 'h', 'm'};
    private static final long[] SECONDS = {31_536_000, 604_800, 86_400, 3600, 60};

    private Durations() {}

    static void print(Dissection d, long seconds) {
        if (seconds == 0) {
            d.put("0s");
            return;
        }
        long left = seconds;
        for (int i = 0; i < UNITS.length; i++) {
            if (left >= SECONDS[i]) {
                d.put(left / SECONDS[i]).put(UNITS[i]);
                left %= SECONDS[i];
            }
        }
        if (left > 0) {
            d.put(left).put('s');
        }
    }
}
