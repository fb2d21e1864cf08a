package dev.weft.net.tcpdump.print;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// A time stamp of NTP: seconds since 1900 and a binary fraction (RFC 5905 §6).
record NtpTime(long seconds, long fraction) {
    private static final long SECONDS_BEFORE_1970 = 2_208_988_800L;
    private static final double FRACTIONS_PER_SECOND = 4_294_967_296.0;

    static NtpTime read(Dissection d, int at) {
        return new NtpTime(d.u32(at), d.u32(at + 4));
    }

    void print(Dissection d) {
        d.put(seconds);
        printFraction(fraction, d);
        if (seconds != 0) {
            Instant time = Instant.ofEpochSecond(seconds - SECONDS_BEFORE_1970);
            d.put(" (").put(time.truncatedTo(ChronoUnit.SECONDS).toString()).put(')');
        }
    }

    /// The time gone by since `earlier`, or this time itself if the earlier one is not set.
    void printSince(NtpTime earlier, Dissection d) {
        if (earlier.seconds == 0) {
            print(d);
            return;
        }
        boolean later = seconds > earlier.seconds || seconds == earlier.seconds && fraction > earlier.fraction;
        NtpTime first = later ? earlier : this;
        NtpTime second = later ? this : earlier;
        long whole = second.seconds - first.seconds;
        long part = second.fraction - first.fraction;
        if (part < 0) {
            whole--;
            part += 1L << 32;
        }
        d.put(later ? '+' : '-').put(whole);
        printFraction(part, d);
    }

    private static void printFraction(long fraction, Dissection d) {
        d.put('.');
        Digits.padded(d.out(), (long) (fraction / FRACTIONS_PER_SECOND * 1_000_000_000.0), 9);
    }
}
