package dev.weft.net.netfilter.match.string;

import dev.weft.net.netfilter.table.Builder;
import dev.weft.net.netfilter.table.Match;
import dev.weft.net.netfilter.table.MatchType;
import dev.weft.net.netfilter.table.Option;
import dev.weft.net.netfilter.table.OptionInput;
import dev.weft.net.netfilter.table.OptionValues;
import dev.weft.net.netfilter.table.RuleDraft;
import dev.weft.net.netfilter.table.XtablesError;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The match `string` and its options.
public final class StringType extends MatchType {
    public static final MatchType TYPE = new StringType();

    private static final int LONGEST = 128;
    private static final int LONGEST_ALGORITHM = 15;

    private StringType() {
        super(
                "string",
                List.of(
                        Option.with("from"),
                        Option.with("to"),
                        Option.with("algo").mandatory(),
                        Option.with("string").invertible().excludes("hex-string"),
                        Option.with("hex-string").invertible().excludes("string"),
                        Option.flag("icase")));
    }

    @Override
    public String help() {
        return """
            string match options:
            --from                       Offset to start searching from
            --to                         Offset to stop searching
            --algo                       Algorithm
            --icase                      Ignore case (default: 0)
            [!] --string string          Match a string in a packet
            [!] --hex-string string      Match a hex string in a packet
            """;
    }

    @Override
    public Builder<Match> builder(RuleDraft rule) {
        return new Reader();
    }

    private static final class Reader implements Builder<Match> {
        private byte @Nullable [] pattern;
        private boolean inverted;
        private String algorithm = "";
        private int from;
        private int to = StringMatch.NO_END;
        private boolean caseIgnored;

        @Override
        public void option(Option option, OptionInput input) {
            String text = input.argument();
            switch (option.id()) {
                case "from" -> from = (int) OptionValues.uint("string", option, text, 0, 0xffff);
                case "to" -> to = (int) OptionValues.uint("string", option, text, 0, 0xffff);
                case "algo" -> algorithm = OptionValues.string(text, 0, LONGEST_ALGORITHM);
                case "icase" -> caseIgnored = true;
                default -> {
                    boolean hex = option.id().equals("hex-string");
                    pattern = hex ? HexString.parse(text) : text.getBytes(StandardCharsets.UTF_8);
                    inverted = input.isInverted();
                    if (pattern.length > LONGEST) {
                        throw XtablesError.parameter("STRING too long \"" + text + "\"");
                    }
                }
            }
        }

        @Override
        public Match build() {
            if (pattern == null) {
                throw XtablesError.parameter("STRING match: You must specify `--string' or `--hex-string'");
            }
            return new StringMatch(pattern, new StringMatch.Search(algorithm, from, to, caseIgnored), inverted);
        }
    }
}
