package dev.weft.net.netfilter.target.reject;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.Packet;
import dev.weft.core.wire.IpProtocol;
import dev.weft.net.netfilter.hook.Hook;
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

/// `-j REJECT`: drops, and tells the sender by an ICMP error or a TCP reset (kernel: `reject_tg`, `reject_tg6`).
final class RejectTarget implements Target {
    private final TargetType type;
    private final RejectTypes.Answer answer;
    private final TcpReset reset = new TcpReset();

    RejectTarget(TargetType type, RejectTypes.Answer answer) {
        this.type = type;
        this.answer = answer;
    }

    @Override
    public TargetType type() {
        return type;
    }

    @Override
    public Verdict apply(Packet packet, HookState state) {
        if (!answer.isReset()) {
            state.services().icmpError(packet, answer.type(), answer.code());
        } else if (!state.isIp6()) {
            reset.send(packet, state);
        }
        return Verdict.DROP;
    }

    @Override
    public void save(StringBuilder to) {
        to.append(" --reject-with ").append(answer.name());
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        to.append(" reject-with ").append(answer.name());
    }

    @Override
    public void enter(RuleCheck check) {
        boolean tcp = check.rule().protocol() == IpProtocol.TCP && !check.rule().isProtocolInverted();
        if (answer.isReset() && !tcp) {
            throw new KernelError(Errno.EINVAL);
        }
    }

    /// The target `REJECT` of one family.
    abstract static class Type extends TargetType {
        private final RejectTypes types;

        Type(RejectTypes types) {
            super("REJECT", List.of(Option.with("reject-with")));
            this.types = types;
        }

        @Override
        public String help() {
            return types.help();
        }

        @Override
        public Set<TableKind> tables() {
            return EnumSet.of(TableKind.FILTER);
        }

        @Override
        public Set<Hook> hooks() {
            return EnumSet.of(Hook.LOCAL_IN, Hook.FORWARD, Hook.LOCAL_OUT);
        }

        @Override
        public Builder<Target> builder(RuleDraft rule) {
            return new Reader(this, types);
        }
    }

    private static final class Reader implements Builder<Target> {
        private final TargetType type;
        private final RejectTypes types;
        private RejectTypes.Answer answer;

        Reader(TargetType type, RejectTypes types) {
            this.type = type;
            this.types = types;
            answer = types.fallback();
        }

        @Override
        public void option(Option option, OptionInput input) {
            answer = types.parse(input.argument());
        }

        @Override
        public Target build() {
            return new RejectTarget(type, answer);
        }
    }
}
