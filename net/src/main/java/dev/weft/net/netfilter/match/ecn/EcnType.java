package dev.weft.net.netfilter.match.ecn;

import dev.weft.net.netfilter.table.Builder;
import dev.weft.net.netfilter.table.Match;
import dev.weft.net.netfilter.table.MatchType;
import dev.weft.net.netfilter.table.Option;
import dev.weft.net.netfilter.table.OptionInput;
import dev.weft.net.netfilter.table.OptionValues;
import dev.weft.net.netfilter.table.RuleDraft;
import dev.weft.net.netfilter.table.XtablesError;
import java.util.List;

/// The match `ecn` and its options.
public final class EcnType extends MatchType {
    public static final MatchType TYPE = new EcnType();

    private EcnType() {
        super(
                "ecn",
                List.of(
                        Option.flag("ecn-tcp-cwr").invertible(),
                        Option.flag("ecn-tcp-ece").invertible(),
                        Option.with("ecn-ip-ect").invertible()));
    }

    @Override
    public String help() {
        return """
            ECN match options
            [!] --ecn-tcp-cwr 		Match CWR bit of TCP header
            [!] --ecn-tcp-ece		Match ECE bit of TCP header
            [!] --ecn-ip-ect [0..3]	Match ECN codepoint in IPv4/IPv6 header
            """;
    }

    @Override
    public Builder<Match> builder(RuleDraft rule) {
        return new Reader();
    }

    private static final class Reader implements Builder<Match> {
        private int ect = -1;
        private boolean ectInverted;
        private EcnMatch.Flag echo = EcnMatch.Flag.ANY;
        private EcnMatch.Flag reduced = EcnMatch.Flag.ANY;
        private boolean some;

        @Override
        public void option(Option option, OptionInput input) {
            some = true;
            EcnMatch.Flag flag = input.isInverted() ? EcnMatch.Flag.CLEAR : EcnMatch.Flag.SET;
            switch (option.id()) {
                case "ecn-tcp-cwr" -> reduced = flag;
                case "ecn-tcp-ece" -> echo = flag;
                default -> {
                    ect = (int) OptionValues.uint("ecn", option, input.argument(), 0, 3);
                    ectInverted = input.isInverted();
                }
            }
        }

        @Override
        public Match build() {
            if (!some) {
                throw XtablesError.parameter("ECN match: some option required");
            }
            return new EcnMatch(ect, ectInverted, echo, reduced);
        }
    }
}
