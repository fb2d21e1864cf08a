package dev.weft.net.tcpdump.print;

import java.time.Instant;
import java.time.LocalDateTime;

/// Prints the time that starts a line, remembering the earlier time that deltas count from.
final class TimeStampPrinter {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long NANOS_PER_MICRO = 1000;

    private final PrintOptions options;
    private boolean started;
    private long reference;

    TimeStampPrinter(PrintOptions options) {
        this.options = options;
    }

    void print(StringBuilder out, long timestampNanos) {
        long nanos = options.nanoseconds()
                ? timestampNanos
                : timestampNanos - Math.floorMod(timestampNanos, NANOS_PER_MICRO);
        switch (options.timeStamp()) {
            case NONE -> {}
            case CLOCK -> clock(out, local(nanos), nanos);
            case DATE -> {
                LocalDateTime time = local(nanos);
                Digits.padded(out, time.getYear(), 4);
                out.append('-');
                Digits.padded(out, time.getMonthValue(), 2);
                out.append('-');
                Digits.padded(out, time.getDayOfMonth(), 2);
                out.append(' ');
                clock(out, time, nanos);
            }
            case EPOCH -> {
                out.append(Math.floorDiv(nanos, NANOS_PER_SECOND));
                fraction(out, nanos);
            }
            case SINCE_PREVIOUS -> {
                delta(out, started ? nanos - reference : 0);
                reference = nanos;
                started = true;
            }
            case SINCE_FIRST -> {
                reference = started ? reference : nanos;
                started = true;
                delta(out, nanos - reference);
            }
        }
    }

    private LocalDateTime local(long nanos) {
        Instant instant = Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS_PER_SECOND));
        return LocalDateTime.ofInstant(instant, options.zone());
    }

    private void clock(StringBuilder out, LocalDateTime time, long nanos) {
        hours(out, time.getHour(), time.getMinute(), time.getSecond());
        fraction(out, nanos);
    }

    private void delta(StringBuilder out, long nanos) {
        out.append(nanos < 0 ? '-' : ' ');
        long seconds = Math.abs(nanos) / NANOS_PER_SECOND;
        hours(out, seconds / 3600, seconds / 60 % 60, seconds % 60);
        fraction(out, Math.abs(nanos));
    }

    private static void hours(StringBuilder out, long hours, long minutes, long seconds) {
        Digits.padded(out, hours, 2);
        out.append(':');
        Digits.padded(out, minutes, 2);
        out.append(':');
        Digits.padded(out, seconds, 2);
    }

    private void fraction(StringBuilder out, long nanos) {
        long rest = Math.floorMod(nanos, NANOS_PER_SECOND);
        out.append('.');
        if (options.nanoseconds()) {
            Digits.padded(out, rest, 9);
        } else {
            Digits.padded(out, rest / NANOS_PER_MICRO, 6);
        }
        out.append(' ');
    }
}
