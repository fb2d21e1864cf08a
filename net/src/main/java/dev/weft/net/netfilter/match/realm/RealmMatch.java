package dev.weft.net.netfilter.match.realm;

import dev.weft.core.packet.Packet;
import dev.weft.net.ip.fib.Nexthop;
import dev.weft.net.iproute.NameTable;
import dev.weft.net.netfilter.hook.Hook;
import dev.weft.net.netfilter.match.NamedNumber;
import dev.weft.net.netfilter.table.Builder;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.Match;
import dev.weft.net.netfilter.table.MatchType;
import dev.weft.net.netfilter.table.Option;
import dev.weft.net.netfilter.table.OptionInput;
import dev.weft.net.netfilter.table.RuleDraft;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// `-m realm`: the realm of the packet's route (kernel: `realm_mt`).
public record RealmMatch(NamedNumber realm) implements Match {
    public static final MatchType TYPE = new Type();

    @Override
    public MatchType type() {
        return TYPE;
    }

    @Override
    public boolean matches(Packet packet, HookState state) {
        return realm.matches(packet.destination() instanceof Nexthop route ? route.realm() : 0);
    }

    @Override
    public boolean hasMemory() {
        return false;
    }

    @Override
    public void save(StringBuilder to) {
        to.append(realm.isInverted() ? " !" : "").append(" --realm ");
        realm.append(to, NameTable.REALMS, false);
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        to.append(realm.isInverted() ? " !" : "").append(" realm ");
        realm.append(to, NameTable.REALMS, numeric);
    }

    /// The match `realm` and its option.
    private static final class Type extends MatchType {
        Type() {
            super("realm", List.of(Option.with("realm").invertible().mandatory()));
        }

        @Override
        public String help() {
            return """
                realm match options:
                [!] --realm value[/mask]
                				Match realm
                """;
        }

        @Override
        public Set<Hook> hooks() {
            return EnumSet.complementOf(EnumSet.of(Hook.PRE_ROUTING));
        }

        @Override
        public Builder<Match> builder(RuleDraft rule) {
            return new Reader();
        }
    }

    private static final class Reader implements Builder<Match> {
        private RealmMatch match = new RealmMatch(new NamedNumber(0, 0, false));

        @Override
        public void option(Option option, OptionInput input) {
            match = new RealmMatch(NamedNumber.parse("realm", option, input, NameTable.REALMS));
        }

        @Override
        public Match build() {
            return match;
        }
    }
}
