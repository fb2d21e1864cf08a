package dev.weft.net.netfilter.target.set;

import dev.weft.net.netfilter.set.SetReference;
import dev.weft.net.netfilter.table.Builder;
import dev.weft.net.netfilter.table.Option;
import dev.weft.net.netfilter.table.OptionInput;
import dev.weft.net.netfilter.table.OptionValues;
import dev.weft.net.netfilter.table.RuleDraft;
import dev.weft.net.netfilter.table.Target;
import dev.weft.net.netfilter.table.TargetType;
import dev.weft.net.netfilter.table.XtablesError;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// The target SET and its options (iptables: libxt_SET.c, revision 3).
final class SetTargetType extends TargetType {
    private static final long LONGEST = 4_294_967_294L;

    SetTargetType() {
        super("SET", all());
    }

    /// It has its own words for what is wrong.
    private static List<Option> all() {
        List<Option> options = new ArrayList<>();
        for (String name : List.of("add-set", "del-set", "map-set", "timeout")) {
            options.add(Option.with(name).invertible().repeatable());
        }
        for (String name : List.of("exist", "map-mark", "map-prio", "map-queue")) {
            options.add(Option.flag(name).invertible().repeatable());
        }
        return options;
    }

    @Override
    public String help() {
        return """
            SET target options:
             --add-set name flags [--exist] [--timeout n]
             --del-set name flags
             --map-set name flags [--map-mark] [--map-prio] [--map-queue]
            \t\tadd/del src/dst IP/port from/to named sets,
            \t\twhere flags are the comma separated list of
            \t\t'src' and 'dst' specifications.
            """;
    }

    @Override
    public Builder<Target> builder(RuleDraft rule) {
        return new Reader(rule);
    }

    private static final class Reader implements Builder<Target> {
        private final RuleDraft rule;
        private @Nullable SetReference adds;
        private @Nullable SetReference deletes;
        private @Nullable SetReference maps;
        private boolean renews;
        private long timeout = -1;
        private boolean mapsMark;
        private boolean mapsPriority;
        private boolean mapsQueue;

        Reader(RuleDraft rule) {
            this.rule = rule;
        }

        @Override
        public void option(Option option, OptionInput input) {
            switch (option.id()) {
                case "add-set" -> adds = once(adds, "add-set", input);
                case "del-set" -> deletes = once(deletes, "del-set", input);
                case "map-set" -> maps = once(maps, "map-set", input);
                case "timeout" -> timeout = timeout(input.argument());
                case "exist" -> renews = true;
                case "map-mark" -> mapsMark = true;
                case "map-prio" -> mapsPriority = true;
                default -> mapsQueue = true;
            }
        }

        private SetReference once(@Nullable SetReference before, String option, OptionInput input) {
            if (before != null) {
                throw XtablesError.parameter("--" + option + " can be specified only once");
            }
            return SetReference.read(rule, option, input);
        }

        private static long timeout(String text) {
            OptionalLong seconds = OptionValues.number(text);
            if (seconds.isEmpty() || seconds.getAsLong() > LONGEST) {
                throw XtablesError.parameter("Invalid value for option --timeout or out of range 0-" + LONGEST);
            }
            return seconds.getAsLong();
        }

        @Override
        public Target build() {
            if (adds == null && deletes == null && maps == null) {
                throw XtablesError.parameter("You must specify either `--add-set' or `--del-set' or `--map-set'");
            }
            if (maps != null && !mapsMark && !mapsPriority && !mapsQueue) {
                throw XtablesError.parameter("You must specify flags `--map-mark' or '--map-prio` or `--map-queue'");
            }
            return new SetTarget(adds, deletes, maps, renews, timeout, mapsMark, mapsPriority, mapsQueue);
        }
    }
}
