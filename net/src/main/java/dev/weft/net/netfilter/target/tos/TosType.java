package dev.weft.net.netfilter.target.tos;

import dev.weft.net.netfilter.table.Builder;
import dev.weft.net.netfilter.table.Option;
import dev.weft.net.netfilter.table.OptionInput;
import dev.weft.net.netfilter.table.OptionValues;
import dev.weft.net.netfilter.table.RuleDraft;
import dev.weft.net.netfilter.table.TableKind;
import dev.weft.net.netfilter.table.Target;
import dev.weft.net.netfilter.table.TargetType;
import dev.weft.net.netfilter.table.XtablesError;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The target `TOS` and its options.
final class TosType extends TargetType {
    TosType() {
        super(
                "TOS",
                List.of(
                        Option.with("set-tos").excludes("and-tos", "or-tos", "xor-tos"),
                        Option.with("and-tos").excludes("set-tos", "or-tos", "xor-tos"),
                        Option.with("or-tos").excludes("set-tos", "and-tos", "xor-tos"),
                        Option.with("xor-tos").excludes("set-tos", "and-tos", "or-tos")));
    }

    @Override
    public String help() {
        return """
            TOS target vlibxtables.so.12 options:
              --set-tos value[/mask]  Set Type of Service/Priority field to value
                                      (Zero out bits in mask and XOR value into TOS)
              --set-tos symbol        Set TOS field (IPv4 only) by symbol
                                      (this zeroes the 4-bit Precedence part!)
                                      Accepted symbolic names for value are:
                                        (0x10) 16 Minimize-Delay
                                        (0x08)  8 Maximize-Throughput
                                        (0x04)  4 Maximize-Reliability
                                        (0x02)  2 Minimize-Cost
                                        (0x00)  0 Normal-Service

              --and-tos bits          Binary AND the TOS value with bits
              --or-tos  bits          Binary OR the TOS value with bits
              --xor-tos bits          Binary XOR the TOS value with bits
            """;
    }

    @Override
    public Set<TableKind> tables() {
        return EnumSet.of(TableKind.MANGLE);
    }

    @Override
    public Builder<Target> builder(RuleDraft rule) {
        return new Reader();
    }

    private static final class Reader implements Builder<Target> {
        private static final int ALL = 0xff;

        private @Nullable TosTarget target;

        @Override
        public void option(Option option, OptionInput input) {
            String text = input.argument();
            target = switch (option.id()) {
                case "set-tos" -> {
                    OptionValues.Masked given = TosSymbols.parse(text);
                    yield new TosTarget(given.value(), given.mask());
                }
                case "and-tos" -> new TosTarget(0, ~bits(option, text) & ALL);
                case "or-tos" -> new TosTarget(bits(option, text), bits(option, text));
                default -> new TosTarget(bits(option, text), 0);
            };
        }

        private static int bits(Option option, String text) {
            return (int) OptionValues.uint("TOS", option, text, 0, ALL);
        }

        @Override
        public Target build() {
            TosTarget built = target;
            if (built == null) {
                throw XtablesError.parameter("TOS: An action is required");
            }
            return built;
        }
    }
}
