package dev.weft.net.netfilter.target.dscp;

import dev.weft.core.packet.Packet;
import dev.weft.net.netfilter.table.Builder;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.Option;
import dev.weft.net.netfilter.table.OptionInput;
import dev.weft.net.netfilter.table.OptionValues;
import dev.weft.net.netfilter.table.RuleDraft;
import dev.weft.net.netfilter.table.TableKind;
import dev.weft.net.netfilter.table.Target;
import dev.weft.net.netfilter.table.TargetType;
import dev.weft.net.netfilter.table.Verdict;
import dev.weft.net.netfilter.table.XtablesError;
import dev.weft.net.netfilter.target.TrafficClass;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// `-j DSCP`: sets the code point and leaves the bits of congestion notification (kernel: `dscp_tg`, `dscp_tg6`).
public record DscpTarget(int codePoint) implements Target {
    public static final TargetType TYPE = new Type();

    private static final int ECN = 3;

    @Override
    public TargetType type() {
        return TYPE;
    }

    @Override
    public Verdict apply(Packet packet, HookState state) {
        int before = TrafficClass.of(packet, state.isIp6());
        int after = codePoint << 2 | before & ECN;
        if (after != before) {
            TrafficClass.set(packet, state.isIp6(), after);
        }
        return Verdict.CONTINUE;
    }

    @Override
    public void save(StringBuilder to) {
        to.append(String.format(" --set-dscp 0x%02x", codePoint));
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        to.append(String.format(" DSCP set 0x%02x", codePoint));
    }

    /// The target `DSCP` and its options.
    private static final class Type extends TargetType {
        Type() {
            super(
                    "DSCP",
                    List.of(
                            Option.with("set-dscp").excludes("set-dscp-class"),
                            Option.with("set-dscp-class").excludes("set-dscp")));
        }

        @Override
        public String help() {
            return """
                DSCP target options
                  --set-dscp value		Set DSCP field in packet header to value
                  		                This value can be in decimal (ex: 32)
                               		or in hex (ex: 0x20)
                  --set-dscp-class class	Set the DSCP field in packet header to the
                				value represented by the DiffServ class value.
                				This class may be EF,BE or any of the CSxx
                				or AFxx classes.

                				These two options are mutually exclusive !
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
        private static final int NONE = -1;
        private static final int MOST = 63;

        private int codePoint = NONE;

        @Override
        public void option(Option option, OptionInput input) {
            codePoint = option.id().equals("set-dscp")
                    ? (int) OptionValues.uint("DSCP", option, input.argument(), 0, MOST)
                    : DscpClasses.parse(input.argument());
        }

        @Override
        public Target build() {
            if (codePoint == NONE) {
                throw XtablesError.parameter("DSCP target: Parameter --set-dscp is required");
            }
            return new DscpTarget(codePoint);
        }
    }
}
