package dev.weft.net.netfilter.match.set;

import dev.weft.net.netfilter.set.SetQuery;
import dev.weft.net.netfilter.set.SetQuery.Comparison;
import dev.weft.net.netfilter.set.SetQuery.CounterTest;
import dev.weft.net.netfilter.set.SetReference;
import dev.weft.net.netfilter.table.Builder;
import dev.weft.net.netfilter.table.Match;
import dev.weft.net.netfilter.table.MatchType;
import dev.weft.net.netfilter.table.Option;
import dev.weft.net.netfilter.table.OptionInput;
import dev.weft.net.netfilter.table.OptionValues;
import dev.weft.net.netfilter.table.RuleDraft;
import dev.weft.net.netfilter.table.XtablesError;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// The match set and its options (iptables: libxt_set.c, revision 4).
final class SetMatchType extends MatchType {
    SetMatchType() {
        super("set", all());
    }

    /// It has its own words for what is wrong.
    private static List<Option> all() {
        List<Option> options = new ArrayList<>();
        options.add(Option.with("match-set").invertible().repeatable());
        for (String name : List.of("return-nomatch", "update-counters", "update-subcounters")) {
            options.add(Option.flag(name).invertible().repeatable());
        }
        for (String what : List.of("packets", "bytes")) {
            for (String comparison : List.of("-eq", "-lt", "-gt")) {
                options.add(Option.with(what + comparison).invertible().repeatable());
            }
        }
        return options;
    }

    @Override
    public String help() {
        return """
            set match options:
             [!] --match-set name flags [--return-nomatch]
               [! --update-counters] [! --update-subcounters]
               [[!] --packets-eq value | --packets-lt value | --packets-gt value
               [[!] --bytes-eq value | --bytes-lt value | --bytes-gt value
            \t\t 'name' is the set name from to match,
            \t\t 'flags' are the comma separated list of
            \t\t 'src' and 'dst' specifications.
            """;
    }

    @Override
    public Builder<Match> builder(RuleDraft rule) {
        return new Reader(rule);
    }

    private static final class Reader implements Builder<Match> {
        private final RuleDraft rule;
        private @Nullable SetReference reference;
        private boolean inverted;
        private boolean returnsNomatch;
        private boolean updatesCounters = true;
        private boolean updatesSubcounters = true;
        private CounterTest packets = CounterTest.NONE;
        private CounterTest bytes = CounterTest.NONE;

        Reader(RuleDraft rule) {
            this.rule = rule;
        }

        @Override
        public void option(Option option, OptionInput input) {
            switch (option.id()) {
                case "match-set" -> {
                    if (reference != null) {
                        throw XtablesError.parameter("--match-set can be specified only once");
                    }
                    inverted = input.isInverted();
                    reference = SetReference.read(rule, "match-set", input);
                }
                case "return-nomatch" -> {
                    refuse(input, "return-nomatch");
                    returnsNomatch = true;
                }
                case "update-counters" -> updatesCounters &= !input.isInverted();
                case "update-subcounters" -> updatesSubcounters &= !input.isInverted();
                default -> counter(option.id(), input);
            }
        }

        private static void refuse(OptionInput input, String option) {
            if (input.isInverted()) {
                throw XtablesError.parameter("--" + option + " option cannot be inverted");
            }
        }

        private void counter(String option, OptionInput input) {
            boolean ofPackets = option.startsWith("packets");
            String what = ofPackets ? "packets" : "bytes";
            if ((ofPackets ? packets : bytes) != CounterTest.NONE) {
                throw XtablesError.parameter("only one of the --" + what + "-[eq|lt|gt] is allowed");
            }
            Comparison comparison = input.isInverted() ? Comparison.NOT_EQUAL : Comparison.EQUAL;
            if (!option.endsWith("-eq")) {
                refuse(input, option);
                comparison = option.endsWith("-lt") ? Comparison.LESS : Comparison.GREATER;
            }
            OptionalLong value = OptionValues.number(input.argument());
            if (value.isEmpty()) {
                throw XtablesError.parameter("Cannot parse " + input.argument() + " as a counter value");
            }
            CounterTest test = new CounterTest(comparison, value.getAsLong());
            if (ofPackets) {
                packets = test;
            } else {
                bytes = test;
            }
        }

        @Override
        public Match build() {
            SetReference found = reference;
            if (found == null) {
                throw XtablesError.parameter("You must specify `--match-set' with proper arguments");
            }
            SetQuery query = new SetQuery(
                    found.parts(),
                    found.sources(),
                    returnsNomatch,
                    updatesCounters,
                    updatesSubcounters,
                    packets,
                    bytes);
            return new SetMatch(found, query, inverted);
        }
    }
}
