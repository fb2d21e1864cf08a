package dev.weft.net.netfilter.match.devgroup;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.Packet;
import dev.weft.net.iproute.NameTable;
import dev.weft.net.netfilter.hook.Hook;
import dev.weft.net.netfilter.match.NamedNumber;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.Match;
import dev.weft.net.netfilter.table.MatchType;
import dev.weft.net.netfilter.table.RuleCheck;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `-m devgroup`: the groups of the devices that a packet comes and goes by (kernel: `devgroup_mt`).
record DevgroupMatch(@Nullable NamedNumber source, @Nullable NamedNumber destination) implements Match {
    private static final Set<Hook> WITH_INPUT = EnumSet.of(Hook.PRE_ROUTING, Hook.LOCAL_IN, Hook.FORWARD);
    private static final Set<Hook> WITH_OUTPUT = EnumSet.of(Hook.FORWARD, Hook.LOCAL_OUT, Hook.POST_ROUTING);

    @Override
    public MatchType type() {
        return DevgroupType.TYPE;
    }

    @Override
    public boolean matches(Packet packet, HookState state) {
        return (source == null || isOf(state.in(), source)) && (destination == null || isOf(state.out(), destination));
    }

    private static boolean isOf(@Nullable NetDevice device, NamedNumber group) {
        return device != null && group.matches(device.settings().group());
    }

    @Override
    public boolean hasMemory() {
        return false;
    }

    @Override
    public void enter(RuleCheck check) {
        boolean sound = (source == null || WITH_INPUT.containsAll(check.hooks()))
                && (destination == null || WITH_OUTPUT.containsAll(check.hooks()));
        if (!sound) {
            throw new KernelError(Errno.EINVAL);
        }
    }

    @Override
    public void save(StringBuilder to) {
        append(to, "--src-group ", "--dst-group ", false);
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        append(to, "src-group ", "dst-group ", numeric);
    }

    private void append(StringBuilder to, String sourceWord, String destinationWord, boolean numeric) {
        if (source != null) {
            to.append(source.isInverted() ? " ! " : " ").append(sourceWord);
            source.append(to, NameTable.GROUPS, numeric);
        }
        if (destination != null) {
            to.append(destination.isInverted() ? " ! " : " ").append(destinationWord);
            destination.append(to, NameTable.GROUPS, numeric);
        }
    }
}
