package dev.weft.net.netfilter.match.hl;

import dev.weft.core.packet.Packet;
import dev.weft.net.netfilter.hook.HookFamily;
import dev.weft.net.netfilter.table.Builder;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.Match;
import dev.weft.net.netfilter.table.MatchType;
import dev.weft.net.netfilter.table.Option;
import dev.weft.net.netfilter.table.OptionInput;
import dev.weft.net.netfilter.table.OptionValues;
import dev.weft.net.netfilter.table.RuleDraft;
import dev.weft.net.netfilter.table.XtablesError;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `-m hl`: how many hops the packet may still go (kernel: `hl_mt6`).
public record HlMatch(Comparison comparison, int value) implements Match {
    public static final MatchType TYPE = new Type();

    private static final int OFFSET = 7;

    /// How the packet's value is compared with the rule's.
    enum Comparison {
        EQUAL("==", "eq"),
        NOT_EQUAL("!=", "eq"),
        LESS("<", "lt"),
        GREATER(">", "gt");

        private final String sign;
        private final String option;

        Comparison(String sign, String option) {
            this.sign = sign;
            this.option = option;
        }
    }

    @Override
    public MatchType type() {
        return TYPE;
    }

    @Override
    public boolean matches(Packet packet, HookState state) {
        int left = packet.u8(OFFSET);
        return switch (comparison) {
            case EQUAL -> left == value;
            case NOT_EQUAL -> left != value;
            case LESS -> left < value;
            case GREATER -> left > value;
        };
    }

    @Override
    public boolean hasMemory() {
        return false;
    }

    @Override
    public void save(StringBuilder to) {
        to.append(comparison == Comparison.NOT_EQUAL ? " !" : "")
                .append(" --hl-")
                .append(comparison.option)
                .append(' ')
                .append(value);
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        to.append(" HL match HL ").append(comparison.sign).append(' ').append(value);
    }

    /// The match `hl` and its options.
    private static final class Type extends MatchType {
        Type() {
            super(
                    "hl",
                    List.of(
                            Option.with("hl-lt").excludes("hl-eq", "hl-gt"),
                            Option.with("hl-gt").excludes("hl-eq", "hl-lt"),
                            Option.with("hl-eq").invertible().excludes("hl-lt", "hl-gt"),
                            Option.with("hl").as("hl-eq").invertible().excludes("hl-lt", "hl-gt")));
        }

        @Override
        public String help() {
            return """
                hl match options:
                [!] --hl-eq value	Match hop limit value
                  --hl-lt value	Match HL < value
                  --hl-gt value	Match HL > value
                """;
        }

        @Override
        public Set<HookFamily> families() {
            return EnumSet.of(HookFamily.IPV6);
        }

        @Override
        public Builder<Match> builder(RuleDraft rule) {
            return new Reader();
        }
    }

    private static final class Reader implements Builder<Match> {
        private @Nullable HlMatch match;

        @Override
        public void option(Option option, OptionInput input) {
            int value = (int) OptionValues.uint("hl", option, input.argument(), 0, 255);
            Comparison comparison = switch (option.id()) {
                case "hl-lt" -> Comparison.LESS;
                case "hl-gt" -> Comparison.GREATER;
                default -> input.isInverted() ? Comparison.NOT_EQUAL : Comparison.EQUAL;
            };
            match = new HlMatch(comparison, value);
        }

        @Override
        public Match build() {
            HlMatch built = match;
            if (built == null) {
                throw XtablesError.parameter("HL match: You must specify one of `--hl-eq', `--hl-lt', `--hl-gt'");
            }
            return built;
        }
    }
}
