package dev.weft.net.netfilter.target.ct;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.Packet;
import dev.weft.net.netfilter.conntrack.ConnectionInfo;
import dev.weft.net.netfilter.conntrack.Conntrack;
import dev.weft.net.netfilter.conntrack.Helper;
import dev.weft.net.netfilter.conntrack.Helpers;
import dev.weft.net.netfilter.conntrack.Template;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.RuleCheck;
import dev.weft.net.netfilter.table.Target;
import dev.weft.net.netfilter.table.TargetType;
import dev.weft.net.netfilter.table.Verdict;
import dev.weft.net.netfilter.target.notrack.NotrackTarget;
import java.util.HashMap;
import java.util.Map;

/// `-j CT`: says how the connection that the packet begins is to be tracked: in which zone, with which
/// helper, or not at all (kernel: `xt_ct_target_v1`).
public final class CtTarget implements Target {
    public static final TargetType TYPE = new CtType();

    private final CtOptions options;

    // A rule lives in one namespace, where a change of the table makes it enter anew before it leaves.
    private final Map<Conntrack, Integer> users = new HashMap<>(1);
    private int handle;

    CtTarget(CtOptions options) {
        this.options = options;
    }

    @Override
    public TargetType type() {
        return TYPE;
    }

    @Override
    public Verdict apply(Packet packet, HookState state) {
        if (options.notrack()) {
            return NotrackTarget.untrack(packet);
        }
        if (packet.connection() == 0 && packet.connectionInfo() != ConnectionInfo.UNTRACKED) {
            packet.connection(handle, ConnectionInfo.NEW);
        }
        return Verdict.CONTINUE;
    }

    @Override
    public void enter(RuleCheck check) {
        if (options.notrack()) {
            return;
        }
        Helper helper = null;
        if (!options.helper().isEmpty()) {
            helper = Helpers.find(options.helper(), check.rule().basics().protocol());
            if (helper == null) {
                throw new KernelError(Errno.ENOENT);
            }
        }
        Conntrack conntrack = Conntrack.of(check.namespace());
        if (users.merge(conntrack, 1, Integer::sum) == 1) {
            conntrack.use();
            handle = conntrack.add(new Template(
                    options.zoneOriginal(), options.zoneReply(), options.zoneFromMark(), helper, 0, 0, null));
        }
    }

    @Override
    public void leave(RuleCheck check) {
        Conntrack conntrack = Conntrack.of(check.namespace());
        Integer left = users.computeIfPresent(conntrack, (c, n) -> n - 1);
        if (left != null && left == 0) {
            users.remove(conntrack);
            conntrack.removeTemplate(handle);
            conntrack.leave();
        }
    }

    @Override
    public void save(StringBuilder to) {
        options.append(to, " --");
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        to.append(" CT");
        options.append(to, " ");
    }
}
