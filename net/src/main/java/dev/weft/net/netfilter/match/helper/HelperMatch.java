package dev.weft.net.netfilter.match.helper;

import dev.weft.core.packet.Packet;
import dev.weft.net.netfilter.conntrack.Conntrack;
import dev.weft.net.netfilter.conntrack.Helpers;
import dev.weft.net.netfilter.table.Builder;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.Match;
import dev.weft.net.netfilter.table.MatchType;
import dev.weft.net.netfilter.table.Option;
import dev.weft.net.netfilter.table.OptionInput;
import dev.weft.net.netfilter.table.RuleCheck;
import dev.weft.net.netfilter.table.RuleDraft;
import java.util.List;

/// `-m helper --helper ftp`: the packet's connection was announced by one that the helper follows (kernel:
/// `helper_mt`).
public record HelperMatch(String helper, boolean isInverted) implements Match {
    public static final MatchType TYPE = new Type();

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
        String name = Helpers.nameOfMaster(conntrack, slot);
        boolean same = helper.isEmpty() ? !name.isEmpty() : name.equals(helper);
        return !name.isEmpty() && same ? !isInverted : isInverted;
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
        to.append(isInverted ? " !" : "").append(" --helper ").append(helper);
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        to.append(" helper match ")
                .append(isInverted ? "! " : "")
                .append('"')
                .append(helper)
                .append('"');
    }

    private static final class Type extends MatchType {
        Type() {
            super("helper", List.of(Option.with("helper").mandatory().invertible()));
        }

        @Override
        public String help() {
            return """
                helper match options:
                [!] --helper string        Match helper identified by string
                """;
        }

        @Override
        public Builder<Match> builder(RuleDraft rule) {
            return new Builder<>() {
                private String name = "";
                private boolean inverted;

                @Override
                public void option(Option option, OptionInput input) {
                    name = input.argument();
                    inverted = input.isInverted();
                }

                @Override
                public Match build() {
                    return new HelperMatch(name, inverted);
                }
            };
        }
    }
}
