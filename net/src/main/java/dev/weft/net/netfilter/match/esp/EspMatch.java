package dev.weft.net.netfilter.match.esp;

import dev.weft.core.packet.Packet;
import dev.weft.net.netfilter.match.SpiRange;
import dev.weft.net.netfilter.table.Builder;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.Match;
import dev.weft.net.netfilter.table.MatchType;
import dev.weft.net.netfilter.table.Option;
import dev.weft.net.netfilter.table.OptionInput;
import dev.weft.net.netfilter.table.RuleDraft;
import java.util.List;

/// `-m esp`: security parameter indexes of encapsulated payload (kernel: `esp_mt`).
public record EspMatch(SpiRange spis) implements Match {
    public static final MatchType TYPE = new Type();

    private static final int PROTOCOL = 50;
    private static final int LENGTH = 8;

    @Override
    public MatchType type() {
        return TYPE;
    }

    @Override
    public boolean matches(Packet packet, HookState state) {
        return spis.matches(packet, state, 0, LENGTH);
    }

    @Override
    public boolean hasMemory() {
        return false;
    }

    @Override
    public void save(StringBuilder to) {
        spis.save(to, "--espspi ");
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        to.append(" esp");
        if (!spis.isAny()) {
            to.append(' ');
            spis.print(to);
        }
    }

    /// The match `esp` and its option.
    private static final class Type extends MatchType {
        Type() {
            super("esp", List.of(Option.with("espspi").invertible()));
        }

        @Override
        public String help() {
            return """
                esp match options:
                [!] --espspi spi[:spi]
                				match spi (range)
                """;
        }

        @Override
        public int protocol() {
            return PROTOCOL;
        }

        @Override
        public Builder<Match> builder(RuleDraft rule) {
            return new Reader();
        }
    }

    private static final class Reader implements Builder<Match> {
        private SpiRange spis = SpiRange.ANY;

        @Override
        public void option(Option option, OptionInput input) {
            spis = SpiRange.parse("esp", option, input);
        }

        @Override
        public Match build() {
            return new EspMatch(spis);
        }
    }
}
