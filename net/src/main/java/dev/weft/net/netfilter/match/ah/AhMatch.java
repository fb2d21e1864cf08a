package dev.weft.net.netfilter.match.ah;

import dev.weft.core.packet.Packet;
import dev.weft.net.netfilter.hook.HookFamily;
import dev.weft.net.netfilter.match.SpiRange;
import dev.weft.net.netfilter.table.Builder;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.Match;
import dev.weft.net.netfilter.table.MatchType;
import dev.weft.net.netfilter.table.Option;
import dev.weft.net.netfilter.table.OptionInput;
import dev.weft.net.netfilter.table.RuleDraft;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// `-m ah`: security parameter indexes of the authentication header (kernel: `ah_mt`).
public record AhMatch(SpiRange spis) implements Match {
    public static final MatchType TYPE = new Type();

    private static final int PROTOCOL = 51;
    private static final int LENGTH = 12;
    private static final int SPI = 4;

    @Override
    public MatchType type() {
        return TYPE;
    }

    @Override
    public boolean matches(Packet packet, HookState state) {
        return spis.matches(packet, state, SPI, LENGTH);
    }

    @Override
    public boolean hasMemory() {
        return false;
    }

    @Override
    public void save(StringBuilder to) {
        spis.save(to, "--ahspi ");
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        to.append(" ah ");
        spis.print(to);
    }

    /// The match `ah` and its option.
    private static final class Type extends MatchType {
        Type() {
            super("ah", List.of(Option.with("ahspi").invertible()));
        }

        @Override
        public String help() {
            return """
                ah match options:
                [!] --ahspi spi[:spi]
                				match spi (range)
                """;
        }

        @Override
        public Set<HookFamily> families() {
            return EnumSet.of(HookFamily.IPV4);
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
            spis = SpiRange.parse("ah", option, input);
        }

        @Override
        public Match build() {
            return new AhMatch(spis);
        }
    }
}
