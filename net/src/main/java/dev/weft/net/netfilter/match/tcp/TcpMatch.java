package dev.weft.net.netfilter.match.tcp;

import dev.weft.core.packet.Packet;
import dev.weft.core.wire.Tcp;
import dev.weft.net.netfilter.classify.Demand;
import dev.weft.net.netfilter.classify.Field;
import dev.weft.net.netfilter.match.PortRange;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.Match;
import dev.weft.net.netfilter.table.MatchType;

/// `-m tcp`: ports, flags and one option of TCP (kernel: `tcp_mt`).
///
/// @param option the kind of TCP option that must be there; 0 for none
public record TcpMatch(PortRange source, PortRange destination, TcpFlags flags, int option, boolean isOptionInverted)
        implements Match {
    private static final int FLAGS = 13;

    /// Can it match none but those that begin a connection, or nothing at all (kernel: `find_syn_match`)?
    public boolean asksForSyn() {
        return (flags.set() & Tcp.SYN) != 0 && !flags.isInverted();
    }

    @Override
    public MatchType type() {
        return TcpType.TYPE;
    }

    @Override
    public boolean matches(Packet packet, HookState state) {
        if (state.fragmentOffset() != 0) {
            if (state.fragmentOffset() == 8) {
                state.hotDrop(); // would overwrite the flags: nobody normal sends this
            }
            return false;
        }
        int tcp = state.transportOffset();
        if (packet.length() - tcp < Tcp.LENGTH) {
            state.hotDrop();
            return false;
        }
        return source.matches(packet.u16(tcp))
                && destination.matches(packet.u16(tcp + 2))
                && flags.matches(packet.u8(tcp + FLAGS))
                && (option == 0 || matchesOption(packet, tcp, state));
    }

    private boolean matchesOption(Packet packet, int tcp, HookState state) {
        int end = tcp + (packet.u8(tcp + 12) >>> 4) * 4;
        if (end < tcp + Tcp.LENGTH || end > packet.length()) {
            state.hotDrop();
            return false;
        }
        int at = tcp + Tcp.LENGTH;
        while (at < end) {
            int kind = packet.u8(at);
            if (kind == option) {
                return !isOptionInverted;
            }
            at += kind < 2 || at + 1 >= end ? 1 : Math.max(1, packet.u8(at + 1));
        }
        return isOptionInverted;
    }

    @Override
    public boolean hasMemory() {
        return false;
    }

    @Override
    public Demand demand(Demand demand) {
        return destination.demand(source.demand(demand, Field.SOURCE_PORT), Field.DESTINATION_PORT);
    }

    @Override
    public void save(StringBuilder to) {
        source.save(to, "--sport");
        destination.save(to, "--dport");
        if (option != 0) {
            to.append(isOptionInverted ? " !" : "").append(" --tcp-option ").append(option);
        }
        flags.save(to);
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        to.append(" tcp");
        source.print(to, "spt", "tcp", numeric);
        destination.print(to, "dpt", "tcp", numeric);
        if (option != 0) {
            to.append(" option=").append(isOptionInverted ? "!" : "").append(option);
        }
        flags.print(to, numeric);
    }
}
