package dev.weft.net.netfilter.match.conntrack;

import dev.weft.core.packet.Packet;
import dev.weft.net.netfilter.conntrack.ConnectionInfo;
import dev.weft.net.netfilter.conntrack.ConnectionStatus;
import dev.weft.net.netfilter.conntrack.Connections;
import dev.weft.net.netfilter.conntrack.Conntrack;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.XtablesError;
import java.util.Locale;
import java.util.function.UnaryOperator;

/// Sets of states that packets may be in, as bits in the order in which iptables lists them.
public final class ConnectionStates {
    private static final String[] NAMES = {"INVALID", "NEW", "RELATED", "ESTABLISHED", "UNTRACKED", "SNAT", "DNAT"};
    private static final int INVALID = 1;
    private static final int NEW = 1 << 1;
    private static final int RELATED = 1 << 2;
    private static final int ESTABLISHED = 1 << 3;
    private static final int UNTRACKED = 1 << 4;
    private static final int SNAT = 1 << 5;
    private static final int DNAT = 1 << 6;
    private static final int WITHOUT_NAT = 5;

    private ConnectionStates() {}

    /// The states that the packet is in.
    public static int of(Packet packet, HookState state) {
        int info = packet.connectionInfo();
        if (info == ConnectionInfo.UNTRACKED) {
            return UNTRACKED;
        }
        Conntrack conntrack = Conntrack.of(state.namespace());
        int slot = conntrack.connection(packet);
        if (slot == 0) {
            return INVALID;
        }
        int states = switch (info % ConnectionInfo.IS_REPLY) {
            case ConnectionInfo.ESTABLISHED -> ESTABLISHED;
            case ConnectionInfo.RELATED -> RELATED;
            default -> NEW;
        };
        Connections connections = conntrack.connections();
        if (connections.has(slot, ConnectionStatus.SRC_NAT)) {
            states |= SNAT;
        }
        if (connections.has(slot, ConnectionStatus.DST_NAT)) {
            states |= DNAT;
        }
        return states;
    }

    /// Reads names with commas between them, each of which may be cut short as long as it has a letter.
    ///
    /// @param nat are SNAT and DNAT known too?
    /// @param complaint about a name
    public static int parse(String text, boolean nat, UnaryOperator<String> complaint) {
        int states = 0;
        for (String word : text.split(",", -1)) {
            int found = 0;
            for (int i = 0; i < (nat ? NAMES.length : WITHOUT_NAT); i++) {
                if (NAMES[i].equals(word.toUpperCase(Locale.ROOT))) {
                    found = 1 << i;
                }
            }
            if (found == 0) {
                throw XtablesError.parameter(complaint.apply(word));
            }
            states |= found;
        }
        return states;
    }

    /// Appends the names with commas between them.
    public static void append(StringBuilder to, int states, boolean nat) {
        String separator = "";
        for (int i = 0; i < (nat ? NAMES.length : WITHOUT_NAT); i++) {
            if ((states & 1 << i) != 0) {
                to.append(separator).append(NAMES[i]);
                separator = ",";
            }
        }
    }
}
