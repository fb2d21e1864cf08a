package dev.weft.net.netfilter.match.dscp;

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
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `-m dscp`: the differentiated services codepoint (kernel: `dscp_mt`).
public record DscpMatch(int value, boolean isInverted) implements Match {
    public static final MatchType TYPE = new Type();

    private static final Map<String, Integer> CLASSES = Map.ofEntries(
            Map.entry("CS0", 0x00),
            Map.entry("CS1", 0x08),
            Map.entry("CS2", 0x10),
            Map.entry("CS3", 0x18),
            Map.entry("CS4", 0x20),
            Map.entry("CS5", 0x28),
            Map.entry("CS6", 0x30),
            Map.entry("CS7", 0x38),
            Map.entry("BE", 0x00),
            Map.entry("AF11", 0x0a),
            Map.entry("AF12", 0x0c),
            Map.entry("AF13", 0x0e),
            Map.entry("AF21", 0x12),
            Map.entry("AF22", 0x14),
            Map.entry("AF23", 0x16),
            Map.entry("AF31", 0x1a),
            Map.entry("AF32", 0x1c),
            Map.entry("AF33", 0x1e),
            Map.entry("AF41", 0x22),
            Map.entry("AF42", 0x24),
            Map.entry("AF43", 0x26),
            Map.entry("EF", 0x2e));

    @Override
    public MatchType type() {
        return TYPE;
    }

    @Override
    public boolean matches(Packet packet, HookState state) {
        int dscp = state.isIp6() ? packet.u16(0) >>> 6 & 0x3f : packet.u8(1) >>> 2;
        return dscp == value != isInverted;
    }

    @Override
    public boolean hasMemory() {
        return false;
    }

    @Override
    public void save(StringBuilder to) {
        to.append(isInverted ? " !" : "").append(String.format(" --dscp 0x%02x", value));
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        to.append(" DSCP match ").append(isInverted ? "!" : "").append(String.format("0x%02x", value));
    }

    /// The match `dscp` and its options.
    private static final class Type extends MatchType {
        Type() {
            super(
                    "dscp",
                    List.of(
                            Option.with("dscp").invertible().excludes("dscp-class"),
                            Option.with("dscp-class").invertible().excludes("dscp")));
        }

        @Override
        public String help() {
            return """
                dscp match options
                [!] --dscp value		Match DSCP codepoint with numerical value
                  		                This value can be in decimal (ex: 32)
                               		or in hex (ex: 0x20)
                [!] --dscp-class name		Match the DiffServ class. This value may
                				be any of the BE,EF, AFxx or CSx classes

                				These two options are mutually exclusive !
                """;
        }

        @Override
        public Builder<Match> builder(RuleDraft rule) {
            return new Reader();
        }
    }

    private static final class Reader implements Builder<Match> {
        private @Nullable DscpMatch match;

        @Override
        public void option(Option option, OptionInput input) {
            String text = input.argument();
            int value = option.id().equals("dscp") ? (int) OptionValues.uint("dscp", option, text, 0, 63) : named(text);
            match = new DscpMatch(value, input.isInverted());
        }

        private static int named(String text) {
            Integer value = CLASSES.get(text.toUpperCase(Locale.ROOT));
            if (value == null) {
                throw XtablesError.parameter("Invalid DSCP value `" + text + "'");
            }
            return value;
        }

        @Override
        public Match build() {
            if (match == null) {
                throw XtablesError.parameter("DSCP match: Parameter --dscp is required");
            }
            return match;
        }
    }
}
