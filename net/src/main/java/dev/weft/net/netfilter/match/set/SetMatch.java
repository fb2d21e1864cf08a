package dev.weft.net.netfilter.match.set;

import dev.weft.core.packet.Packet;
import dev.weft.net.netfilter.set.SetQuery;
import dev.weft.net.netfilter.set.SetQuery.CounterTest;
import dev.weft.net.netfilter.set.SetReference;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.Match;
import dev.weft.net.netfilter.table.MatchType;
import dev.weft.net.netfilter.table.RuleCheck;

/// `-m set --match-set NAME src,dst`: is the packet in the set (kernel: `set_match_v4`)?
public record SetMatch(SetReference reference, SetQuery query, boolean isInverted) implements Match {
    public static final MatchType TYPE = new SetMatchType();

    @Override
    public MatchType type() {
        return TYPE;
    }

    @Override
    public boolean matches(Packet packet, HookState state) {
        return reference.set(state).test(packet, state, query) != isInverted;
    }

    @Override
    public void enter(RuleCheck check) {
        reference.enter(check.namespace());
    }

    @Override
    public void leave(RuleCheck check) {
        reference.leave(check.namespace());
    }

    @Override
    public void save(StringBuilder to) {
        write(to, " --");
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        write(to, " ");
    }

    private void write(StringBuilder to, String prefix) {
        to.append(isInverted ? " !" : "").append(prefix).append("match-set ").append(reference);
        if (query.returnsNomatch()) {
            to.append(prefix).append("return-nomatch");
        }
        if (!query.updatesCounters()) {
            to.append(" !").append(prefix).append("update-counters");
        }
        if (!query.updatesSubcounters()) {
            to.append(" !").append(prefix).append("update-subcounters");
        }
        write(to, prefix, "packets", query.packets());
        write(to, prefix, "bytes", query.bytes());
    }

    private static void write(StringBuilder to, String prefix, String what, CounterTest test) {
        String comparison = switch (test.comparison()) {
            case NONE -> "";
            case EQUAL, NOT_EQUAL -> "-eq ";
            case LESS -> "-lt ";
            case GREATER -> "-gt ";
        };
        if (!comparison.isEmpty()) {
            to.append(test.comparison() == SetQuery.Comparison.NOT_EQUAL ? " !" : "");
            to.append(prefix).append(what).append(comparison).append(Long.toUnsignedString(test.value()));
        }
    }
}
