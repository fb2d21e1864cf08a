package dev.weft.net.netfilter.match.physdev;

import dev.weft.net.netfilter.table.Builder;
import dev.weft.net.netfilter.table.Match;
import dev.weft.net.netfilter.table.MatchType;
import dev.weft.net.netfilter.table.Option;
import dev.weft.net.netfilter.table.OptionInput;
import dev.weft.net.netfilter.table.RuleDraft;
import dev.weft.net.netfilter.table.XtablesError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The match `physdev` and its options.
final class PhysdevType extends MatchType {
    private static final int LONGEST_NAME = 15;

    PhysdevType() {
        super(
                "physdev",
                List.of(
                        Option.with("physdev-in").invertible(),
                        Option.with("physdev-out").invertible(),
                        Option.flag("physdev-is-in").invertible(),
                        Option.flag("physdev-is-out").invertible(),
                        Option.flag("physdev-is-bridged").invertible()));
    }

    @Override
    public String help() {
        return """
            physdev match options:
             [!] --physdev-in inputname[+]		bridge port name ([+] for wildcard)
             [!] --physdev-out outputname[+]	bridge port name ([+] for wildcard)
             [!] --physdev-is-in			arrived on a bridge device
             [!] --physdev-is-out			will leave on a bridge device
             [!] --physdev-is-bridged		it's a bridged packet
            """;
    }

    @Override
    public Builder<Match> builder(RuleDraft rule) {
        return new Reader();
    }

    private static final class Reader implements Builder<Match> {
        private PhysdevMatch.@Nullable Port in;
        private PhysdevMatch.@Nullable Port out;
        private PhysdevMatch.Wish isIn = PhysdevMatch.Wish.ANY;
        private PhysdevMatch.Wish isOut = PhysdevMatch.Wish.ANY;
        private PhysdevMatch.Wish isBridged = PhysdevMatch.Wish.ANY;
        private boolean some;

        @Override
        public void option(Option option, OptionInput input) {
            some = true;
            boolean inverted = input.isInverted();
            switch (option.id()) {
                case "physdev-in" -> in = port(input.argument(), inverted);
                case "physdev-out" -> out = port(input.argument(), inverted);
                case "physdev-is-in" -> isIn = PhysdevMatch.Wish.of(inverted);
                case "physdev-is-out" -> isOut = PhysdevMatch.Wish.of(inverted);
                default -> isBridged = PhysdevMatch.Wish.of(inverted);
            }
        }

        private static PhysdevMatch.Port port(String name, boolean inverted) {
            if (name.length() > LONGEST_NAME) {
                throw XtablesError.parameter(
                        "interface name `" + name + "' must be shorter than IFNAMSIZ (" + LONGEST_NAME + ")");
            }
            return new PhysdevMatch.Port(name, inverted);
        }

        @Override
        public Match build() {
            if (!some) {
                throw XtablesError.parameter("PHYSDEV: no physdev option specified");
            }
            return new PhysdevMatch(in, out, isIn, isOut, isBridged);
        }
    }
}
