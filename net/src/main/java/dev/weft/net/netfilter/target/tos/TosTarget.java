package dev.weft.net.netfilter.target.tos;

import dev.weft.core.packet.Packet;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.Target;
import dev.weft.net.netfilter.table.TargetType;
import dev.weft.net.netfilter.table.Verdict;
import dev.weft.net.netfilter.target.TrafficClass;

/// `-j TOS`: clears the bits of `mask` in the type of service, then flips those of `value` (kernel: `tos_tg`,
/// `tos_tg6`).
public record TosTarget(int value, int mask) implements Target {
    public static final TargetType TYPE = new TosType();

    @Override
    public TargetType type() {
        return TYPE;
    }

    @Override
    public Verdict apply(Packet packet, HookState state) {
        int before = TrafficClass.of(packet, state.isIp6());
        int after = before & ~mask ^ value;
        if (after != before) {
            TrafficClass.set(packet, state.isIp6(), after);
        }
        return Verdict.CONTINUE;
    }

    @Override
    public void save(StringBuilder to) {
        to.append(String.format(" --set-tos 0x%02x/0x%02x", value, mask));
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        String symbol = TosSymbols.of(value, mask);
        if (numeric) {
            to.append(String.format(" TOS set 0x%02x/0x%02x", value, mask));
        } else if (!symbol.isEmpty()) {
            to.append("  TOS set").append(symbol); // that is how iptables prints it
        } else if (value == 0) {
            to.append(String.format(" TOS and 0x%02x", ~mask & 0xff));
        } else if (value == mask) {
            to.append(String.format(" TOS or 0x%02x", value));
        } else if (mask == 0) {
            to.append(String.format(" TOS xor 0x%02x", value));
        } else {
            to.append(String.format(" TOS set 0x%02x/0x%02x", value, mask));
        }
    }
}
