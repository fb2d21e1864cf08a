package dev.weft.net.netfilter.nat;

import dev.weft.core.packet.Packet;
import dev.weft.net.netfilter.conntrack.ConnectionInfo;
import dev.weft.net.netfilter.conntrack.Conntrack;
import dev.weft.net.netfilter.hook.Hook;
import dev.weft.net.netfilter.hook.HookFamily;
import dev.weft.net.netfilter.table.Builder;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.Option;
import dev.weft.net.netfilter.table.OptionInput;
import dev.weft.net.netfilter.table.RuleCheck;
import dev.weft.net.netfilter.table.RuleDraft;
import dev.weft.net.netfilter.table.TableKind;
import dev.weft.net.netfilter.table.Target;
import dev.weft.net.netfilter.table.TargetType;
import dev.weft.net.netfilter.table.Verdict;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// What SNAT, DNAT, MASQUERADE, REDIRECT and NETMAP have in common: a range, options to give it, and that the
/// first packet of a connection decides.
public abstract class NatTarget implements Target {
    protected final NatRange range;

    protected NatTarget(NatRange range) {
        this.range = range;
    }

    @Override
    public final Verdict apply(Packet packet, HookState state) {
        Conntrack conntrack = Conntrack.of(state.namespace());
        int slot = conntrack.connection(packet);
        int info = packet.connectionInfo();
        if (slot == 0 || info == ConnectionInfo.ESTABLISHED || info == ConnectionInfo.ESTABLISHED_REPLY) {
            return Verdict.DROP;
        }
        return translate(Nat.of(state.namespace()), slot, packet, state);
    }

    /// Decides for the connection in the slot.
    protected abstract Verdict translate(Nat nat, int slot, Packet packet, HookState state);

    @Override
    public void enter(RuleCheck check) {
        Nat.of(check.namespace()).use();
    }

    @Override
    public void leave(RuleCheck check) {
        Nat.of(check.namespace()).leave();
    }

    /// A kind of such a target.
    public static final class Type extends TargetType {
        private final Set<Hook> hooks;
        private final String help;
        private final Function<RuleDraft, Builder<Target>> reader;

        public Type(
                String name,
                Set<Hook> hooks,
                String help,
                List<Option> options,
                Function<RuleDraft, Builder<Target>> reader) {
            super(name, options);
            this.hooks = hooks;
            this.help = help;
            this.reader = reader;
        }

        @Override
        public String help() {
            return help;
        }

        @Override
        public Set<HookFamily> families() {
            return EnumSet.of(HookFamily.IPV4);
        }

        @Override
        public Set<TableKind> tables() {
            return EnumSet.of(TableKind.NAT);
        }

        @Override
        public Set<Hook> hooks() {
            return hooks;
        }

        @Override
        public Builder<Target> builder(RuleDraft rule) {
            return reader.apply(rule);
        }
    }

    /// Reads the options of such a target.
    public static final class Reader implements Builder<Target> {
        private final boolean hasPorts;
        private final Function<NatRange, Target> maker;
        private NatRange range = new NatRange(0, 0, 0, 0, 0, 0);

        public Reader(RuleDraft rule, Function<NatRange, Target> maker) {
            this.hasPorts = RangeText.hasPorts(rule);
            this.maker = maker;
        }

        @Override
        public void option(Option option, OptionInput input) {
            int before = range.flags();
            switch (option.id()) {
                case "to-source" -> range = RangeText.read(input.argument(), hasPorts, false);
                case "to-destination" -> range = RangeText.read(input.argument(), hasPorts, true);
                case "to-ports" -> range = RangeText.ports(input.argument(), hasPorts, false);
                case "random" -> add(NatRange.PROTO_RANDOM);
                case "random-fully" -> add(NatRange.PROTO_RANDOM_FULLY);
                default -> add(NatRange.PERSISTENT);
            }
            add(before);
        }

        private void add(int flags) {
            range = new NatRange(
                    range.flags() | flags,
                    range.minAddress(),
                    range.maxAddress(),
                    range.minPort(),
                    range.maxPort(),
                    range.basePort());
        }

        @Override
        public Target build() {
            return maker.apply(range);
        }
    }
}
