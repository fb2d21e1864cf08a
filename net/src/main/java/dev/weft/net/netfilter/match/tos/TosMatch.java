package dev.weft.net.netfilter.match.tos;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// `-m tos`: bits of the type of service (kernel: `tos_mt`).
public record TosMatch(int value, int mask, boolean isInverted) implements Match {
    public static final MatchType TYPE = new Type();

    private static final int NAMED_MASK = 0x3f;
    private static final Map<String, Integer> NAMES = names();

    private static Map<String, Integer> names() {
        Map<String, Integer> names = new LinkedHashMap<>();
        names.put("Minimize-Delay", 0x10);
        names.put("Maximize-Throughput", 0x08);
        names.put("Maximize-Reliability", 0x04);
        names.put("Minimize-Cost", 0x02);
        names.put("Normal-Service", 0x00);
        return names;
    }

    @Override
    public MatchType type() {
        return TYPE;
    }

    @Override
    public boolean matches(Packet packet, HookState state) {
        int tos = state.isIp6() ? packet.u16(0) >>> 4 & 0xff : packet.u8(1);
        return (tos & mask) == value != isInverted;
    }

    @Override
    public boolean hasMemory() {
        return false;
    }

    @Override
    public void save(StringBuilder to) {
        to.append(isInverted ? " !" : "").append(" --tos ").append(number());
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        to.append(" tos match").append(isInverted ? "!" : "");
        if (!numeric && mask == NAMED_MASK) {
            for (Map.Entry<String, Integer> name : NAMES.entrySet()) {
                if (name.getValue() == value) {
                    to.append(' ').append(name.getKey());
                    return;
                }
            }
        }
        to.append(number());
    }

    private String number() {
        return String.format("0x%02x/0x%02x", value, mask);
    }

    /// The match `tos` and its option.
    private static final class Type extends MatchType {
        Type() {
            super("tos", List.of(Option.with("tos").invertible().mandatory()));
        }

        @Override
        public String help() {
            return """
                tos match options:
                [!] --tos value[/mask]    Match Type of Service/Priority field value
                [!] --tos symbol          Match TOS field (IPv4 only) by symbol
                                          Accepted symbolic names for value are:
                                          (0x10) 16 Minimize-Delay
                                          (0x08)  8 Maximize-Throughput
                                          (0x04)  4 Maximize-Reliability
                                          (0x02)  2 Minimize-Cost
                                          (0x00)  0 Normal-Service

                """;
        }

        @Override
        public Builder<Match> builder(RuleDraft rule) {
            return new Reader();
        }
    }

    private static final class Reader implements Builder<Match> {
        private TosMatch match = new TosMatch(0, 0, false);

        @Override
        public void option(Option option, OptionInput input) {
            String text = input.argument();
            int slash = text.indexOf('/');
            OptionalLong value = OptionValues.number(slash < 0 ? text : text.substring(0, slash));
            OptionalLong mask = slash < 0 ? OptionalLong.of(0xff) : OptionValues.number(text.substring(slash + 1));
            boolean numbers = isByte(value) && isByte(mask);
            match = numbers
                    ? new TosMatch((int) value.orElse(0), (int) mask.orElse(0), input.isInverted())
                    : new TosMatch(named(text), NAMED_MASK, input.isInverted());
        }

        private static boolean isByte(OptionalLong value) {
            return value.isPresent() && value.getAsLong() <= 0xff;
        }

        private static int named(String text) {
            for (Map.Entry<String, Integer> name : NAMES.entrySet()) {
                if (name.getKey().equalsIgnoreCase(text)) {
                    return name.getValue();
                }
            }
            throw XtablesError.parameter("Symbolic name \"" + text + "\" is unknown");
        }

        @Override
        public Match build() {
            return match;
        }
    }
}
