package dev.weft.net.netfilter.match.time;

import dev.weft.net.netfilter.table.Builder;
import dev.weft.net.netfilter.table.Match;
import dev.weft.net.netfilter.table.MatchType;
import dev.weft.net.netfilter.table.Option;
import dev.weft.net.netfilter.table.OptionInput;
import dev.weft.net.netfilter.table.RuleDraft;
import dev.weft.net.netfilter.table.XtablesError;
import java.util.List;

/// The match `time` and its options.
public final class TimeType extends MatchType {
    public static final MatchType TYPE = new TimeType();

    private TimeType() {
        super(
                "time",
                List.of(
                        Option.flag("contiguous"),
                        Option.with("datestart"),
                        Option.with("datestop"),
                        Option.flag("kerneltz").excludes("utc"),
                        Option.flag("utc").excludes("kerneltz"),
                        Option.with("monthdays").invertible(),
                        Option.with("timestart"),
                        Option.with("timestop"),
                        Option.with("weekdays").invertible()));
    }

    @Override
    public String help() {
        return """
            time match options:
                --datestart time     Start and stop time, to be given in ISO 8601
                --datestop time      (YYYY[-MM[-DD[Thh[:mm[:ss]]]]])
                --timestart time     Start and stop daytime (hh:mm[:ss])
                --timestop time      (between 00:00:00 and 23:59:59)
            [!] --monthdays value    List of days on which to match, separated by comma
                                     (Possible days: 1 to 31; defaults to all)
            [!] --weekdays value     List of weekdays on which to match, sep. by comma
                                     (Possible days: Mon,Tue,Wed,Thu,Fri,Sat,Sun or 1 to 7
                                     Defaults to all weekdays.)
                --kerneltz           Work with the kernel timezone instead of UTC
            """;
    }

    @Override
    public Builder<Match> builder(RuleDraft rule) {
        return new Reader();
    }

    private static final class Reader implements Builder<Match> {
        private long dateStart;
        private long dateStop = TimeMatch.LAST_DATE;
        private int dayStart;
        private int dayStop = TimeMatch.LAST_SECOND;
        private int weekdays = TimeMatch.ALL_WEEKDAYS;
        private int monthdays = TimeMatch.ALL_MONTHDAYS;
        private boolean contiguous;
        private boolean kernelZone;

        @Override
        public void option(Option option, OptionInput input) {
            String text = input.argument();
            switch (option.id()) {
                case "datestart" -> dateStart = TimeText.parseDate(text);
                case "datestop" -> dateStop = Math.min(TimeMatch.LAST_DATE, TimeText.parseDate(text));
                case "timestart" -> dayStart = TimeText.parseTime(text);
                case "timestop" -> dayStop = TimeText.parseTime(text);
                case "weekdays" -> {
                    int days = TimeText.parseWeekdays(text);
                    weekdays = input.isInverted() ? ~days & TimeMatch.ALL_WEEKDAYS : days;
                }
                case "monthdays" -> {
                    int days = TimeText.parseMonthdays(text);
                    monthdays = input.isInverted() ? ~days & TimeMatch.ALL_MONTHDAYS : days;
                }
                case "contiguous" -> contiguous = true;
                case "kerneltz" -> kernelZone = true;
                default -> {} // UTC, as ever
            }
        }

        @Override
        public Match build() {
            if (contiguous && dayStart < dayStop) {
                throw XtablesError.parameter(
                        "time: --contiguous only makes sense when stoptime is smaller than starttime");
            }
            return new TimeMatch(dateStart, dateStop, dayStart, dayStop, weekdays, monthdays, contiguous, kernelZone);
        }
    }
}
