package dev.weft.net.tcpdump.print;

import java.time.ZoneId;
import java.time.ZoneOffset;

/// What shapes the text of a packet, by the letters of tcpdump's options.
///
/// @param numeric `-n`: no names for addresses and ports
/// @param link `-e`: the link-level header
/// @param verbosity how many `-v`
/// @param quiet `-q`
/// @param timeStamp `-t` in its forms
/// @param nanoseconds `--nano`
/// @param zone where local time is taken
/// @param hex how many `-x`
/// @param hexAndText how many `-X`
/// @param text how many `-A`
/// @param absoluteSequence `-S`
/// @param noChecksums `-K`
/// @param numbered `-#`
/// @param bareHostNames `-N`
/// @param asDot `-b`: AS numbers in ASDOT notation
public record PrintOptions(
        boolean numeric,
        boolean link,
        int verbosity,
        boolean quiet,
        TimeStamp timeStamp,
        boolean nanoseconds,
        ZoneId zone,
        int hex,
        int hexAndText,
        int text,
        boolean absoluteSequence,
        boolean noChecksums,
        boolean numbered,
        boolean bareHostNames,
        boolean asDot) {

    /// Numeric, short, in UTC: what a test wants.
    public static final PrintOptions PLAIN = new PrintOptions(
            true, false, 0, false, TimeStamp.CLOCK, false, ZoneOffset.UTC, 0, 0, 0, false, false, false, false, false);

    boolean verbose() {
        return verbosity > 0;
    }
}
