package dev.weft.net.netfilter.match.rpfilter;

import dev.weft.net.netfilter.hook.Hook;
import dev.weft.net.netfilter.hook.HookFamily;
import dev.weft.net.netfilter.table.Builder;
import dev.weft.net.netfilter.table.Match;
import dev.weft.net.netfilter.table.MatchType;
import dev.weft.net.netfilter.table.Option;
import dev.weft.net.netfilter.table.OptionInput;
import dev.weft.net.netfilter.table.RuleDraft;
import dev.weft.net.netfilter.table.TableKind;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The match `rpfilter` and its options.
public final class RpfilterType extends MatchType {
    public static final MatchType TYPE = new RpfilterType();

    private RpfilterType() {
        super(
                "rpfilter",
                List.of(
                        Option.flag("loose"),
                        Option.flag("validmark"),
                        Option.flag("accept-local"),
                        Option.flag("invert")));
    }

    @Override
    public String help() {
        return """
            rpfilter match options:
                --loose          permit reverse path via any interface
                --validmark      use skb nfmark when performing route lookup
                --accept-local   do not reject packets with a local source address
                --invert         match packets that failed the reverse path test
            """;
    }

    @Override
    public Set<HookFamily> families() {
        return EnumSet.of(HookFamily.IPV4);
    }

    @Override
    public Set<TableKind> tables() {
        return EnumSet.of(TableKind.RAW, TableKind.MANGLE);
    }

    @Override
    public Set<Hook> hooks() {
        return EnumSet.of(Hook.PRE_ROUTING);
    }

    @Override
    public Builder<Match> builder(RuleDraft rule) {
        return new Reader();
    }

    private static final class Reader implements Builder<Match> {
        private final Set<String> said = new HashSet<>();

        @Override
        public void option(Option option, OptionInput input) {
            said.add(option.id());
        }

        @Override
        public Match build() {
            return new RpfilterMatch(new RpfilterMatch.Ways(
                    said.contains("loose"),
                    said.contains("validmark"),
                    said.contains("accept-local"),
                    said.contains("invert")));
        }
    }
}
