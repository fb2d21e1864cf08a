package dev.weft.net.netfilter.match.u32;

import dev.weft.net.netfilter.table.Builder;
import dev.weft.net.netfilter.table.Match;
import dev.weft.net.netfilter.table.MatchType;
import dev.weft.net.netfilter.table.Option;
import dev.weft.net.netfilter.table.OptionInput;
import dev.weft.net.netfilter.table.RuleDraft;
import java.util.List;

/// The match `u32` and its option.
public final class U32Type extends MatchType {
    public static final MatchType TYPE = new U32Type();

    private U32Type() {
        super("u32", List.of(Option.with("u32").invertible().mandatory()));
    }

    @Override
    public String help() {
        return """
            u32 match options:
            [!] --u32 tests
            		tests := location "=" value | tests "&&" location "=" value
            		value := range | value "," range
            		range := number | number ":" number
            		location := number | location operator number
            		operator := "&" | "<<" | ">>" | "@"
            """;
    }

    @Override
    public Builder<Match> builder(RuleDraft rule) {
        return new Reader();
    }

    private static final class Reader implements Builder<Match> {
        private U32Match match = new U32Match(List.of(), false);

        @Override
        public void option(Option option, OptionInput input) {
            match = new U32Match(U32Parser.parse(input.argument()), input.isInverted());
        }

        @Override
        public Match build() {
            return match;
        }
    }
}
