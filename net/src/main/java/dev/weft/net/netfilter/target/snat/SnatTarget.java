package dev.weft.net.netfilter.target.snat;

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

/// `-j SNAT --to-source`: the connection comes from another address (kernel: `xt_snat_target_v2`).
public final class SnatTarget extends NatTarget {
    public static final TargetType TYPE = new Type(
            "SNAT",
            EnumSet.of(Hook.POST_ROUTING, Hook.LOCAL_IN),
            """
            SNAT target options:
             --to-source [<ipaddr>[-<ipaddr>]][:port[-port]]
            \t\t\t\tAddress to map source to.
            [--random] [--random-fully] [--persistent]
            """,
            List.of(
                    Option.with("to-source").mandatory(),
                    Option.flag("random"),
                    Option.flag("random-fully"),
                    Option.flag("persistent")),
            rule -> new Reader(rule, SnatTarget::new));

    private SnatTarget(NatRange range) {
        super(range);
    }

    @Override
    public TargetType type() {
        return TYPE;
    }

    @Override
    protected Verdict translate(Nat nat, int slot, Packet packet, HookState state) {
        nat.setup(slot, range, Manip.SOURCE);
        return Verdict.ACCEPT;
    }

    @Override
    public void save(StringBuilder to) {
        to.append(" --to-source ").append(RangeText.of(range)).append(RangeText.flags(range, " --"));
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        to.append(" to:").append(RangeText.of(range)).append(RangeText.flags(range, " "));
    }
}
