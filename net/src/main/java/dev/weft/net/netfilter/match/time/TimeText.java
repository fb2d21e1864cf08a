package dev.weft.net.netfilter.match.time;

import dev.weft.net.netfilter.table.OptionValues;
import dev.weft.net.netfilter.table.XtablesError;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Dates, times and days as the match `time` writes and reads them.
final class TimeText {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final Pattern WRITTEN = Pattern.compile("([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2})"
            + "(?:[Tt]([0-9]{1,2})(?::([0-9]{1,2})(?::([0-9]{1,2}))?)?)?)?)?");

    private TimeText() {}

    /// `18:30:00`
    static String time(int second) {
        return String.format(Locale.ROOT, "%02d:%02d:%02d", second / 3600, second / 60 % 60, second % 60);
    }

    static String date(long second, char between) {
        LocalDateTime date = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
        return DATE.format(date) + between + TIME.format(date);
    }

    static String weekdays(int days) {
        List<String> names = new ArrayList<>();
        for (int day = 1; day <= 7; day++) {
            if ((days >>> day & 1) == 1) {
                names.add(TimeMatch.DAYS.get(day));
            }
        }
        return String.join(",", names);
    }

    /// @param ordinal `1st` instead of `1`, with the endings that iptables gives
    static String monthdays(int days, boolean ordinal) {
        List<String> names = new ArrayList<>();
        for (int day = 1; day <= 31; day++) {
            if ((days >>> day & 1) == 1) {
                String ending = switch (day % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
                names.add(day + (ordinal ? ending : ""));
            }
        }
        return String.join(",", names);
    }

    /// `hh:mm[:ss]` as seconds since midnight.
    static int parseTime(String text) {
        String[] parts = text.split(":", 3);
        int hour = part(parts[0], 23);
        if (parts.length < 2 || hour < 0) {
            throw badTime(text);
        }
        int minute = part(parts[1], 59);
        if (minute < 0) {
            throw badTime(text.substring(parts[0].length() + 1));
        }
        int second = parts.length < 3 ? 0 : part(parts[2], 59);
        if (second < 0) {
            throw badTime(parts[2]);
        }
        return hour * 3600 + minute * 60 + second;
    }

    private static XtablesError badTime(String text) {
        return XtablesError.parameter(
                "invalid time \"" + text + "\" specified, should be hh:mm[:ss] format and within the boundaries");
    }

    /// A decimal number up to `most`; negative when it is none.
    private static int part(String text, int most) {
        if (!text.matches("[0-9]{1,4}") || Integer.parseInt(text) > most) {
            return -1;
        }
        return Integer.parseInt(text);
    }

    /// `YYYY[-MM[-DD[Thh[:mm[:ss]]]]]` as seconds since 1970.
    static long parseDate(String text) {
        Matcher date = WRITTEN.matcher(text);
        if (!date.matches()) {
            throw badDate(text);
        }
        int year = Integer.parseInt(date.group(1));
        int month = field(date.group(2), 1);
        int day = field(date.group(3), 1);
        int hour = field(date.group(4), 0);
        int minute = field(date.group(5), 0);
        int second = field(date.group(6), 0);
        boolean sound = year >= 1970
                && year <= 2038
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= 31
                && hour < 24
                && minute < 60
                && second < 60;
        if (!sound) {
            throw badDate(text);
        }
        return LocalDateTime.of(year, month, 1, hour, minute, second)
                .plusDays(day - 1L)
                .toEpochSecond(ZoneOffset.UTC);
    }

    private static int field(@Nullable String text, int usual) {
        return text == null ? usual : Integer.parseInt(text);
    }

    private static XtablesError badDate(String text) {
        return XtablesError.parameter(
                "Invalid date \"" + text + "\" specified. Should be YYYY[-MM[-DD[Thh[:mm[:ss]]]]]");
    }

    /// Names of which two letters count, or numbers, between commas.
    static int parseWeekdays(String text) {
        int days = 0;
        for (String word : text.split(",")) {
            OptionalLong number = OptionValues.number(word);
            if (number.isPresent()) {
                if (number.getAsLong() == 0) {
                    throw XtablesError.parameter("No, the week does NOT begin with Sunday.");
                }
                days |= number.getAsLong() > 7 ? 0 : 1 << number.getAsLong();
                continue;
            }
            int day = TimeMatch.DAYS.stream().map(TimeText::firstTwo).toList().indexOf(firstTwo(word));
            if (day <= 0) {
                throw XtablesError.parameter(word + " is not a valid day specifier");
            }
            days |= 1 << day;
        }
        return days;
    }

    private static String firstTwo(String word) {
        return word.substring(0, Math.min(2, word.length()));
    }

    static int parseMonthdays(String text) {
        int days = 0;
        for (String word : text.split(",")) {
            OptionalLong number = OptionValues.number(word);
            if (number.isEmpty() || number.getAsLong() == 0 || number.getAsLong() > 31) {
                throw XtablesError.parameter(word + " is not a valid day for --monthdays");
            }
            days |= 1 << number.getAsLong();
        }
        return days;
    }
}
