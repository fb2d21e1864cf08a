package dev.weft.net.netfilter.target.ecn;

import dev.weft.net.netfilter.hook.HookFamily;
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

/// The target `ECN` and its options, of which only one is in the help.
final class EcnType extends TargetType {
    EcnType() {
        super(
                "ECN",
                List.of(
                        Option.flag("ecn-tcp-remove").excludes("ecn-tcp-cwr", "ecn-tcp-ece"),
                        Option.with("ecn-tcp-cwr").excludes("ecn-tcp-remove"),
                        Option.with("ecn-tcp-ece").excludes("ecn-tcp-remove"),
                        Option.with("ecn-ip-ect")));
    }

    @Override
    public String help() {
        return """
            ECN target options
              --ecn-tcp-remove		Remove all ECN bits from TCP header
            """;
    }

    @Override
    public Set<HookFamily> families() {
        return EnumSet.of(HookFamily.IPV4);
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
        private int ece = EcnTarget.KEEP;
        private int cwr = EcnTarget.KEEP;
        private int codePoint = EcnTarget.KEEP;

        @Override
        public void option(Option option, OptionInput input) {
            switch (option.id()) {
                case "ecn-tcp-remove" -> {
                    ece = 0;
                    cwr = 0;
                }
                case "ecn-tcp-cwr" -> cwr = (int) OptionValues.uint("ECN", option, input.argument(), 0, 1);
                case "ecn-tcp-ece" -> ece = (int) OptionValues.uint("ECN", option, input.argument(), 0, 1);
                default -> codePoint = (int) OptionValues.uint("ECN", option, input.argument(), 0, 3);
            }
        }

        @Override
        public Target build() {
            if (ece == EcnTarget.KEEP && cwr == EcnTarget.KEEP && codePoint == EcnTarget.KEEP) {
                throw XtablesError.parameter("ECN target: An operation is required");
            }
            return new EcnTarget(ece, cwr, codePoint);
        }
    }
}
