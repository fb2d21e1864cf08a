package dev.weft.net.netfilter.target.netmap;

import dev.weft.core.packet.Packet;
import dev.weft.core.wire.Ip4Address;
import dev.weft.net.netfilter.hook.Hook;
import dev.weft.net.netfilter.nat.Manip;
import dev.weft.net.netfilter.nat.Nat;
import dev.weft.net.netfilter.nat.NatRange;
import dev.weft.net.netfilter.nat.NatTarget;
import dev.weft.net.netfilter.table.Builder;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.Option;
import dev.weft.net.netfilter.table.OptionInput;
import dev.weft.net.netfilter.table.Target;
import dev.weft.net.netfilter.table.TargetType;
import dev.weft.net.netfilter.table.Verdict;
import dev.weft.net.netfilter.table.XtablesError;
import java.util.EnumSet;
import java.util.List;

/// `-j NETMAP --to NETWORK`: the network part of the address becomes another, the host's part stays (kernel:
/// `netmap_tg4`).
public final class NetmapTarget extends NatTarget {
    public static final TargetType TYPE = new Type(
            "NETMAP",
            EnumSet.of(Hook.PRE_ROUTING, Hook.POST_ROUTING, Hook.LOCAL_OUT, Hook.LOCAL_IN),
            """
            NETMAP target options:
              --to address[/mask]
            \t\t\t\tNetwork address to map to.

            """,
            List.of(Option.with("to").mandatory()),
            rule -> new NetworkReader());

    private final int network;
    private final int mask;

    private NetmapTarget(int network, int mask) {
        super(NatRange.of(network));
        this.network = network;
        this.mask = mask;
    }

    @Override
    public TargetType type() {
        return TYPE;
    }

    @Override
    protected Verdict translate(Nat nat, int slot, Packet packet, HookState state) {
        Manip manip = Manip.at(state.hook());
        int address = packet.i32(manip == Manip.SOURCE ? 12 : 16);
        nat.setup(slot, NatRange.of(address & ~mask | network), manip);
        return Verdict.ACCEPT;
    }

    private String text() {
        int length = Integer.bitCount(mask);
        boolean prefix = Ip4Address.mask(length) == mask;
        return Ip4Address.toString(network) + "/" + (prefix ? Integer.toString(length) : Ip4Address.toString(mask));
    }

    @Override
    public void save(StringBuilder to) {
        to.append(" --to ").append(text());
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        to.append(" to:").append(text());
    }

    private static final class NetworkReader implements Builder<Target> {
        private int network;
        private int mask;

        @Override
        public void option(Option option, OptionInput input) {
            String text = input.argument();
            int slash = text.indexOf('/');
            String address = slash < 0 ? text : text.substring(0, slash);
            mask = slash < 0 ? -1 : mask(text.substring(slash + 1));
            network = Ip4Address.parse(address)
                            .orElseThrow(
                                    () -> XtablesError.parameter("getaddrinfo: Temporary failure in name resolution\n"))
                            .bits()
                    & mask;
        }

        private static int mask(String text) {
            if (text.matches("\\d{1,2}") && Integer.parseInt(text) <= 32) {
                return Ip4Address.mask(Integer.parseInt(text));
            }
            return Ip4Address.parse(text)
                    .orElseThrow(() -> XtablesError.parameter("NETMAP: bad mask \"" + text + "\"\n"))
                    .bits();
        }

        @Override
        public Target build() {
            return new NetmapTarget(network, mask);
        }
    }
}
