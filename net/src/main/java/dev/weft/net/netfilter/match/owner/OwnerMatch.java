package dev.weft.net.netfilter.match.owner;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.Packet;
import dev.weft.net.netfilter.hook.Hook;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.Match;
import dev.weft.net.netfilter.table.MatchType;
import dev.weft.net.netfilter.table.RuleCheck;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `-m owner`: whose socket sent the packet (kernel: `owner_mt`). All sockets are root's.
record OwnerMatch(@Nullable Ids users, @Nullable Ids groups, boolean isSupplementary, Socket socket) implements Match {
    private static final Set<Hook> SENDING = EnumSet.of(Hook.LOCAL_OUT, Hook.POST_ROUTING);

    /// What is asked of the socket.
    enum Socket {
        ANY,
        PRESENT,
        ABSENT
    }

    /// Users or groups from the first to the last, or all but those.
    record Ids(long first, long last, boolean isInverted) {
        boolean isRoot() {
            return (first == 0) != isInverted;
        }

        String text() {
            return first == last ? Long.toString(first) : first + "-" + last;
        }
    }

    @Override
    public MatchType type() {
        return OwnerType.TYPE;
    }

    @Override
    public boolean matches(Packet packet, HookState state) {
        if (packet.socket() == null) {
            return (users == null || users.isInverted)
                    && (groups == null || groups.isInverted)
                    && socket != Socket.PRESENT;
        }
        return socket != Socket.ABSENT && (users == null || users.isRoot()) && (groups == null || groups.isRoot());
    }

    @Override
    public boolean hasMemory() {
        return false;
    }

    @Override
    public void enter(RuleCheck check) {
        boolean backwards = users != null && users.first > users.last || groups != null && groups.first > groups.last;
        if (backwards || !SENDING.containsAll(check.hooks())) {
            throw new KernelError(Errno.EINVAL);
        }
    }

    @Override
    public void save(StringBuilder to) {
        if (socket != Socket.ANY) {
            to.append(socket == Socket.ABSENT ? " !" : "").append(" --socket-exists");
        }
        if (users != null) {
            to.append(users.isInverted ? " !" : "").append(" --uid-owner ").append(users.text());
        }
        if (groups != null) {
            to.append(groups.isInverted ? " !" : "").append(" --gid-owner ").append(groups.text());
        }
        to.append(isSupplementary ? " --suppl-groups" : "");
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        if (socket != Socket.ANY) {
            to.append(socket == Socket.ABSENT ? " !" : "").append(" owner socket exists");
        }
        if (users != null) {
            to.append(users.isInverted ? " !" : "").append(" owner UID match ");
            to.append(numeric ? users.text() : named(users, AccountNames.USERS));
        }
        if (groups != null) {
            to.append(groups.isInverted ? " !" : "").append(" owner GID match ");
            to.append(numeric ? groups.text() : named(groups, AccountNames.GROUPS));
        }
        to.append(isSupplementary ? " incl. suppl. groups" : "");
    }

    private static String named(Ids ids, AccountNames names) {
        return ids.first == ids.last ? names.name(ids.first) : ids.text();
    }
}
