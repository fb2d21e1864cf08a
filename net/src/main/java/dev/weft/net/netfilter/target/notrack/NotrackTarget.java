package dev.weft.net.netfilter.target.notrack;

import dev.weft.core.packet.Packet;
import dev.weft.net.netfilter.conntrack.ConnectionInfo;
import dev.weft.net.netfilter.table.Builder;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.Option;
import dev.weft.net.netfilter.table.OptionInput;
import dev.weft.net.netfilter.table.RuleDraft;
import dev.weft.net.netfilter.table.TableKind;
import dev.weft.net.netfilter.table.Target;
import dev.weft.net.netfilter.table.TargetType;
import dev.weft.net.netfilter.table.Verdict;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// `-j NOTRACK`: the packet belongs to no connection and is not looked for one (kernel: `notrack_tg`).
public record NotrackTarget() implements Target {
    public static final TargetType TYPE = new Type();

    /// Untracks the packet, unless it has a connection already.
    public static Verdict untrack(Packet packet) {
        if (packet.connection() == 0) {
            packet.connection(0, ConnectionInfo.UNTRACKED);
        }
        return Verdict.CONTINUE;
    }

    @Override
    public TargetType type() {
        return TYPE;
    }

    /// The kernel has it as a kind of CT.
    @Override
    public String listedName() {
        return "CT";
    }

    @Override
    public Verdict apply(Packet packet, HookState state) {
        return untrack(packet);
    }

    @Override
    public void save(StringBuilder to) {}

    @Override
    public void print(StringBuilder to, boolean numeric) {
        to.append(" NOTRACK");
    }

    private static final class Type extends TargetType {
        Type() {
            super("NOTRACK", List.of());
        }

        @Override
        public String help() {
            return "NOTRACK does not take any options\n";
        }

        @Override
        public Set<TableKind> tables() {
            return EnumSet.of(TableKind.RAW);
        }

        @Override
        public Builder<Target> builder(RuleDraft rule) {
            return new Builder<>() {
                @Override
                public void option(Option option, OptionInput input) {}

                @Override
                public Target build() {
                    return new NotrackTarget();
                }
            };
        }
    }
}
