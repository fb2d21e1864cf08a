package dev.weft.net.netfilter.match.ecn;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.Packet;
import dev.weft.core.wire.IpProtocol;
import dev.weft.core.wire.Tcp;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.Match;
import dev.weft.net.netfilter.table.MatchType;
import dev.weft.net.netfilter.table.RuleCheck;

/// `-m ecn`: what hosts say of congestion, in the IP header and in that of TCP (kernel: `ecn_mt`).
///
/// @param ect the codepoint of the IP header; negative for any
record EcnMatch(int ect, boolean isEctInverted, Flag echo, Flag reduced) implements Match {
    private static final int FLAGS = 13;
    private static final int ECHO = 0x40;
    private static final int REDUCED = 0x80;

    /// What is asked of a flag of TCP.
    enum Flag {
        ANY,
        SET,
        CLEAR;

        boolean allows(int bits) {
            return this == ANY || bits != 0 == (this == SET);
        }

        void append(StringBuilder to, String mark, String word) {
            if (this != ANY) {
                to.append(' ').append(this == CLEAR ? mark : "").append(word);
            }
        }
    }

    @Override
    public MatchType type() {
        return EcnType.TYPE;
    }

    @Override
    public boolean matches(Packet packet, HookState state) {
        int codepoint = (state.isIp6() ? packet.u16(0) >>> 4 : packet.u8(1)) & 3;
        if (ect >= 0 && codepoint == ect == isEctInverted) {
            return false;
        }
        if (!asksForTcp()) {
            return true;
        }
        int tcp = state.transportOffset();
        if (state.fragmentOffset() != 0 || packet.length() - tcp < Tcp.LENGTH) {
            return false;
        }
        int flags = packet.u8(tcp + FLAGS);
        return echo.allows(flags & ECHO) && reduced.allows(flags & REDUCED);
    }

    private boolean asksForTcp() {
        return echo != Flag.ANY || reduced != Flag.ANY;
    }

    @Override
    public boolean hasMemory() {
        return false;
    }

    @Override
    public void enter(RuleCheck check) {
        boolean tcp = check.rule().protocol() == IpProtocol.TCP && !check.rule().isProtocolInverted();
        if (asksForTcp() && !tcp) {
            throw new KernelError(Errno.EINVAL);
        }
    }

    @Override
    public void save(StringBuilder to) {
        echo.append(to, "! ", "--ecn-tcp-ece");
        reduced.append(to, "! ", "--ecn-tcp-cwr");
        if (ect >= 0) {
            to.append(isEctInverted ? " !" : "").append(" --ecn-ip-ect ").append(ect);
        }
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        to.append(" ECN match");
        echo.append(to, "!", "ECE");
        reduced.append(to, "!", "CWR");
        if (ect >= 0) {
            to.append(isEctInverted ? " !" : " ").append("ECT=").append(ect);
        }
    }
}
