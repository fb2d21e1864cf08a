package dev.weft.net.netfilter.match.recent;

import dev.weft.net.netfilter.hook.HookFamily;
import dev.weft.net.netfilter.table.Builder;
import dev.weft.net.netfilter.table.Match;
import dev.weft.net.netfilter.table.MatchType;
import dev.weft.net.netfilter.table.Option;
import dev.weft.net.netfilter.table.OptionInput;
import dev.weft.net.netfilter.table.OptionValues;
import dev.weft.net.netfilter.table.RuleDraft;
import dev.weft.net.netfilter.table.XtablesError;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The match `recent` and its options.
public final class RecentType extends MatchType {
    public static final MatchType TYPE = new RecentType();

    private static final int LONGEST_NAME = 199;

    private RecentType() {
        super(
                "recent",
                List.of(
                        Option.flag("set").invertible().excludes("rcheck", "update", "remove"),
                        Option.flag("rcheck").invertible().excludes("set", "update", "remove"),
                        Option.flag("update").invertible().excludes("set", "rcheck", "remove"),
                        Option.with("seconds"),
                        Option.flag("reap").requires("seconds"),
                        Option.with("hitcount"),
                        Option.flag("remove").invertible().excludes("set", "rcheck", "update"),
                        Option.flag("rttl").excludes("set", "remove"),
                        Option.with("name"),
                        Option.flag("rsource"),
                        Option.flag("rdest"),
                        Option.with("mask")));
    }

    @Override
    public String help() {
        return """
            recent match options:
            [!] --set                       Add source address to list, always matches.
            [!] --rcheck                    Match if source address in list.
            [!] --update                    Match if source address in list, also update last-seen time.
            [!] --remove                    Match if source address in list, also removes that address from list.
                --seconds seconds           For check and update commands above.
                                            Specifies that the match will only occur if source address last seen within
                                            the last 'seconds' seconds.
                --reap                      Purge entries older then 'seconds'.
                                            Can only be used in conjunction with the seconds option.
                --hitcount hits             For check and update commands above.
                                            Specifies that the match will only occur if source address seen hits times.
                                            May be used in conjunction with the seconds option.
                --rttl                      For check and update commands above.
                                            Specifies that the match will only occur if the source address and the TTL
                                            match between this packet and the one which was set.
                                            Useful if you have problems with people spoofing their source address in order
                                            to DoS you via this module.
                --name name                 Name of the recent list to be used.  DEFAULT used if none given.
                --rsource                   Match/Save the source address of each packet in the recent list table (default).
                --rdest                     Match/Save the destination address of each packet in the recent list table.
                --mask netmask              Netmask that will be applied to this recent list.
            xt_recent by: Stephen Frost <sfrost@snowman.net>.
            """;
    }

    @Override
    public Builder<Match> builder(RuleDraft rule) {
        return new Reader(rule.family() == HookFamily.IPV6);
    }

    private static final class Reader implements Builder<Match> {
        private final boolean ip6;
        private RecentMatch.@Nullable Action action;
        private boolean inverted;
        private long seconds;
        private long hits;
        private boolean reaping;
        private boolean ttl;
        private String name = "DEFAULT";
        private boolean destination;
        private RecentMask mask = RecentMask.WHOLE;

        Reader(boolean ip6) {
            this.ip6 = ip6;
        }

        @Override
        public void option(Option option, OptionInput input) {
            String text = input.argument();
            switch (option.id()) {
                case "seconds" -> seconds = OptionValues.uint("recent", option, text, 1, 0xffff_ffffL);
                case "hitcount" -> hits = OptionValues.uint("recent", option, text, 0, 0xffff_ffffL);
                case "reap" -> reaping = true;
                case "rttl" -> ttl = true;
                case "name" -> name = OptionValues.string(text, 0, LONGEST_NAME);
                case "rsource" -> destination = false;
                case "rdest" -> destination = true;
                case "mask" -> mask = RecentMask.parse(text, ip6);
                default -> {
                    action = RecentMatch.Action.valueOf(option.id().toUpperCase(Locale.ROOT));
                    inverted = input.isInverted();
                }
            }
        }

        @Override
        public Match build() {
            if (action == null) {
                throw XtablesError.parameter(
                        "recent: you must specify one of `--set', `--rcheck' `--update' or " + "`--remove'");
            }
            RecentMatch.Limits limits = new RecentMatch.Limits(seconds, hits, reaping, ttl);
            return new RecentMatch(action, inverted, limits, name, destination, mask, ip6);
        }
    }
}
