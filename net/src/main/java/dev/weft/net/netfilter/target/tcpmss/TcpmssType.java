package dev.weft.net.netfilter.target.tcpmss;

import dev.weft.core.wire.IpProtocol;
import dev.weft.net.netfilter.hook.HookFamily;
import dev.weft.net.netfilter.table.Builder;
import dev.weft.net.netfilter.table.Option;
import dev.weft.net.netfilter.table.OptionInput;
import dev.weft.net.netfilter.table.OptionValues;
import dev.weft.net.netfilter.table.RuleDraft;
import dev.weft.net.netfilter.table.Target;
import dev.weft.net.netfilter.table.TargetType;
import dev.weft.net.netfilter.table.XtablesError;
import java.util.List;

/// The target `TCPMSS` and its options; of several the last counts.
final class TcpmssType extends TargetType {
    TcpmssType() {
        super("TCPMSS", List.of(Option.with("set-mss"), Option.flag("clamp-mss-to-pmtu")));
    }

    @Override
    public String help() {
        return help(HookFamily.IPV4);
    }

    @Override
    public String help(HookFamily family) {
        return """
            TCPMSS target mutually-exclusive options:
              --set-mss value               explicitly set MSS option to specified value
              --clamp-mss-to-pmtu           automatically clamp MSS value to (path_MTU - %d)
            """.formatted(family == HookFamily.IPV4 ? 20 : 40);
    }

    @Override
    public int protocol() {
        return IpProtocol.TCP;
    }

    @Override
    public Builder<Target> builder(RuleDraft rule) {
        return new Reader(rule.family() == HookFamily.IPV4 ? 20 : 40);
    }

    private static final class Reader implements Builder<Target> {
        private static final int NONE = -1;

        private final int headerBytes;
        private int size = NONE;

        Reader(int headerBytes) {
            this.headerBytes = headerBytes;
        }

        @Override
        public void option(Option option, OptionInput input) {
            size = option.id().equals("set-mss")
                    ? (int) OptionValues.uint("TCPMSS", option, input.argument(), 0, 0xffff - headerBytes)
                    : TcpmssTarget.CLAMP_TO_PMTU;
        }

        @Override
        public Target build() {
            if (size == NONE) {
                throw XtablesError.parameter("TCPMSS target: At least one parameter is required");
            }
            return new TcpmssTarget(size);
        }
    }
}
