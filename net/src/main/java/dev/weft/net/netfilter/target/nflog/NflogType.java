package dev.weft.net.netfilter.target.nflog;

import dev.weft.net.netfilter.table.Builder;
import dev.weft.net.netfilter.table.Option;
import dev.weft.net.netfilter.table.OptionInput;
import dev.weft.net.netfilter.table.OptionValues;
import dev.weft.net.netfilter.table.RuleDraft;
import dev.weft.net.netfilter.table.Target;
import dev.weft.net.netfilter.table.TargetType;
import dev.weft.net.netfilter.table.XtablesError;
import java.util.List;

/// The target `NFLOG` and its options.
final class NflogType extends TargetType {
    NflogType() {
        super(
                "NFLOG",
                List.of(
                        Option.with("nflog-group"),
                        Option.with("nflog-prefix"),
                        Option.with("nflog-range").excludes("nflog-size"),
                        Option.with("nflog-size").excludes("nflog-range"),
                        Option.with("nflog-threshold")));
    }

    @Override
    public String help() {
        return """
            NFLOG target options:
             --nflog-group NUM		NETLINK group used for logging
             --nflog-range NUM		This option has no effect, use --nflog-size
             --nflog-size NUM		Number of bytes to copy
             --nflog-threshold NUM		Message threshold of in-kernel queue
             --nflog-prefix STRING		Prefix string for log messages
            """;
    }

    @Override
    public Builder<Target> builder(RuleDraft rule) {
        return new Reader(rule);
    }

    private static final class Reader implements Builder<Target> {
        private static final int LONGEST_PREFIX = 63;
        private static final long WORD = 0xffff_ffffL;

        private final RuleDraft rule;
        private int group;
        private String prefix = "";
        private long size = NflogTarget.ALL;
        private long range;
        private int threshold;

        Reader(RuleDraft rule) {
            this.rule = rule;
        }

        @Override
        public void option(Option option, OptionInput input) {
            String text = input.argument();
            switch (option.id()) {
                case "nflog-group" -> group = (int) OptionValues.uint("NFLOG", option, text, 0, 0xffff);
                case "nflog-prefix" -> prefix = prefix(text);
                case "nflog-range" -> {
                    range = OptionValues.uint("NFLOG", option, text, 0, WORD);
                    rule.warn("warn: --nflog-range has never worked and is no longer supported,"
                            + " please use --nflog-size instead\n");
                }
                case "nflog-size" -> size = OptionValues.uint("NFLOG", option, text, 0, WORD);
                default -> threshold = (int) OptionValues.uint("NFLOG", option, text, 0, 0xffff);
            }
        }

        private static String prefix(String text) {
            OptionValues.string(text, 1, Integer.MAX_VALUE);
            if (text.indexOf('\n') >= 0) {
                throw XtablesError.parameter("Newlines not allowed in --nflog-prefix");
            }
            return text.length() > LONGEST_PREFIX ? text.substring(0, LONGEST_PREFIX) : text;
        }

        @Override
        public Target build() {
            return new NflogTarget(group, prefix, size, range, threshold);
        }
    }
}
