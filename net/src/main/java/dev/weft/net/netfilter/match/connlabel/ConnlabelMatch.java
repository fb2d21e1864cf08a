package dev.weft.net.netfilter.match.connlabel;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.Packet;
import dev.weft.net.netfilter.conntrack.Conntrack;
import dev.weft.net.netfilter.table.Builder;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.Match;
import dev.weft.net.netfilter.table.MatchType;
import dev.weft.net.netfilter.table.Option;
import dev.weft.net.netfilter.table.OptionInput;
import dev.weft.net.netfilter.table.OptionValues;
import dev.weft.net.netfilter.table.RuleCheck;
import dev.weft.net.netfilter.table.RuleDraft;
import dev.weft.net.netfilter.table.XtablesError;
import java.util.List;
import java.util.OptionalLong;

/// `-m connlabel --label 5 [--set]`: one of the 128 labels of the packet's connection, which it can set too
/// (kernel: `connlabel_mt`).
public record ConnlabelMatch(int label, boolean isInverted, boolean isSet) implements Match {
    public static final MatchType TYPE = new Type();

    private static final int LABELS = 128;

    @Override
    public MatchType type() {
        return TYPE;
    }

    @Override
    public boolean matches(Packet packet, HookState state) {
        Conntrack conntrack = Conntrack.of(state.namespace());
        int slot = conntrack.connection(packet);
        if (slot == 0) {
            return isInverted;
        }
        int half = label / 64;
        long bit = 1L << label % 64;
        long labels = conntrack.connections().labels(slot, half);
        if ((labels & bit) != 0) {
            return !isInverted;
        }
        if (isSet) {
            conntrack.labels(slot, half, labels | bit);
            return !isInverted;
        }
        return isInverted;
    }

    @Override
    public void enter(RuleCheck check) {
        if (label >= LABELS) {
            throw new KernelError(Errno.ERANGE);
        }
        Conntrack conntrack = Conntrack.of(check.namespace());
        conntrack.use();
        conntrack.beOrderSensitive(true);
    }

    @Override
    public void leave(RuleCheck check) {
        Conntrack conntrack = Conntrack.of(check.namespace());
        conntrack.leave();
        conntrack.beOrderSensitive(false);
    }

    @Override
    public void save(StringBuilder to) {
        to.append(isInverted ? " !" : "").append(" --label \"").append(label).append('"');
        to.append(isSet ? " --set" : "");
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        to.append(" connlabel")
                .append(isInverted ? " !" : "")
                .append(' ')
                .append(label)
                .append(isSet ? " set" : "");
    }

    private static final class Type extends MatchType {
        Type() {
            super("connlabel", List.of(Option.with("label").mandatory().invertible(), Option.flag("set")));
        }

        @Override
        public String help() {
            return """
                connlabel match options:
                [!] --label name     Match if label has been set on connection
                    --set            Set label on connection
                """;
        }

        @Override
        public Builder<Match> builder(RuleDraft rule) {
            return new Builder<>() {
                private int label;
                private boolean inverted;
                private boolean set;

                @Override
                public void option(Option option, OptionInput input) {
                    if (option.id().equals("set")) {
                        set = true;
                        return;
                    }
                    OptionalLong number = OptionValues.number(input.argument());
                    if (number.isEmpty() || number.getAsLong() > 0xffff) {
                        throw XtablesError.parameter("label '" + input.argument() + "' not found or invalid value\n");
                    }
                    label = (int) number.getAsLong();
                    inverted = input.isInverted();
                }

                @Override
                public Match build() {
                    return new ConnlabelMatch(label, inverted, set);
                }
            };
        }
    }
}
