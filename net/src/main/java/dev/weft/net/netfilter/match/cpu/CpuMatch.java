package dev.weft.net.netfilter.match.cpu;

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

/// `-m cpu`: which processor, here which worker, handles the packet (kernel: `cpu_mt`).
public record CpuMatch(long number, boolean isInverted) implements Match {
    public static final MatchType TYPE = new Type();

    @Override
    public MatchType type() {
        return TYPE;
    }

    @Override
    public boolean matches(Packet packet, HookState state) {
        return state.namespace().worker() == number != isInverted;
    }

    @Override
    public boolean hasMemory() {
        return false;
    }

    @Override
    public void save(StringBuilder to) {
        to.append(isInverted ? " !" : "").append(" --cpu ").append(number);
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        to.append(" cpu ").append(isInverted ? "! " : "").append(number);
    }

    /// The match `cpu` and its option.
    private static final class Type extends MatchType {
        Type() {
            super("cpu", List.of(Option.with("cpu").invertible().mandatory()));
        }

        @Override
        public String help() {
            return """
                cpu match options:
                [!] --cpu number   Match CPU number
                """;
        }

        @Override
        public Builder<Match> builder(RuleDraft rule) {
            return new Reader();
        }
    }

    private static final class Reader implements Builder<Match> {
        private CpuMatch match = new CpuMatch(0, false);

        @Override
        public void option(Option option, OptionInput input) {
            long number = OptionValues.uint("cpu", option, input.argument(), 0, 0xffff_ffffL);
            match = new CpuMatch(number, input.isInverted());
        }

        @Override
        public Match build() {
            return match;
        }
    }
}
