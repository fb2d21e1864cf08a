package dev.weft.net.netfilter.target.masquerade;

import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.Packet;
import dev.weft.net.ip.fib.RouteScope;
import dev.weft.net.ip.v4.Ip4Routing;
import dev.weft.net.ip.v4.address.SourceAddress;
import dev.weft.net.netfilter.conntrack.Conntrack;
import dev.weft.net.netfilter.conntrack.Tuples;
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

/// `-j MASQUERADE`: the connection comes from the address of the device by which it leaves, as long as that
/// is there (kernel: `nf_nat_masquerade_ipv4`).
public final class MasqueradeTarget extends NatTarget {
    public static final TargetType TYPE = new Type(
            "MASQUERADE",
            EnumSet.of(Hook.POST_ROUTING),
            """
            MASQUERADE target options:
             --to-ports <port>[-<port>]
            \t\t\t\tPort (range) to map to.
             --random
            \t\t\t\tRandomize source port.
             --random-fully
            \t\t\t\tFully randomize source port.
            """,
            List.of(Option.with("to-ports"), Option.flag("random"), Option.flag("random-fully")),
            rule -> new Reader(rule, MasqueradeTarget::new));

    private static final int DESTINATION = 16;

    private NatRange last;

    private MasqueradeTarget(NatRange range) {
        super(range);
        this.last = range;
    }

    @Override
    public TargetType type() {
        return TYPE;
    }

    @Override
    protected Verdict translate(Nat nat, int slot, Packet packet, HookState state) {
        Conntrack conntrack = Conntrack.of(state.namespace());
        if (Tuples.source(conntrack.connections().addresses(2 * slot)) == 0) {
            return Verdict.ACCEPT; // a DHCP client has no address yet
        }
        NetDevice out = packet.txDevice();
        int gateway = Ip4Routing.way(packet).nextAddress(packet.i32(DESTINATION));
        int address = SourceAddress.select(out, gateway, RouteScope.UNIVERSE);
        if (address == 0) {
            return Verdict.DROP; // it has none to lend
        }
        conntrack.connections().masqueradeDevice(slot, out.index());
        nat.setup(slot, rangeOf(address), Manip.SOURCE);
        return Verdict.ACCEPT;
    }

    private NatRange rangeOf(int address) {
        if (!last.has(NatRange.MAP_IPS) || last.minAddress() != address) {
            last = new NatRange(
                    range.flags() | NatRange.MAP_IPS, address, address, range.minPort(), range.maxPort(), 0);
        }
        return last;
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
            to.append(" masq ports: ").append(RangeText.ports(range));
        }
        to.append(RangeText.flags(range, " "));
    }
}
