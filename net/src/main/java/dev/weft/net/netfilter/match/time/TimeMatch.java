package dev.weft.net.netfilter.match.time;

import dev.weft.core.packet.Packet;
import dev.weft.net.namespace.Network;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.Match;
import dev.weft.net.netfilter.table.MatchType;
import java.util.List;

/// `-m time`: the date and the time of the day (kernel: `time_mt`).
///
/// @param dateStart seconds since 1970
/// @param dayStart seconds since midnight
/// @param weekdays a bit for each from Monday, which is bit 1, to Sunday, which is bit 7
/// @param monthdays a bit for each, from bit 1
record TimeMatch(
        long dateStart,
        long dateStop,
        int dayStart,
        int dayStop,
        int weekdays,
        int monthdays,
        boolean isContiguous,
        boolean isKernelZone)
        implements Match {
    static final long LAST_DATE = 0x7fff_ffffL;
    static final int LAST_SECOND = 86_399;
    static final int ALL_WEEKDAYS = 0xfe;
    static final int ALL_MONTHDAYS = 0xffff_fffe;
    static final List<String> DAYS = List.of("", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

    private static final int DAY = 86_400;
    private static final long NANOS = 1_000_000_000;
    private static final int THURSDAY = 4; // was 1970-01-01

    @Override
    public MatchType type() {
        return TimeType.TYPE;
    }

    @Override
    public boolean matches(Packet packet, HookState state) {
        long now = Network.of(state.namespace()).clock().epochNanos() / NANOS;
        if (now < dateStart || now > dateStop) {
            return false;
        }
        long day = now / DAY;
        int second = (int) (now % DAY);
        if (dayStart < dayStop) {
            if (second < dayStart || second > dayStop) {
                return false;
            }
        } else if (second < dayStart && second > dayStop) {
            return false;
        } else if (isContiguous && second <= dayStop) {
            day--; // the night still belongs to the evening
        }
        int weekday = (int) Math.floorMod(day - 1 + THURSDAY, 7L) + 1;
        return (weekdays >>> weekday & 1) == 1
                && (monthdays == ALL_MONTHDAYS || (monthdays >>> monthday(day) & 1) == 1);
    }

    /// The day of the month, without the calendar of java.time, which would allocate (Howard Hinnant's
    /// `civil_from_days`).
    private static int monthday(long day) {
        long shifted = day + 719_468;
        long inEra = Math.floorMod(shifted, 146_097L);
        long year = (inEra - inEra / 1460 + inEra / 36_524 - inEra / 146_096) / 365;
        long inYear = inEra - (365 * year + year / 4 - year / 100);
        long month = (5 * inYear + 2) / 153;
        return (int) (inYear - (153 * month + 2) / 5) + 1;
    }

    @Override
    public void save(StringBuilder to) {
        if (dayStart != 0 || dayStop != LAST_SECOND) {
            to.append(" --timestart ").append(TimeText.time(dayStart));
            to.append(" --timestop ").append(TimeText.time(dayStop));
        }
        if (monthdays != ALL_MONTHDAYS) {
            to.append(" --monthdays ").append(TimeText.monthdays(monthdays, false));
        }
        if (weekdays != ALL_WEEKDAYS) {
            to.append(" --weekdays ").append(TimeText.weekdays(weekdays));
        }
        if (dateStart != 0) {
            to.append(" --datestart ").append(TimeText.date(dateStart, 'T'));
        }
        if (dateStop != 0) {
            to.append(" --datestop ").append(TimeText.date(dateStop, 'T'));
        }
        to.append(isKernelZone ? " --kerneltz" : "").append(isContiguous ? " --contiguous" : "");
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        to.append(" TIME");
        if (dayStart != 0 || dayStop != LAST_SECOND) {
            to.append(" from ").append(TimeText.time(dayStart)).append(" to ").append(TimeText.time(dayStop));
        }
        if (weekdays != ALL_WEEKDAYS) {
            to.append(" on ").append(TimeText.weekdays(weekdays));
        }
        if (monthdays != ALL_MONTHDAYS) {
            to.append(" on ").append(TimeText.monthdays(monthdays, true));
        }
        if (dateStart != 0) {
            to.append(" starting from ").append(TimeText.date(dateStart, ' '));
        }
        if (dateStop != LAST_DATE) {
            to.append(" until date ").append(TimeText.date(dateStop, ' '));
        }
        to.append(isKernelZone ? "" : " UTC").append(isContiguous ? " contiguous" : "");
    }
}
