package dev.weft.net.netfilter.match.state;

import dev.weft.core.packet.Packet;
import dev.weft.net.netfilter.conntrack.Conntrack;
import dev.weft.net.netfilter.match.conntrack.ConnectionStates;
import dev.weft.net.netfilter.table.Builder;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.Match;
import dev.weft.net.netfilter.table.MatchType;
import dev.weft.net.netfilter.table.Option;
import dev.weft.net.netfilter.table.OptionInput;
import dev.weft.net.netfilter.table.RuleCheck;
import dev.weft.net.netfilter.table.RuleDraft;
import dev.weft.net.netfilter.table.XtablesError;
import java.util.List;

/// `-m state --state NEW,ESTABLISHED`: how the packet relates to its connection; the short form of the match
/// conntrack.
public record StateMatch(int states, boolean isInverted) implements Match {
    public static final MatchType TYPE = new Type();

    @Override
    public MatchType type() {
        return TYPE;
    }

    @Override
    public boolean matches(Packet packet, HookState state) {
        return ((ConnectionStates.of(packet, state) & states) != 0) != isInverted;
    }

    @Override
    public void enter(RuleCheck check) {
        Conntrack.of(check.namespace()).use();
    }

    @Override
    public void leave(RuleCheck check) {
        Conntrack.of(check.namespace()).leave();
    }

    @Override
    public void save(StringBuilder to) {
        to.append(isInverted ? " !" : "").append(" --state ");
        ConnectionStates.append(to, states, false);
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        to.append(isInverted ? " !" : "").append(" state ");
        ConnectionStates.append(to, states, false);
    }

    private static final class Type extends MatchType {
        Type() {
            super("state", List.of(Option.with("state").mandatory().invertible()));
        }

        @Override
        public String help() {
            return """
                state match options:
                 [!] --state [INVALID|ESTABLISHED|NEW|RELATED|UNTRACKED][,...]
                \t\t\t\tState(s) to match
                """;
        }

        @Override
        public Builder<Match> builder(RuleDraft rule) {
            return new Builder<>() {
                private int states;
                private boolean inverted;

                @Override
                public void option(Option option, OptionInput input) {
                    states = ConnectionStates.parse(input.argument(), false, text -> "Bad state \"" + text + "\"\n");
                    inverted = input.isInverted();
                    if (states == 0) {
                        throw XtablesError.parameter("Bad state \"" + input.argument() + "\"\n");
                    }
                }

                @Override
                public Match build() {
                    return new StateMatch(states, inverted);
                }
            };
        }
    }
}
