package dev.weft.net.netfilter.target.dnat;

import dev.weft.core.packet.Packet;
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

/// `-j DNAT --to-destination`: the connection goes to another address (kernel: `xt_dnat_target_v2`).
public final class DnatTarget extends NatTarget {
    public static final TargetType TYPE = new Type(
            "DNAT",
            EnumSet.of(Hook.PRE_ROUTING, Hook.LOCAL_OUT),
            """
            DNAT target options:
             --to-destination [<ipaddr>[-<ipaddr>]][:port[-port[/port]]]
            \t\t\t\tAddress to map destination to.
            [--random] [--persistent]
            """,
            List.of(Option.with("to-destination").mandatory(), Option.flag("random"), Option.flag("persistent")),
            rule -> new Reader(rule, DnatTarget::new));

    private DnatTarget(NatRange range) {
        super(range);
    }

    @Override
    public TargetType type() {
        return TYPE;
    }

    @Override
    protected Verdict translate(Nat nat, int slot, Packet packet, HookState state) {
        nat.setup(slot, range, Manip.DESTINATION);
        return Verdict.ACCEPT;
    }

    @Override
    public void save(StringBuilder to) {
        to.append(" --to-destination ").append(RangeText.of(range)).append(RangeText.flags(range, " --"));
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        to.append(" to:").append(RangeText.of(range)).append(RangeText.flags(range, " "));
    }
}
