package dev.weft.net.netfilter.match.conntrack;

import dev.weft.core.packet.Packet;
import dev.weft.core.wire.Ip4Address;
import dev.weft.net.namespace.Jiffies;
import dev.weft.net.netfilter.conntrack.ConnectionInfo;
import dev.weft.net.netfilter.conntrack.ConnectionStatus;
import dev.weft.net.netfilter.conntrack.Connections;
import dev.weft.net.netfilter.conntrack.Conntrack;
import dev.weft.net.netfilter.conntrack.Tuples;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.Match;
import dev.weft.net.netfilter.table.MatchType;
import dev.weft.net.netfilter.table.RuleCheck;
import java.util.List;

/// `-m conntrack --ctstate …`: what tracking knows of the packet's connection (kernel: `conntrack_mt`). All
/// that is asked for must hold.
///
/// @param conditions in the order in which they are printed
public record ConntrackMatch(List<Condition> conditions) implements Match {
    public static final MatchType TYPE = new ConntrackType();

    public ConntrackMatch {
        conditions = List.copyOf(conditions);
    }

    /// One option and its argument.
    ///
    /// @param kind what is compared
    /// @param first the value, or the lowest
    /// @param second the mask of an address, or the highest value
    public record Condition(Kind kind, boolean isInverted, int first, int second) {}

    /// What can be asked for, as `--ctNAME`, in the order in which it is printed.
    public enum Kind {
        STATE,
        PROTO,
        ORIGSRC,
        ORIGDST,
        REPLSRC,
        REPLDST,
        ORIGSRCPORT,
        ORIGDSTPORT,
        REPLSRCPORT,
        REPLDSTPORT,
        STATUS,
        EXPIRE,
        DIR;

        public static final List<Kind> ALL = List.of(values());

        /// `ctorigsrc`
        public String option() {
            return "ct" + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    @Override
    public MatchType type() {
        return TYPE;
    }

    @Override
    public boolean matches(Packet packet, HookState state) {
        Conntrack conntrack = Conntrack.of(state.namespace());
        int slot = conntrack.connection(packet);
        for (int i = 0; i < conditions.size(); i++) {
            Condition condition = conditions.get(i);
            if (condition.kind == Kind.STATE) {
                boolean among = (ConnectionStates.of(packet, state) & condition.first) != 0;
                if (among == condition.isInverted) {
                    return false;
                }
            } else if (condition.kind == Kind.DIR) {
                boolean right = ConnectionInfo.direction(packet.connectionInfo()) == condition.first;
                if (slot != 0 && right == condition.isInverted) {
                    return false;
                }
            } else if (slot == 0 || holds(conntrack, slot, condition) == condition.isInverted) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(Conntrack conntrack, int slot, Condition condition) {
        Connections c = conntrack.connections();
        return switch (condition.kind) {
            case PROTO -> Tuples.protocol(c.key(2 * slot)) == condition.first;
            case ORIGSRC -> isIn(Tuples.source(c.addresses(2 * slot)), condition);
            case ORIGDST -> isIn(Tuples.destination(c.addresses(2 * slot)), condition);
            case REPLSRC -> isIn(Tuples.source(c.addresses(2 * slot + 1)), condition);
            case REPLDST -> isIn(Tuples.destination(c.addresses(2 * slot + 1)), condition);
            case ORIGSRCPORT -> isBetween(Tuples.sourcePort(c.key(2 * slot)), condition);
            case ORIGDSTPORT -> isBetween(Tuples.destinationPort(c.key(2 * slot)), condition);
            case REPLSRCPORT -> isBetween(Tuples.sourcePort(c.key(2 * slot + 1)), condition);
            case REPLDSTPORT -> isBetween(Tuples.destinationPort(c.key(2 * slot + 1)), condition);
            // NONE is no bit, and so no connection has it: it never matches, on Linux neither
            case STATUS -> (c.status(slot) & condition.first) != 0;
            case EXPIRE ->
                isBetween(
                        c.has(slot, ConnectionStatus.CONFIRMED) ? conntrack.expires(slot) / Jiffies.HZ : 0, condition);
            case STATE, DIR -> true;
        };
    }

    private static boolean isIn(int address, Condition condition) {
        return (address & condition.second) == condition.first;
    }

    private static boolean isBetween(int value, Condition condition) {
        return Integer.compareUnsigned(value, condition.first) >= 0
                && Integer.compareUnsigned(value, condition.second) <= 0;
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
        append(to, " --");
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        append(to, " ");
    }

    private void append(StringBuilder to, String prefix) {
        for (Condition condition : conditions) {
            to.append(condition.isInverted ? " !" : "");
            to.append(prefix).append(condition.kind.option()).append(' ');
            value(to, condition);
        }
    }

    private static void value(StringBuilder to, Condition condition) {
        switch (condition.kind) {
            case STATE -> ConnectionStates.append(to, condition.first, true);
            case PROTO -> to.append(condition.first);
            case ORIGSRC, ORIGDST, REPLSRC, REPLDST -> {
                to.append(Ip4Address.toString(condition.first));
                int length = Integer.bitCount(condition.second);
                if (Ip4Address.mask(length) != condition.second) {
                    to.append('/').append(Ip4Address.toString(condition.second));
                } else if (length < 32) {
                    to.append('/').append(length);
                }
            }
            case STATUS -> Statuses.append(to, condition.first);
            case DIR -> to.append(condition.first == 0 ? "ORIGINAL" : "REPLY");
            default -> {
                to.append(Integer.toUnsignedString(condition.first));
                if (condition.first != condition.second) {
                    to.append(':').append(Integer.toUnsignedString(condition.second));
                }
            }
        }
    }
}
