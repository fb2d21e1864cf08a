package dev.weft.net.netfilter.match.u32;

import dev.weft.core.packet.Packet;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.Match;
import dev.weft.net.netfilter.table.MatchType;
import java.util.List;

/// `-m u32`: numbers found in a packet by a small calculation, within ranges (kernel: `u32_mt`).
record U32Match(List<U32Test> tests, boolean isInverted) implements Match {
    @Override
    public MatchType type() {
        return U32Type.TYPE;
    }

    @Override
    public boolean matches(Packet packet, HookState state) {
        for (int i = 0; i < tests.size(); i++) {
            if (!tests.get(i).matches(packet)) {
                return isInverted;
            }
        }
        return !isInverted;
    }

    @Override
    public boolean hasMemory() {
        return false;
    }

    @Override
    public void save(StringBuilder to) {
        to.append(isInverted ? " !" : "").append(" --u32");
        text(to);
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        to.append(" u32").append(isInverted ? " !" : "");
        text(to);
    }

    private void text(StringBuilder to) {
        to.append(" \"");
        for (int i = 0; i < tests.size(); i++) {
            to.append(i == 0 ? "" : "&&");
            tests.get(i).append(to);
        }
        to.append('"');
    }
}
