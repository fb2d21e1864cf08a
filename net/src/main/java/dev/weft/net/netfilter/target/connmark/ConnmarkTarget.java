package dev.weft.net.netfilter.target.connmark;

import dev.weft.core.packet.Packet;
import dev.weft.net.netfilter.conntrack.Conntrack;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.RuleCheck;
import dev.weft.net.netfilter.table.Target;
import dev.weft.net.netfilter.table.TargetType;
import dev.weft.net.netfilter.table.Verdict;

/// `-j CONNMARK`: marks connections, and copies marks between them and their packets (kernel:
/// `connmark_tg_v2`).
///
/// @param connectionMask bits of the connection's mark that are cleared first, or that are copied
/// @param packetMask bits of the packet's mark
/// @param shift to the left; to the right where it is negative
public record ConnmarkTarget(Mode mode, int mark, int connectionMask, int packetMask, int shift) implements Target {
    public static final TargetType TYPE = new ConnmarkType();

    /// What is done.
    public enum Mode {
        SET,
        SAVE,
        RESTORE
    }

    @Override
    public TargetType type() {
        return TYPE;
    }

    @Override
    public Verdict apply(Packet packet, HookState state) {
        Conntrack conntrack = Conntrack.of(state.namespace());
        int slot = conntrack.connection(packet);
        if (slot == 0) {
            return Verdict.CONTINUE;
        }
        int now = conntrack.connections().mark(slot);
        switch (mode) {
            case SET -> conntrack.mark(slot, shifted(now & ~connectionMask ^ mark));
            case SAVE -> conntrack.mark(slot, now & ~connectionMask ^ shifted(packet.mark() & packetMask));
            case RESTORE -> packet.mark(packet.mark() & ~packetMask ^ shifted(now & connectionMask));
        }
        return Verdict.CONTINUE;
    }

    private int shifted(int value) {
        return shift >= 0 ? value << shift : value >>> -shift;
    }

    @Override
    public void enter(RuleCheck check) {
        Conntrack conntrack = Conntrack.of(check.namespace());
        conntrack.use();
        conntrack.beOrderSensitive(true);
    }

    @Override
    public void leave(RuleCheck check) {
        Conntrack conntrack = Conntrack.of(check.namespace());
        conntrack.leave();
        conntrack.beOrderSensitive(false);
    }

    @Override
    public void save(StringBuilder to) {
        to.append(
                switch (mode) {
                    case SET -> String.format(" --set-xmark 0x%x/0x%x", mark, connectionMask);
                    case SAVE -> String.format(" --save-mark --nfmask 0x%x --ctmask 0x%x", packetMask, connectionMask);
                    case RESTORE ->
                        String.format(" --restore-mark --nfmask 0x%x --ctmask 0x%x", packetMask, connectionMask);
                });
        shift(to, " --");
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        to.append(" CONNMARK");
        switch (mode) {
            case SET -> set(to);
            case SAVE -> copy(to, " save", "nfmask", packetMask, "ctmask", connectionMask);
            case RESTORE -> copy(to, " restore", "ctmask", connectionMask, "nfmask", packetMask);
        }
        shift(to, " ");
    }

    private void set(StringBuilder to) {
        if (mark == 0) {
            to.append(String.format(" and 0x%x", ~connectionMask));
        } else if (mark == connectionMask) {
            to.append(String.format(" or 0x%x", mark));
        } else if (connectionMask == 0) {
            to.append(String.format(" xor 0x%x", mark));
        } else if (connectionMask == -1) {
            to.append(String.format(" set 0x%x", mark));
        } else {
            to.append(String.format(" xset 0x%x/0x%x", mark, connectionMask));
        }
    }

    private static void copy(StringBuilder to, String what, String from, int fromMask, String into, int intoMask) {
        to.append(what);
        if (fromMask == -1 && intoMask == -1) {
            return;
        }
        if (fromMask == intoMask) {
            to.append(String.format(" mask 0x%x", fromMask));
        } else {
            to.append(String.format(" %s 0x%x %s ~0x%x", from, fromMask, into, intoMask));
        }
    }

    private void shift(StringBuilder to, String prefix) {
        if (shift != 0) {
            to.append(prefix)
                    .append(shift > 0 ? "left" : "right")
                    .append("-shift-mark ")
                    .append(Math.abs(shift));
        }
    }
}
