package dev.weft.net.netfilter.match.hashlimit;

import dev.weft.net.netfilter.table.XtablesError;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How fast packets or bytes may come, as iptables and the kernel write it down.
///
/// @param period of packets: a millionth of a second for each; of bytes: the part of 2³² that 16 of them cost
/// @param isBytes are bytes counted?
/// @param unitSeconds the unit that it was typed in
record HashlimitRate(long period, boolean isBytes, int unitSeconds) {
    static final long SCALE = 1_000_000;

    private static final int CHUNK_SHIFT = 4;
    private static final long UINT = 0xffff_ffffL;
    private static final Pattern BYTES =
            Pattern.compile("([0-9]+)(b|kb|mb)/s(?:ec(?:ond)?)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern PACKETS = Pattern.compile("([0-9]+)(?:/([a-zA-Z]+))?");
    private static final List<String> WORDS = List.of("second", "minute", "hour", "day");
    private static final List<String> NAMES = List.of("sec", "min", "hour", "day");
    private static final int[] SECONDS = {1, 60, 3600, 86_400};

    /// @throws XtablesError when it is too fast; null when it is no rate at all
    static @Nullable HashlimitRate parse(String text) {
        Matcher bytes = BYTES.matcher(text);
        if (bytes.matches()) {
            long many = bytes(bytes.group(1), bytes.group(2));
            return new HashlimitRate(UINT / ((many >> CHUNK_SHIFT) + 1), true, 1);
        }
        Matcher packets = PACKETS.matcher(text);
        if (!packets.matches() || packets.group(1).length() > 10) {
            return null;
        }
        long count = Long.parseLong(packets.group(1));
        int unit = packets.group(2) == null ? 0 : unit(packets.group(2).toLowerCase(Locale.ROOT));
        if (unit < 0 || count == 0 || count > UINT) {
            return null;
        }
        if (count / SECONDS[unit] > SCALE) {
            throw XtablesError.parameter("Rate too fast \"" + text + "\"");
        }
        return new HashlimitRate(SCALE * SECONDS[unit] / count, false, SECONDS[unit]);
    }

    private static int unit(String word) {
        for (int i = 0; i < WORDS.size(); i++) {
            if (WORDS.get(i).startsWith(word)) {
                return i;
            }
        }
        return -1;
    }

    /// A number of bytes with its unit, at most 2³² - 1.
    static long bytes(String number, String unit) {
        long factor = switch (unit.toLowerCase(Locale.ROOT)) {
            case "kb" -> 1024;
            case "mb" -> 1024 * 1024;
            default -> 1;
        };
        long many = number.length() > 10 ? UINT + 1 : Long.parseLong(number) * factor;
        if (many > UINT) {
            throw XtablesError.parameter("Rate value too large \"" + many + "\" (max " + UINT + ")\n");
        }
        return many;
    }

    /// The bytes of a second, as far as the kernel's number still tells.
    long bytesPerSecond() {
        return UINT / period - 1 << CHUNK_SHIFT;
    }

    /// As one in which the time between packets is so many times as long.
    HashlimitRate times(long interval) {
        return new HashlimitRate(period * interval, isBytes, unitSeconds);
    }

    /// `5/min`, or `512kb/s`.
    String text() {
        if (isBytes) {
            return bytesText(bytesPerSecond()) + "/s";
        }
        int unit = unit();
        return SCALE * SECONDS[unit] / period + "/" + NAMES.get(unit);
    }

    /// `2mb`
    static String bytesText(long bytes) {
        if (bytes >= 1024 * 1024 && bytes % (1024 * 1024) == 0) {
            return bytes / (1024 * 1024) + "mb";
        }
        return bytes >= 1024 && bytes % 1024 == 0 ? bytes / 1024 + "kb" : bytes + "b";
    }

    /// The seconds of the unit in which it is written.
    int writtenUnitSeconds() {
        return SECONDS[unit()];
    }

    /// The smallest unit whose numbers are exact enough, from the day down.
    private int unit() {
        int unit = SECONDS.length - 1;
        while (unit > 0) {
            long smaller = SCALE * SECONDS[unit - 1];
            if (period > smaller || smaller / period < smaller % period) {
                break;
            }
            unit--;
        }
        return unit;
    }
}
