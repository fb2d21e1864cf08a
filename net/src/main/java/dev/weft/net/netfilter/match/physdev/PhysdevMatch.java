package dev.weft.net.netfilter.match.physdev;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.Packet;
import dev.weft.net.netfilter.hook.Hook;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.Match;
import dev.weft.net.netfilter.table.MatchType;
import dev.weft.net.netfilter.table.RuleCheck;
import org.jspecify.annotations.Nullable;

/// `-m physdev`: the ports by which a bridged packet came and goes (kernel: `physdev_mt`).
///
/// No hook of IP sees a bridge's packets here (`bridge-nf-call-iptables` is 0, as without the kernel's br_netfilter):
/// it
/// answers as it does for one that no bridge carries.
public record PhysdevMatch(@Nullable Port in, @Nullable Port out, Wish isIn, Wish isOut, Wish isBridged)
        implements Match {
    public static final MatchType TYPE = new PhysdevType();

    /// A port by its name, or by how its name begins.
    record Port(String name, boolean isInverted) {
        void append(StringBuilder to, String option) {
            to.append(isInverted ? " !" : "").append(option).append(name);
        }
    }

    /// What is asked of a yes-or-no question.
    enum Wish {
        ANY,
        YES,
        NO;

        static Wish of(boolean inverted) {
            return inverted ? NO : YES;
        }

        void append(StringBuilder to, String option) {
            if (this != ANY) {
                to.append(this == NO ? " !" : "").append(option);
            }
        }
    }

    @Override
    public MatchType type() {
        return TYPE;
    }

    @Override
    public boolean matches(Packet packet, HookState state) {
        return (in == null || in.isInverted)
                && (out == null || out.isInverted)
                && isIn != Wish.YES
                && isOut != Wish.YES
                && isBridged != Wish.YES;
    }

    @Override
    public boolean hasMemory() {
        return false;
    }

    @Override
    public void enter(RuleCheck check) {
        boolean asksForOut = out != null || isOut != Wish.ANY;
        boolean bridgedOnly = isBridged == Wish.YES;
        if (asksForOut && !bridgedOnly && check.hooks().contains(Hook.LOCAL_OUT)) {
            throw new KernelError(Errno.EINVAL);
        }
    }

    @Override
    public void save(StringBuilder to) {
        if (in != null) {
            in.append(to, " --physdev-in ");
        }
        isIn.append(to, " --physdev-is-in");
        if (out != null) {
            out.append(to, " --physdev-out ");
        }
        isOut.append(to, " --physdev-is-out");
        isBridged.append(to, " --physdev-is-bridged");
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        to.append(" PHYSDEV match");
        save(to);
    }
}
