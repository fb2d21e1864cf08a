package dev.weft.net.netfilter.match.limit;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.Packet;
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

/// `-m limit`: a token bucket (kernel: `limit_mt`).
///
/// It fills anew when the rule is put in place, as it does whenever Linux copies a changed table in.
public final class LimitMatch implements Match {
    public static final MatchType TYPE = new Type();

    private static final Rate DEFAULT_RATE = Rate.parse("3/hour");
    private static final int DEFAULT_BURST = 5;
    private static final long NANOS_PER_STEP = 100_000; // the kernel's ten-thousandths of a second

    private final Rate rate;
    private final int burst;
    private long credit; // in steps
    private long last; // when the credit was true

    private LimitMatch(Rate rate, int burst) {
        this.rate = rate;
        this.burst = burst;
    }

    @Override
    public MatchType type() {
        return TYPE;
    }

    @Override
    public boolean matches(Packet packet, HookState state) {
        long now = state.now() / NANOS_PER_STEP;
        credit = Math.min(credit + now - last, rate.interval() * burst);
        last = now;
        if (credit < rate.interval()) {
            return false;
        }
        credit -= rate.interval();
        return true;
    }

    @Override
    public void enter(RuleCheck check) {
        if (burst == 0) {
            throw new KernelError(Errno.ERANGE);
        }
        credit = rate.interval() * burst;
    }

    @Override
    public void save(StringBuilder to) {
        to.append(" --limit ").append(rate);
        if (burst != DEFAULT_BURST) {
            to.append(" --limit-burst ").append(burst);
        }
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        to.append(" limit: avg ").append(rate).append(" burst ").append(burst);
    }

    /// The match `limit` and its options.
    private static final class Type extends MatchType {
        Type() {
            super("limit", List.of(Option.with("limit"), Option.with("limit-burst")));
        }

        @Override
        public String help() {
            return """
                limit match options:
                --limit avg			max average match rate: default 3/hour
                                                [Packets per second unless followed by\s
                                                /sec /minute /hour /day postfixes]
                --limit-burst number		number to match in a burst, default 5
                """;
        }

        @Override
        public Builder<Match> builder(RuleDraft rule) {
            return new Reader();
        }
    }

    private static final class Reader implements Builder<Match> {
        private Rate rate = DEFAULT_RATE;
        private int burst = DEFAULT_BURST;

        @Override
        public void option(Option option, OptionInput input) {
            if (option.id().equals("limit")) {
                rate = Rate.parse(input.argument());
            } else {
                burst = (int) OptionValues.uint("limit", option, input.argument(), 0, 10_000);
            }
        }

        @Override
        public Match build() {
            return new LimitMatch(rate, burst);
        }
    }
}
