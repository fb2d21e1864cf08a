package dev.weft.net.netfilter.target.hmark;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.Packet;
import dev.weft.net.netfilter.nat.Jenkins;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.RuleCheck;
import dev.weft.net.netfilter.table.Target;
import dev.weft.net.netfilter.table.TargetType;
import dev.weft.net.netfilter.table.Verdict;

/// `-j HMARK`: marks a packet by a hash of its flow, so that both directions get the same mark (kernel:
/// `hmark_tg_v4`).
public final class HmarkTarget implements Target {
    public static final TargetType TYPE = new HmarkType();

    private static final long UNSIGNED = 0xffff_ffffL;

    private final HmarkOptions options;
    private final HmarkFlow flow = new HmarkFlow();

    HmarkTarget(HmarkOptions options) {
        this.options = options;
    }

    @Override
    public TargetType type() {
        return TYPE;
    }

    @Override
    public Verdict apply(Packet packet, HookState state) {
        boolean known = options.has("ct") ? flow.ofConnection(packet, state, options) : flow.ofPacket(packet, options);
        if (known) {
            packet.mark(hash());
        }
        return Verdict.CONTINUE;
    }

    /// Kernel: `hmark_hash`; the lesser address first.
    private int hash() {
        boolean inOrder = Integer.compareUnsigned(flow.destination, flow.source) >= 0;
        int low = inOrder ? flow.source : flow.destination;
        int high = inOrder ? flow.destination : flow.source;
        int hash = Jenkins.hash(low, high, flow.ports, options.random()) ^ flow.protocol & options.protocolMask();
        long scaled = (hash & UNSIGNED) * (options.modulus() & UNSIGNED) >>> 32;
        return (int) scaled + options.offset();
    }

    @Override
    public void enter(RuleCheck check) {
        boolean masks = options.has("spi-mask") && (options.has("sport-mask") || options.has("dport-mask"));
        boolean values = options.has("spi") && (options.has("sport") || options.has("dport"));
        if (masks || values) {
            throw new KernelError(Errno.EINVAL);
        }
    }

    @Override
    public void save(StringBuilder to) {
        options.save(to);
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        options.print(to);
    }
}
