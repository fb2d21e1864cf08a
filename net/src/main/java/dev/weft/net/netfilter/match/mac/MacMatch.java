package dev.weft.net.netfilter.match.mac;

import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.Packet;
import dev.weft.core.wire.MacAddress;
import dev.weft.net.netfilter.hook.Hook;
import dev.weft.net.netfilter.table.Builder;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.Match;
import dev.weft.net.netfilter.table.MatchType;
import dev.weft.net.netfilter.table.Option;
import dev.weft.net.netfilter.table.OptionInput;
import dev.weft.net.netfilter.table.RuleDraft;
import dev.weft.net.netfilter.table.XtablesError;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// `-m mac`: the Ethernet address that the packet came from (kernel: `mac_mt`).
public record MacMatch(long address, boolean isInverted) implements Match {
    public static final MatchType TYPE = new Type();

    private static final int ETHERNET_BYTES = 14;
    private static final int SOURCE = 6;

    @Override
    public MatchType type() {
        return TYPE;
    }

    @Override
    public boolean matches(Packet packet, HookState state) {
        NetDevice in = state.in();
        int header = packet.macOffset();
        if (in == null
                || in.hardwareType() != NetDevice.ARPHRD_ETHER
                || header > -ETHERNET_BYTES
                || -header > packet.headroom()) {
            return false;
        }
        return (packet.u48(header + SOURCE) == address) != isInverted;
    }

    @Override
    public boolean hasMemory() {
        return false;
    }

    @Override
    public void save(StringBuilder to) {
        to.append(isInverted ? " !" : "").append(" --mac-source ").append(new MacAddress(address));
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        to.append(" MAC").append(isInverted ? " !" : "").append(' ').append(new MacAddress(address));
    }

    /// The match `mac` and its options.
    private static final class Type extends MatchType {
        Type() {
            super("mac", List.of(Option.with("mac-source").invertible().mandatory()));
        }

        @Override
        public String help() {
            return """
                mac match options:
                [!] --mac-source XX:XX:XX:XX:XX:XX
                				Match source MAC address
                """;
        }

        @Override
        public Set<Hook> hooks() {
            return EnumSet.of(Hook.PRE_ROUTING, Hook.LOCAL_IN, Hook.FORWARD);
        }

        @Override
        public Builder<Match> builder(RuleDraft rule) {
            return new Reader();
        }
    }

    private static final class Reader implements Builder<Match> {
        private MacMatch match = new MacMatch(0, false);

        @Override
        public void option(Option option, OptionInput input) {
            match = new MacMatch(parse(input.argument()), input.isInverted());
        }

        private static long parse(String text) {
            return MacAddress.parse(text)
                    .orElseThrow(() -> XtablesError.parameter("Invalid MAC address specified."))
                    .bits();
        }

        @Override
        public Match build() {
            return match;
        }
    }
}
