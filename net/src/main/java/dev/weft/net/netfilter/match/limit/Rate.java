package dev.weft.net.netfilter.match.limit;

import dev.weft.net.netfilter.table.OptionValues;
import dev.weft.net.netfilter.table.XtablesError;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/// An average rate as people type it (`5/min`), kept as the kernel keeps it: ten-thousandths of a second for each.
public record Rate(long interval) {
    private static final long SECOND = 10_000;

    private static final List<Unit> UNITS = List.of(
            new Unit("day", "day", 86_400 * SECOND),
            new Unit("hour", "hour", 3600 * SECOND),
            new Unit("minute", "min", 60 * SECOND),
            new Unit("second", "sec", SECOND));

    private record Unit(String word, String shortName, long length) {}

    /// @throws XtablesError when it is no rate, or too fast
    public static Rate parse(String text) {
        int slash = text.indexOf('/');
        long length = SECOND;
        if (slash >= 0) {
            String word = text.substring(slash + 1).toLowerCase(Locale.ROOT);
            length = UNITS.stream()
                    .filter(unit -> !word.isEmpty() && unit.word.startsWith(word))
                    .findFirst()
                    .orElseThrow(() -> bad(text))
                    .length;
        }
        OptionalLong count = OptionValues.number(slash < 0 ? text : text.substring(0, slash));
        if (count.isEmpty() || count.getAsLong() == 0 || count.getAsLong() > 0xffff_ffffL) {
            throw bad(text);
        }
        if (count.getAsLong() / (length / SECOND) > SECOND) {
            throw XtablesError.parameter("Rate too fast \"" + text + "\"");
        }
        return new Rate(length / count.getAsLong());
    }

    private static XtablesError bad(String text) {
        return XtablesError.parameter("bad rate \"" + text + "\"'");
    }

    /// In the shortest unit in which it is a whole number, or nearly so.
    @Override
    public String toString() {
        int unit = 1;
        while (unit < UNITS.size()) {
            long length = UNITS.get(unit).length;
            if (interval > length || length / interval < length % interval) {
                break;
            }
            unit++;
        }
        Unit chosen = UNITS.get(unit - 1);
        return chosen.length / interval + "/" + chosen.shortName;
    }
}
