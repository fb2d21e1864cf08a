package dev.weft.net.netfilter.target.redirect;

import dev.weft.core.packet.Packet;
import dev.weft.net.ip.fib.RouteScope;
import dev.weft.net.ip.v4.address.SourceAddress;
import dev.weft.net.netfilter.hook.Hook;
import dev.weft.net.netfilter.nat.Manip;
import dev.weft.net.netfilter.nat.Nat;
import dev.weft.net.netfilter.nat.NatRange;
import dev.weft.net.netfilter.nat.NatTarget;
import dev.weft.net.netfilter.nat.RangeText;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.Option;
import dev.weft.net.netfilter.table.TargetType;
import dev.weft.net.netfilter.table.Verdict;
import java.util.EnumSet;
import java.util.List;

/// `-j REDIRECT`: the connection goes to this host, at the address of the device by which it came (kernel:
/// `nf_nat_redirect_ipv4`).
public final class RedirectTarget extends NatTarget {
    public static final TargetType TYPE = new Type(
            "REDIRECT",
            EnumSet.of(Hook.PRE_ROUTING, Hook.LOCAL_OUT),
            """
            REDIRECT target options:
             --to-ports <port>[-<port>]
            \t\t\t\tPort (range) to map to.
             [--random]
            """,
            List.of(Option.with("to-ports"), Option.flag("random")),
            rule -> new Reader(rule, RedirectTarget::new));

    private static final int LOOPBACK = 0x7f00_0001;

    private NatRange last;

    private RedirectTarget(NatRange range) {
        super(range);
        this.last = range;
    }

    @Override
    public TargetType type() {
        return TYPE;
    }

    @Override
    protected Verdict translate(Nat nat, int slot, Packet packet, HookState state) {
        int address = state.hook() == Hook.LOCAL_OUT
                ? LOOPBACK
                : SourceAddress.select(packet.rxDevice(), 0, RouteScope.UNIVERSE);
        if (address == 0) {
            return Verdict.DROP;
        }
        if (!last.has(NatRange.MAP_IPS) || last.minAddress() != address) {
            last = new NatRange(
                    range.flags() | NatRange.MAP_IPS, address, address, range.minPort(), range.maxPort(), 0);
        }
        nat.setup(slot, last, Manip.DESTINATION);
        return Verdict.ACCEPT;
    }

    @Override
    public void save(StringBuilder to) {
        if (range.has(NatRange.PROTO_SPECIFIED)) {
            to.append(" --to-ports ").append(RangeText.ports(range));
        }
        to.append(RangeText.flags(range, " --"));
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        if (range.has(NatRange.PROTO_SPECIFIED)) {
            to.append(" redir ports ").append(RangeText.ports(range));
        }
        to.append(RangeText.flags(range, " "));
    }
}
