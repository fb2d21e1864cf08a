package dev.weft.net.netfilter.target.tcpoptstrip;

import dev.weft.core.wire.IpProtocol;
import dev.weft.net.netfilter.table.Builder;
import dev.weft.net.netfilter.table.Option;
import dev.weft.net.netfilter.table.OptionInput;
import dev.weft.net.netfilter.table.OptionValues;
import dev.weft.net.netfilter.table.RuleDraft;
import dev.weft.net.netfilter.table.TableKind;
import dev.weft.net.netfilter.table.Target;
import dev.weft.net.netfilter.table.TargetType;
import dev.weft.net.netfilter.table.XtablesError;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/// The target `TCPOPTSTRIP` and its option.
final class TcpoptstripType extends TargetType {
    private static final Map<String, Integer> KINDS =
            Map.of("mss", 2, "wscale", 3, "sack-permitted", 4, "sack", 5, "timestamp", 8, "md5", 19);

    TcpoptstripType() {
        super("TCPOPTSTRIP", List.of(Option.with("strip-options")));
    }

    static String name(int kind) {
        return KINDS.entrySet().stream()
                .filter(entry -> entry.getValue() == kind)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Integer.toString(kind));
    }

    @Override
    public String help() {
        return """
            TCPOPTSTRIP target options:
              --strip-options value     strip specified TCP options denoted by value
                                        (separated by comma) from TCP header
              Instead of the numeric value, you can also use the following names:
                wscale            strip "Window scale" option
                mss               strip "Maximum Segment Size" option
                sack-permitted    strip "SACK permitted" option
                sack              strip "Selective ACK" option
                timestamp         strip "Timestamp" option
                md5               strip "MD5 signature" option
            """;
    }

    @Override
    public Set<TableKind> tables() {
        return EnumSet.of(TableKind.MANGLE);
    }

    @Override
    public int protocol() {
        return IpProtocol.TCP;
    }

    @Override
    public Builder<Target> builder(RuleDraft rule) {
        return new Reader();
    }

    private static final class Reader implements Builder<Target> {
        private final BitSet kinds = new BitSet(256);

        @Override
        public void option(Option option, OptionInput input) {
            for (String word : input.argument().split(",", -1)) {
                int kind = kind(word);
                if (kinds.get(kind)) {
                    throw XtablesError.parameter("Option \"" + word + "\" already specified");
                }
                kinds.set(kind);
            }
        }

        private static int kind(String word) {
            Integer named = KINDS.get(word);
            if (named != null) {
                return named;
            }
            OptionalLong number = OptionValues.number(word);
            if (number.isEmpty() || number.getAsLong() > 255) {
                throw XtablesError.parameter("Bad TCP option value \"" + word + "\"");
            }
            if (number.getAsLong() < 2) {
                throw XtablesError.parameter("Option value may not be 0 or 1");
            }
            return (int) number.getAsLong();
        }

        @Override
        public Target build() {
            return new TcpoptstripTarget(kinds);
        }
    }
}
