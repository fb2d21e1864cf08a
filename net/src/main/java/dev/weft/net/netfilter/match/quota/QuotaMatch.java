package dev.weft.net.netfilter.match.quota;

import dev.weft.core.packet.Packet;
import dev.weft.net.netfilter.table.Builder;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.Match;
import dev.weft.net.netfilter.table.MatchType;
import dev.weft.net.netfilter.table.Option;
import dev.weft.net.netfilter.table.OptionInput;
import dev.weft.net.netfilter.table.RuleCheck;
import dev.weft.net.netfilter.table.RuleDraft;
import dev.weft.net.netfilter.table.XtablesError;
import java.util.List;

/// `-m quota`: so many bytes and no more (kernel: `quota_mt`).
public final class QuotaMatch implements Match {
    public static final MatchType TYPE = new Type();

    private final long quota; // unsigned
    private final boolean inverted;
    private long left;

    private QuotaMatch(long quota, boolean inverted) {
        this.quota = quota;
        this.inverted = inverted;
        left = quota;
    }

    @Override
    public MatchType type() {
        return TYPE;
    }

    @Override
    public boolean matches(Packet packet, HookState state) {
        boolean enough = Long.compareUnsigned(left, packet.length()) >= 0;
        left = enough ? left - packet.length() : 0;
        return enough != inverted;
    }

    @Override
    public void enter(RuleCheck check) {
        left = quota;
    }

    @Override
    public void save(StringBuilder to) {
        to.append(inverted ? " !" : "").append(" --quota ").append(Long.toUnsignedString(quota));
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        to.append(" quota: ").append(Long.toUnsignedString(quota)).append(" bytes");
    }

    /// The match `quota` and its option.
    private static final class Type extends MatchType {
        Type() {
            super("quota", List.of(Option.with("quota").invertible().mandatory()));
        }

        @Override
        public String help() {
            return """
                quota match options:
                [!] --quota quota		quota (bytes)
                """;
        }

        @Override
        public Builder<Match> builder(RuleDraft rule) {
            return new Reader();
        }
    }

    private static final class Reader implements Builder<Match> {
        private long quota;
        private boolean inverted;

        @Override
        public void option(Option option, OptionInput input) {
            inverted = input.isInverted();
            try {
                quota = Long.parseUnsignedLong(input.argument());
            } catch (NumberFormatException noNumber) {
                throw XtablesError.parameter("quota: bad value for option \"--quota\", or out of range (0-"
                        + Long.toUnsignedString(-1) + ").\n");
            }
        }

        @Override
        public Match build() {
            return new QuotaMatch(quota, inverted);
        }
    }
}
