package dev.weft.net.netfilter.match.connmark;

import dev.weft.core.packet.Packet;
import dev.weft.net.netfilter.conntrack.Conntrack;
import dev.weft.net.netfilter.table.Builder;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.Match;
import dev.weft.net.netfilter.table.MatchType;
import dev.weft.net.netfilter.table.Option;
import dev.weft.net.netfilter.table.OptionInput;
import dev.weft.net.netfilter.table.OptionValues;
import dev.weft.net.netfilter.table.RuleCheck;
import dev.weft.net.netfilter.table.RuleDraft;
import java.util.List;

/// `-m connmark --mark 1/0xff`: the mark of the packet's connection (kernel: `connmark_mt`).
public record ConnmarkMatch(int mark, int mask, boolean isInverted) implements Match {
    public static final MatchType TYPE = new Type();

    @Override
    public MatchType type() {
        return TYPE;
    }

    @Override
    public boolean matches(Packet packet, HookState state) {
        Conntrack conntrack = Conntrack.of(state.namespace());
        int slot = conntrack.connection(packet);
        return slot != 0 && ((conntrack.connections().mark(slot) & mask) == mark) != isInverted;
    }

    @Override
    public void enter(RuleCheck check) {
        Conntrack.of(check.namespace()).use();
    }

    @Override
    public void leave(RuleCheck check) {
        Conntrack.of(check.namespace()).leave();
    }

    private String text() {
        return mask == -1 ? String.format("0x%x", mark) : String.format("0x%x/0x%x", mark, mask);
    }

    @Override
    public void save(StringBuilder to) {
        to.append(isInverted ? " !" : "").append(" --mark ").append(text());
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        to.append(" connmark match ").append(isInverted ? "!" : "").append(' ').append(text());
    }

    private static final class Type extends MatchType {
        Type() {
            super("connmark", List.of(Option.with("mark").mandatory().invertible()));
        }

        @Override
        public String help() {
            return """
                connmark match options:
                [!] --mark value[/mask]    Match ctmark value with optional mask
                """;
        }

        @Override
        public Builder<Match> builder(RuleDraft rule) {
            return new Builder<>() {
                private OptionValues.Masked mark = new OptionValues.Masked(0, 0);
                private boolean inverted;

                @Override
                public void option(Option option, OptionInput input) {
                    mark = OptionValues.mark("connmark", option, input.argument());
                    inverted = input.isInverted();
                }

                @Override
                public Match build() {
                    return new ConnmarkMatch(mark.value(), mark.mask(), inverted);
                }
            };
        }
    }
}
