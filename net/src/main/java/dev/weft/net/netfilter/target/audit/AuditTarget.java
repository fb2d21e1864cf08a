package dev.weft.net.netfilter.target.audit;

import dev.weft.core.packet.Packet;
import dev.weft.core.wire.Ip4Address;
import dev.weft.core.wire.Ip6Address;
import dev.weft.core.wire.Ipv6;
import dev.weft.net.netfilter.table.Builder;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.Option;
import dev.weft.net.netfilter.table.OptionInput;
import dev.weft.net.netfilter.table.RuleDraft;
import dev.weft.net.netfilter.table.Target;
import dev.weft.net.netfilter.table.TargetType;
import dev.weft.net.netfilter.table.Verdict;
import dev.weft.net.netfilter.table.XtablesError;
import java.util.List;
import java.util.Locale;

/// `-j AUDIT`: makes a record of the packet for the audit system (kernel: `audit_tg`).
///
/// @param kind what the rules are going to do with the packet; the record does not say it any more
public record AuditTarget(String kind) implements Target {
    public static final TargetType TYPE = new Type();

    private static final int PROTOCOL = 9;
    private static final int SOURCE = 12;
    private static final int DESTINATION = 16;

    @Override
    public TargetType type() {
        return TYPE;
    }

    @Override
    public Verdict apply(Packet packet, HookState state) {
        AuditRecords.Listener listener = AuditRecords.of(state.namespace()).listener();
        if (listener != null) {
            listener.record(state.namespace(), text(packet, state));
        }
        if (packet.isTraced()) {
            packet.trace(new Recorded(kind, listener != null));
        }
        return Verdict.CONTINUE;
    }

    /// Trace line: what the record is about, and whether one was made.
    public record Recorded(String kind, boolean isHeard) {}

    private static String text(Packet packet, HookState state) {
        if (!state.isIp6()) {
            return String.format(
                    "mark=0x%x saddr=%s daddr=%s proto=%d",
                    packet.mark(),
                    Ip4Address.toString(packet.i32(SOURCE)),
                    Ip4Address.toString(packet.i32(DESTINATION)),
                    packet.u8(PROTOCOL));
        }
        Ipv6 ip = new Ipv6(packet, 0);
        return String.format(
                "mark=0x%x saddr=%s daddr=%s proto=%d",
                packet.mark(),
                new Ip6Address(ip.sourceHigh(), ip.sourceLow()),
                new Ip6Address(ip.destinationHigh(), ip.destinationLow()),
                state.protocol());
    }

    @Override
    public void save(StringBuilder to) {
        to.append(" --type ").append(kind);
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        to.append(" AUDIT ").append(kind);
    }

    /// The target `AUDIT` and its option.
    private static final class Type extends TargetType {
        Type() {
            super("AUDIT", List.of(Option.with("type").mandatory()));
        }

        @Override
        public String help() {
            return """
                AUDIT target options
                  --type TYPE		Action type to be recorded.
                """;
        }

        @Override
        public Builder<Target> builder(RuleDraft rule) {
            return new Reader();
        }
    }

    private static final class Reader implements Builder<Target> {
        private static final List<String> KINDS = List.of("accept", "drop", "reject");

        private String kind = "";

        @Override
        public void option(Option option, OptionInput input) {
            kind = input.argument().toLowerCase(Locale.ROOT);
            if (!KINDS.contains(kind)) {
                throw XtablesError.parameter("Bad action type value \"" + input.argument() + "\"");
            }
        }

        @Override
        public Target build() {
            return new AuditTarget(kind);
        }
    }
}
