package dev.weft.net.netfilter.match.statistic;

import dev.weft.net.netfilter.table.Builder;
import dev.weft.net.netfilter.table.Match;
import dev.weft.net.netfilter.table.MatchType;
import dev.weft.net.netfilter.table.Option;
import dev.weft.net.netfilter.table.OptionInput;
import dev.weft.net.netfilter.table.OptionValues;
import dev.weft.net.netfilter.table.RuleDraft;
import dev.weft.net.netfilter.table.XtablesError;
import java.util.List;

/// The match `statistic` and its options.
public final class StatisticType extends MatchType {
    public static final MatchType TYPE = new StatisticType();

    private StatisticType() {
        super(
                "statistic",
                List.of(
                        Option.with("mode"),
                        Option.with("probability").invertible(),
                        Option.with("every").invertible().requires("packet"),
                        Option.with("packet").requires("every")));
    }

    @Override
    public String help() {
        return """
            statistic match options:
             --mode mode                    Match mode (random, nth)
             random mode:
            [!] --probability p		 Probability
             nth mode:
            [!] --every n			 Match every nth packet
             --packet p			 Initial counter value (0 <= p <= n-1, default 0)
            """;
    }

    @Override
    public Builder<Match> builder(RuleDraft rule) {
        return new Reader();
    }

    private static final class Reader implements Builder<Match> {
        private boolean nth;
        private boolean inverted;
        private double probability = -1;
        private long every;
        private long packet;

        @Override
        public void option(Option option, OptionInput input) {
            String text = input.argument();
            inverted |= input.isInverted();
            switch (option.id()) {
                case "mode" ->
                    nth = switch (text) {
                        case "random" -> false;
                        case "nth" -> true;
                        default -> throw XtablesError.parameter("Bad mode \"" + text + "\"");
                    };
                case "probability" -> probability = probability(text);
                case "every" -> every = OptionValues.uint("statistic", option, text, 1, 0xffff_ffffL);
                default -> packet = OptionValues.uint("statistic", option, text, 0, 0xffff_ffffL);
            }
        }

        private static double probability(String text) {
            try {
                double value = Double.parseDouble(text);
                if (value >= 0 && value <= 1) {
                    return value;
                }
            } catch (NumberFormatException noNumber) {
                // said below
            }
            throw XtablesError.parameter("statistic: bad value for option \"--probability\", or out of range (0-1).\n");
        }

        @Override
        public Match build() {
            if (!nth) {
                if (probability < 0) {
                    throw XtablesError.parameter("--probability must be specified when using random mode");
                }
                return RandomMatch.of(probability, inverted);
            }
            if (every == 0) {
                throw XtablesError.parameter("--every and --packet must be specified when using nth mode");
            }
            if (packet >= every) {
                throw XtablesError.parameter("the --packet p must be 0 <= p <= n-1");
            }
            return new NthMatch(every, packet, inverted);
        }
    }
}
