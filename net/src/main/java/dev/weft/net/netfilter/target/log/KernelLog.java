package dev.weft.net.netfilter.target.log;

import dev.weft.core.packet.NamespaceKey;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.namespace.Network;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/// The log of the virtual kernel, as dmesg(1) shows it: the last lines, as many as are kept.
///
/// As in Linux, only the first namespace writes to it, unless `net.netfilter.nf_log_all_netns` is set there.
public final class KernelLog {
    private static final NamespaceKey<KernelLog> KEY = new NamespaceKey<>("kernel log", KernelLog::make);
    private static final int KEPT = 4096;

    private final NetNamespace initial;
    private final Deque<Line> lines = new ArrayDeque<>();
    private boolean forAll;

    private KernelLog(NetNamespace initial) {
        this.initial = initial;
    }

    /// One line of it.
    ///
    /// @param level of syslog(3), 0 to 7
    /// @param nanos of the clock
    public record Line(int level, long nanos, String text) {}

    /// The one log of the namespace's network.
    public static KernelLog of(NetNamespace namespace) {
        return namespace.get(KEY);
    }

    private static KernelLog make(NetNamespace namespace) {
        NetNamespace initial = Network.of(namespace).initial();
        return namespace == initial ? new KernelLog(initial) : of(initial);
    }

    /// May packets of that namespace write to it?
    boolean isOpenTo(NetNamespace namespace) {
        return forAll || namespace == initial;
    }

    /// `net.netfilter.nf_log_all_netns`
    public boolean isForAll() {
        return forAll;
    }

    public void forAll(boolean all) {
        forAll = all;
    }

    void add(int level, long nanos, String text) {
        if (lines.size() == KEPT) {
            lines.removeFirst();
        }
        lines.add(new Line(level, nanos, text));
    }

    public List<Line> lines() {
        return Collections.unmodifiableList(List.copyOf(lines));
    }
}
