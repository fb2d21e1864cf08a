package dev.weft.net.netfilter.table;

import dev.weft.net.names.ServiceNames;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Reads the arguments of options, with the words of iptables for what is wrong with them (iptables: `xtoptions.c`).
///
/// `extension` is the name of the match or target, as it stands in the complaints.
public final class OptionValues {
    private static final Map<String, Integer> SYSLOG_LEVELS = Map.of(
            "emerg", 0, "panic", 0, "alert", 1, "crit", 2, "error", 3, "warning", 4, "notice", 5, "info", 6, "debug",
            7);

    private OptionValues() {}

    /// A number within bounds (`XTTYPE_UINT*`).
    public static long uint(String extension, Option option, String text, long min, long max) {
        OptionalLong value = number(text);
        if (value.isEmpty() || value.getAsLong() < min || value.getAsLong() > max) {
            throw XtablesError.parameter(extension
                    + ": bad value for option \"--"
                    + option.name()
                    + "\", or out of range ("
                    + min
                    + "-"
                    + max
                    + ").\n");
        }
        return value.getAsLong();
    }

    /// Text of limited length (`XTTYPE_STRING`).
    public static String string(String text, int min, int max) {
        if (text.length() < min) {
            throw XtablesError.parameter("Argument must have a minimum length of " + min + " characters\n");
        }
        if (text.length() > max) {
            throw XtablesError.parameter("Argument must have a maximum length of " + max + " characters\n");
        }
        return text;
    }

    /// A value and which of its bits count.
    public record Masked(int value, int mask) {}

    /// `VALUE[/MASK]` of 32 bits (`XTTYPE_MARKMASK32`).
    public static Masked mark(String extension, Option option, String text) {
        int slash = text.indexOf('/');
        String first = slash < 0 ? text : text.substring(0, slash);
        int digits = digits(first);
        OptionalLong value = number(first.substring(0, digits));
        if (digits == 0 || value.isEmpty() || value.getAsLong() > 0xffff_ffffL) {
            throw badMark(extension, option, "integer");
        }
        if (digits < first.length()) {
            throw garbage(extension, option);
        }
        if (slash < 0) {
            return new Masked((int) value.getAsLong(), -1);
        }
        String second = text.substring(slash + 1);
        int maskDigits = digits(second);
        OptionalLong mask = number(second.substring(0, maskDigits));
        if (maskDigits == 0 || mask.isEmpty() || mask.getAsLong() > 0xffff_ffffL) {
            throw badMark(extension, option, "mask");
        }
        if (maskDigits < second.length()) {
            throw garbage(extension, option);
        }
        return new Masked((int) value.getAsLong(), (int) mask.getAsLong());
    }

    private static XtablesError badMark(String extension, Option option, String what) {
        return XtablesError.parameter(
                extension + ": bad " + what + " value for option \"--" + option.name() + "\", or out of range.\n");
    }

    private static XtablesError garbage(String extension, Option option) {
        return XtablesError.parameter(
                extension + ": trailing garbage after value for option \"--" + option.name() + "\".\n");
    }

    /// A level by its name or number (`XTTYPE_SYSLOGLEVEL`).
    public static int syslogLevel(String text) {
        OptionalLong number = number(text);
        if (number.isPresent() && number.getAsLong() <= 7) {
            return (int) number.getAsLong();
        }
        Integer named = SYSLOG_LEVELS.get(text.toLowerCase(Locale.ROOT));
        if (named == null) {
            throw XtablesError.parameter("log level \"" + text + "\" unknown\n");
        }
        return named;
    }

    /// A port by number or by name (iptables: `xtables_parse_port`).
    ///
    /// @param protocol `tcp`, `udp`, …; empty for a name of any
    public static int port(String text, String protocol) {
        OptionalLong number = number(text);
        if (number.isPresent() && number.getAsLong() <= 0xffff) {
            return (int) number.getAsLong();
        }
        OptionalInt named = ServiceNames.port(text, protocol);
        if (named.isEmpty()) {
            throw XtablesError.parameter("invalid port/service `" + text + "' specified");
        }
        return named.getAsInt();
    }

    /// A whole number as strtoul(3) reads it with base 0: decimal, `0x…`, `0…`; nothing may follow and no sign precede.
    public static OptionalLong number(String text) {
        return text.isEmpty() || digits(text) != text.length() ? OptionalLong.empty() : parse(text);
    }

    private static OptionalLong parse(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        try {
            if (lower.startsWith("0x")) {
                return OptionalLong.of(Long.parseLong(lower.substring(2), 16));
            }
            return OptionalLong.of(Long.parseLong(lower, lower.startsWith("0") ? 8 : 10));
        } catch (NumberFormatException tooLong) {
            return OptionalLong.empty();
        }
    }

    /// How many characters at the beginning make a number.
    public static int digits(String text) {
        boolean hex = text.regionMatches(true, 0, "0x", 0, 2)
                && text.length() > 2
                && Character.digit(text.charAt(2), 16) >= 0;
        int base = hex ? 16 : text.startsWith("0") ? 8 : 10;
        int at = hex ? 2 : 0;
        while (at < text.length() && text.charAt(at) < 128 && Character.digit(text.charAt(at), base) >= 0) {
            at++;
        }
        return at;
    }
}
