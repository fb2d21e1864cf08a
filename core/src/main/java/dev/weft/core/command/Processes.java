package dev.weft.core.command;

import dev.weft.core.packet.NetNamespace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The processes of whoever runs a command, as far as namespaces go: `ip netns pids`, `identify` and `attach`, `ip link
/// set … netns PID`. Process ids are the caller's own.
public interface Processes {
    /// Where there are no processes, as in a Lab.
    Processes NONE = new Processes() {
        @Override
        public @Nullable NetNamespace namespaceOf(long pid) {
            return null;
        }

        @Override
        public List<Long> in(NetNamespace namespace) {
            return List.of();
        }
    };

    /// The namespace that a process is in; null when there is no such process.
    @Nullable
    NetNamespace namespaceOf(long pid);

    /// The ids of all processes in a namespace, rising.
    List<Long> in(NetNamespace namespace);
}
