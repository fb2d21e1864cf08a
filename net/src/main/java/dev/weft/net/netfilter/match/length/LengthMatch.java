package dev.weft.net.netfilter.match.length;

import dev.weft.core.packet.Packet;
import dev.weft.net.netfilter.table.Builder;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.Match;
import dev.weft.net.netfilter.table.MatchType;
import dev.weft.net.netfilter.table.Option;
import dev.weft.net.netfilter.table.OptionInput;
import dev.weft.net.netfilter.table.OptionValues;
import dev.weft.net.netfilter.table.RuleDraft;
import dev.weft.net.netfilter.table.XtablesError;
import java.util.List;
import java.util.OptionalLong;

/// `-m length`: how many bytes the IP packet has (kernel: `length_mt`).
public record LengthMatch(int min, int max, boolean isInverted) implements Match {
    public static final MatchType TYPE = new Type();

    @Override
    public MatchType type() {
        return TYPE;
    }

    @Override
    public boolean matches(Packet packet, HookState state) {
        int length = packet.length();
        return (length >= min && length <= max) != isInverted;
    }

    @Override
    public boolean hasMemory() {
        return false;
    }

    @Override
    public void save(StringBuilder to) {
        to.append(isInverted ? " !" : "").append(" --length ").append(range());
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        to.append(" length ").append(isInverted ? "!" : "").append(range());
    }

    private String range() {
        return min == max ? Integer.toString(min) : min + ":" + max;
    }

    /// The match `length` and its options.
    private static final class Type extends MatchType {
        Type() {
            super("length", List.of(Option.with("length").invertible().mandatory()));
        }

        @Override
        public String help() {
            return """
                length match options:
                [!] --length length[:length]    Match packet length against value or range
                                                of values (inclusive)
                """;
        }

        @Override
        public Builder<Match> builder(RuleDraft rule) {
            return new Reader();
        }
    }

    private static final class Reader implements Builder<Match> {
        private static final int LONGEST = 0xffff;

        private LengthMatch match = new LengthMatch(0, LONGEST, false);

        @Override
        public void option(Option option, OptionInput input) {
            String text = input.argument();
            int colon = text.indexOf(':');
            String first = colon < 0 ? text : text.substring(0, colon);
            String last = colon < 0 ? text : text.substring(colon + 1);
            int min = colon >= 0 && first.isEmpty() ? 0 : number(text, first);
            int max = colon >= 0 && last.isEmpty() ? LONGEST : number(last, last);
            match = new LengthMatch(min, max, input.isInverted());
        }

        private static int number(String rest, String text) {
            OptionalLong value = OptionValues.number(text);
            if (value.isEmpty() || value.getAsLong() > LONGEST) {
                throw XtablesError.parameter("length: bad value for option \"--length\" near \"" + rest
                        + "\", or out of range (0-" + LONGEST + ").\n");
            }
            return (int) value.getAsLong();
        }

        @Override
        public Match build() {
            return match;
        }
    }
}
