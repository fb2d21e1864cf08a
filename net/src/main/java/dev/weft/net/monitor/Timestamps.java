package dev.weft.net.monitor;

import dev.weft.core.time.Clock;
import dev.weft.net.iproute.IpOptions;
import dev.weft.net.iproute.IpPrinter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Dates in front of news (iproute2: `print_timestamp`).
final class Timestamps {
    private static final long NANOS = 1_000_000_000L;
    private static final DateTimeFormatter SHORT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT);

    /// As asctime(3) writes it.
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss uuuu", Locale.ROOT);

    private Timestamps() {}

    static void print(IpPrinter out, IpOptions options, Clock clock) {
        if (options.timestamp() == IpOptions.Timestamp.NONE) {
            return;
        }
        long nanos = clock.epochNanos();
        ZonedDateTime now = Instant.ofEpochSecond(nanos / NANOS, nanos % NANOS).atZone(ZoneId.systemDefault());
        if (options.timestamp() == IpOptions.Timestamp.SHORT) {
            out.text("[" + SHORT.format(now) + "] ");
        } else {
            out.text("Timestamp: " + LONG.format(now) + " " + now.getNano() / 1000 + " usec\n");
        }
    }
}
