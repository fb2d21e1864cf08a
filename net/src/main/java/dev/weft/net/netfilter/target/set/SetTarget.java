package dev.weft.net.netfilter.target.set;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.Packet;
import dev.weft.net.netfilter.hook.Hook;
import dev.weft.net.netfilter.set.IpSet;
import dev.weft.net.netfilter.set.SetQuery;
import dev.weft.net.netfilter.set.SetReference;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.RuleCheck;
import dev.weft.net.netfilter.table.TableKind;
import dev.weft.net.netfilter.table.Target;
import dev.weft.net.netfilter.table.TargetType;
import dev.weft.net.netfilter.table.Verdict;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/// `-j SET`: adds what the packet says to a set, deletes it from one, or maps the packet by the element that it is in
/// (kernel: `set_target_v3`).
///
/// @param renews adds elements that are there anew, with a new timeout
/// @param timeout in seconds; -1 for the set's own
public record SetTarget(
        @Nullable SetReference adds,
        @Nullable SetReference deletes,
        @Nullable SetReference maps,
        boolean renews,
        long timeout,
        boolean mapsMark,
        boolean mapsPriority,
        boolean mapsQueue)
        implements Target {
    public static final TargetType TYPE = new SetTargetType();

    @Override
    public TargetType type() {
        return TYPE;
    }

    @Override
    public Verdict apply(Packet packet, HookState state) {
        if (adds != null) {
            adds.set(state).add(packet, state, adds.query(), timeout, renews);
        }
        if (deletes != null) {
            deletes.set(state).delete(packet, state, deletes.query());
        }
        if (maps != null) {
            map(packet, maps.set(state), maps.query(), state);
        }
        return Verdict.CONTINUE;
    }

    /// The queue is not looked at: devices have one.
    private void map(Packet packet, IpSet set, SetQuery query, HookState state) {
        if (!set.test(packet, state, query)) {
            return;
        }
        if (mapsMark) {
            packet.mark(packet.mark() & ~set.foundMarkMask() ^ set.foundMark());
        }
        if (mapsPriority) {
            packet.priority(set.foundPriority());
        }
    }

    @Override
    public void enter(RuleCheck check) {
        EnumSet<Hook> outward = EnumSet.of(Hook.FORWARD, Hook.LOCAL_OUT, Hook.POST_ROUTING);
        boolean wrongHook = (mapsPriority || mapsQueue) && !outward.containsAll(check.hooks());
        if (maps != null && (check.table() != TableKind.MANGLE || wrongHook)) {
            throw new KernelError(Errno.EINVAL);
        }
        if (adds != null) {
            adds.enter(check.namespace());
        }
        if (deletes != null) {
            deletes.enter(check.namespace());
        }
        if (maps != null) {
            maps.enter(check.namespace());
        }
    }

    @Override
    public void leave(RuleCheck check) {
        if (adds != null) {
            adds.leave(check.namespace());
        }
        if (deletes != null) {
            deletes.leave(check.namespace());
        }
        if (maps != null) {
            maps.leave(check.namespace());
        }
    }

    @Override
    public void save(StringBuilder to) {
        write(to, " --");
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        write(to, " ");
    }

    private void write(StringBuilder to, String prefix) {
        write(to, prefix, "add-set ", adds);
        to.append(renews ? prefix + "exist" : "");
        to.append(timeout >= 0 ? prefix + "timeout " + timeout : "");
        write(to, prefix, "del-set ", deletes);
        write(to, prefix, "map-set ", maps);
        to.append(mapsMark ? prefix + "map-mark" : "");
        to.append(mapsPriority ? prefix + "map-prio" : "");
        to.append(mapsQueue ? prefix + "map-queue" : "");
    }

    private static void write(StringBuilder to, String prefix, String option, @Nullable SetReference reference) {
        if (reference != null) {
            to.append(prefix).append(option).append(reference);
        }
    }
}
