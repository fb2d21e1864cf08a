package dev.weft.net.netfilter.target.tee;

import dev.weft.core.wire.Ip4Address;
import dev.weft.net.names.HostNames;
import dev.weft.net.netfilter.hook.HookFamily;
import dev.weft.net.netfilter.table.Builder;
import dev.weft.net.netfilter.table.Option;
import dev.weft.net.netfilter.table.OptionInput;
import dev.weft.net.netfilter.table.RuleDraft;
import dev.weft.net.netfilter.table.Target;
import dev.weft.net.netfilter.table.TargetType;
import dev.weft.net.netfilter.table.XtablesError;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// The target `TEE` and its options.
final class TeeType extends TargetType {
    TeeType() {
        super("TEE", List.of(Option.with("gateway").mandatory(), Option.with("oif")));
    }

    @Override
    public String help() {
        return """
            TEE target options:
              --gateway IPADDR    Route packet via the gateway given by address
              --oif NAME          Include oif in route calculation

            """;
    }

    @Override
    public Set<HookFamily> families() {
        return EnumSet.of(HookFamily.IPV4);
    }

    @Override
    public Builder<Target> builder(RuleDraft rule) {
        return new Reader();
    }

    private static final class Reader implements Builder<Target> {
        private static final int LONGEST_DEVICE_NAME = 15;

        private int gateway;
        private String device = "";

        @Override
        public void option(Option option, OptionInput input) {
            String text = input.argument();
            if (option.id().equals("gateway")) {
                gateway = Ip4Address.parse(text)
                        .orElseThrow(() -> XtablesError.parameter("getaddrinfo: " + complaint(text) + "\n"))
                        .bits();
            } else {
                device = text.substring(0, Math.min(text.length(), LONGEST_DEVICE_NAME));
            }
        }

        private static String complaint(String text) {
            if (text.indexOf(':') >= 0) {
                return "Address family for hostname not supported";
            }
            return text.indexOf('/') >= 0 ? "Name or service not known" : HostNames.UNKNOWN;
        }

        @Override
        public Target build() {
            return new TeeTarget(gateway, device);
        }
    }
}
