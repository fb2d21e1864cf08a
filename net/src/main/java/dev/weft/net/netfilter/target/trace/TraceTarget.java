package dev.weft.net.netfilter.target.trace;

import dev.weft.core.packet.Packet;
import dev.weft.core.packet.PacketFlag;
import dev.weft.net.netfilter.table.Builder;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.Option;
import dev.weft.net.netfilter.table.OptionInput;
import dev.weft.net.netfilter.table.RuleCheck;
import dev.weft.net.netfilter.table.RuleDraft;
import dev.weft.net.netfilter.table.TableKind;
import dev.weft.net.netfilter.table.Tables;
import dev.weft.net.netfilter.table.Target;
import dev.weft.net.netfilter.table.TargetType;
import dev.weft.net.netfilter.table.Verdict;
import dev.weft.net.netfilter.target.log.LogTarget;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// `-j TRACE`: from here on the kernel's log tells of every rule that the packet matches (kernel: `trace_tg`).
public final class TraceTarget implements Target {
    public static final TargetType TYPE = new Type();

    private static final TraceTarget TRACE = new TraceTarget();
    private static final int WARNING = 4;

    /// TCP's sequence and options, IP's options, the user (kernel: `NF_LOG_DEFAULT_MASK`).
    private static final int FLAGS = 0xf;

    private TraceTarget() {}

    @Override
    public TargetType type() {
        return TYPE;
    }

    @Override
    public Verdict apply(Packet packet, HookState state) {
        packet.set(PacketFlag.NF_TRACE);
        return Verdict.CONTINUE;
    }

    @Override
    public void enter(RuleCheck check) {
        Tables.of(check.namespace()).tracer(TraceTarget::log);
    }

    private static void log(Packet packet, HookState state, String table, String chain, String comment, int number) {
        String prefix = "TRACE: " + table + ":" + chain + ":" + comment + ":" + number + " ";
        new LogTarget(WARNING, FLAGS, prefix).apply(packet, state);
    }

    @Override
    public void save(StringBuilder to) {
        // it has no options
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        // nor anything to say of itself
    }

    /// The target `TRACE`, without options.
    private static final class Type extends TargetType {
        Type() {
            super("TRACE", List.of());
        }

        @Override
        public String help() {
            return "TRACE does not take any options\n";
        }

        @Override
        public Set<TableKind> tables() {
            return EnumSet.of(TableKind.RAW);
        }

        @Override
        public Builder<Target> builder(RuleDraft rule) {
            return new Reader();
        }
    }

    private static final class Reader implements Builder<Target> {
        @Override
        public void option(Option option, OptionInput input) {
            // there are none
        }

        @Override
        public Target build() {
            return TRACE;
        }
    }
}
