package dev.weft.net.netfilter.target.nflog;

import dev.weft.core.packet.Packet;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.SaveText;
import dev.weft.net.netfilter.table.Target;
import dev.weft.net.netfilter.table.TargetType;
import dev.weft.net.netfilter.table.Verdict;

/// `-j NFLOG`: shows the packet to whoever listens to the group (kernel: `nflog_tg`).
///
/// @param size how many bytes are shown, [#ALL] for all
/// @param range as size, but only kept: it never did anything
/// @param threshold how many packets are shown at once; here each is shown at its time
public record NflogTarget(int group, String prefix, long size, long range, int threshold) implements Target {
    public static final TargetType TYPE = new NflogType();

    public static final long ALL = -1;

    @Override
    public TargetType type() {
        return TYPE;
    }

    @Override
    public Verdict apply(Packet packet, HookState state) {
        PacketLogs.Listener listener = PacketLogs.of(state.namespace()).listener(group);
        if (listener != null) {
            int bytes = size == ALL ? packet.length() : (int) Math.min(size, packet.length());
            listener.packet(prefix, packet, bytes, state);
        }
        if (packet.isTraced()) {
            packet.trace(new Shown(group, prefix, listener != null));
        }
        return Verdict.CONTINUE;
    }

    /// Trace line: to which group, and whether anybody listens there.
    public record Shown(int group, String prefix, boolean isHeard) {}

    @Override
    public void save(StringBuilder to) {
        append(to, " --");
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        append(to, " ");
    }

    private void append(StringBuilder to, String before) {
        if (!prefix.isEmpty()) {
            to.append(before).append("nflog-prefix");
            SaveText.string(to, prefix);
        }
        if (group != 0) {
            to.append(before).append("nflog-group ").append(group);
        }
        if (size != ALL) {
            to.append(before).append("nflog-size ").append(size);
        } else if (range != 0) {
            to.append(before).append("nflog-range ").append(range);
        }
        if (threshold != 0) {
            to.append(before).append("nflog-threshold ").append(threshold);
        }
    }
}
