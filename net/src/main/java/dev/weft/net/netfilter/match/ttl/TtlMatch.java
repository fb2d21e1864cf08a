package dev.weft.net.netfilter.match.ttl;

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

/// `-m ttl`: how many hops the packet may still go (kernel: `ttl_mt`).
public record TtlMatch(Comparison comparison, int value) implements Match {
    public static final MatchType TYPE = new Type();

    private static final int OFFSET = 8;

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
                .append(" --ttl-")
                .append(comparison.option)
                .append(' ')
                .append(value);
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        to.append(" TTL match TTL ").append(comparison.sign).append(' ').append(value);
    }

    /// The match `ttl` and its options.
    private static final class Type extends MatchType {
        Type() {
            super(
                    "ttl",
                    List.of(
                            Option.with("ttl-lt").excludes("ttl-eq", "ttl-gt"),
                            Option.with("ttl-gt").excludes("ttl-eq", "ttl-lt"),
                            Option.with("ttl-eq").invertible().excludes("ttl-lt", "ttl-gt"),
                            Option.with("ttl").as("ttl-eq").invertible().excludes("ttl-lt", "ttl-gt")));
        }

        @Override
        public String help() {
            return """
                ttl match options:
                [!] --ttl-eq value	Match time to live value
                  --ttl-lt value	Match TTL < value
                  --ttl-gt value	Match TTL > value
                """;
        }

        @Override
        public Set<HookFamily> families() {
            return EnumSet.of(HookFamily.IPV4);
        }

        @Override
        public Builder<Match> builder(RuleDraft rule) {
            return new Reader();
        }
    }

    private static final class Reader implements Builder<Match> {
        private @Nullable TtlMatch match;

        @Override
        public void option(Option option, OptionInput input) {
            int value = (int) OptionValues.uint("ttl", option, input.argument(), 0, 255);
            Comparison comparison = switch (option.id()) {
                case "ttl-lt" -> Comparison.LESS;
                case "ttl-gt" -> Comparison.GREATER;
                default -> input.isInverted() ? Comparison.NOT_EQUAL : Comparison.EQUAL;
            };
            match = new TtlMatch(comparison, value);
        }

        @Override
        public Match build() {
            TtlMatch built = match;
            if (built == null) {
                throw XtablesError.parameter("TTL match: You must specify one of `--ttl-eq', `--ttl-lt', `--ttl-gt");
            }
            return built;
        }
    }
}
