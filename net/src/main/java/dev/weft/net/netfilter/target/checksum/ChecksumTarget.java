package dev.weft.net.netfilter.target.checksum;

import dev.weft.core.packet.Checksum;
import dev.weft.core.packet.ChecksumState;
import dev.weft.core.packet.Packet;
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

/// `-j CHECKSUM`: completes the checksum that a device was to complete, for those that look at it before (kernel:
/// `checksum_tg`).
public final class ChecksumTarget implements Target {
    public static final TargetType TYPE = new Type();

    private static final ChecksumTarget FILL = new ChecksumTarget();

    private ChecksumTarget() {}

    @Override
    public TargetType type() {
        return TYPE;
    }

    @Override
    public Verdict apply(Packet packet, HookState state) {
        if (packet.checksumState() == ChecksumState.PARTIAL && packet.gsoSize() == 0) {
            Checksum.finish(packet);
        }
        return Verdict.CONTINUE;
    }

    @Override
    public void save(StringBuilder to) {
        to.append(" --checksum-fill");
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        to.append(" CHECKSUM fill");
    }

    /// The target `CHECKSUM` and its option.
    private static final class Type extends TargetType {
        Type() {
            super("CHECKSUM", List.of(Option.flag("checksum-fill").mandatory()));
        }

        @Override
        public String help() {
            return """
                CHECKSUM target options
                  --checksum-fill			Fill in packet checksum.
                """;
        }

        @Override
        public Set<TableKind> tables() {
            return EnumSet.of(TableKind.MANGLE);
        }

        @Override
        public Builder<Target> builder(RuleDraft rule) {
            return new Reader();
        }
    }

    private static final class Reader implements Builder<Target> {
        @Override
        public void option(Option option, OptionInput input) {
            // there is but one, and it must be there
        }

        @Override
        public Target build() {
            return FILL;
        }
    }
}
