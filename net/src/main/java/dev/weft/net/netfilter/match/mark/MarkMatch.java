package dev.weft.net.netfilter.match.mark;

import dev.weft.core.packet.Packet;
import dev.weft.net.netfilter.table.Builder;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.Match;
import dev.weft.net.netfilter.table.MatchType;
import dev.weft.net.netfilter.table.Option;
import dev.weft.net.netfilter.table.OptionInput;
import dev.weft.net.netfilter.table.OptionValues;
import dev.weft.net.netfilter.table.RuleDraft;
import java.util.List;

/// `-m mark`: the bits of `mask` of the packet's mark (kernel: `mark_mt`).
public record MarkMatch(int mark, int mask, boolean isInverted) implements Match {
    public static final MatchType TYPE = new Type();

    @Override
    public MatchType type() {
        return TYPE;
    }

    @Override
    public boolean matches(Packet packet, HookState state) {
        return ((packet.mark() & mask) == mark) != isInverted;
    }

    @Override
    public boolean hasMemory() {
        return false;
    }

    @Override
    public void save(StringBuilder to) {
        to.append(isInverted ? " !" : "").append(" --mark ").append(text());
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        to.append(" mark match ").append(isInverted ? "! " : "").append(text());
    }

    private String text() {
        return mask == -1 ? String.format("0x%x", mark) : String.format("0x%x/0x%x", mark, mask);
    }

    /// The match `mark` and its options.
    private static final class Type extends MatchType {
        Type() {
            super("mark", List.of(Option.with("mark").invertible().mandatory()));
        }

        @Override
        public String help() {
            return """
                mark match options:
                [!] --mark value[/mask]    Match nfmark value with optional mask
                """;
        }

        @Override
        public Builder<Match> builder(RuleDraft rule) {
            return new Reader();
        }
    }

    private static final class Reader implements Builder<Match> {
        private MarkMatch match = new MarkMatch(0, 0, false);

        @Override
        public void option(Option option, OptionInput input) {
            OptionValues.Masked given = OptionValues.mark("mark", option, input.argument());
            match = new MarkMatch(given.value(), given.mask(), input.isInverted());
        }

        @Override
        public Match build() {
            return match;
        }
    }
}
