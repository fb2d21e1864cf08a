package dev.weft.net.netfilter.match;

import dev.weft.net.netfilter.table.Option;
import dev.weft.net.netfilter.table.OptionValues;
import dev.weft.net.netfilter.table.XtablesError;
import java.util.OptionalLong;

/// `NUMBER[:NUMBER]`, of which either end may be left out (`XTTYPE_UINT*RC`).
public record NumberRange(long first, long last) {
    /// @throws XtablesError when it is none, or beyond `max`
    public static NumberRange parse(String extension, Option option, String text, long max) {
        int colon = text.indexOf(':');
        String from = colon < 0 ? text : text.substring(0, colon);
        String to = colon < 0 ? text : text.substring(colon + 1);
        long first = colon >= 0 && from.isEmpty() ? 0 : number(extension, option, text, from, max);
        long last = colon >= 0 && to.isEmpty() ? max : number(extension, option, to, to, max);
        return new NumberRange(first, last);
    }

    private static long number(String extension, Option option, String rest, String text, long max) {
        OptionalLong value = OptionValues.number(text);
        if (value.isEmpty() || value.getAsLong() > max) {
            throw XtablesError.parameter(extension + ": bad value for option \"--" + option.name() + "\" near \"" + rest
                    + "\", or out of range (0-" + max + ").\n");
        }
        return value.getAsLong();
    }
}
