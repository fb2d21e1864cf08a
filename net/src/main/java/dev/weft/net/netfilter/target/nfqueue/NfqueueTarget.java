package dev.weft.net.netfilter.target.nfqueue;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.Packet;
import dev.weft.net.netfilter.nat.Jenkins;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.RuleCheck;
import dev.weft.net.netfilter.table.Target;
import dev.weft.net.netfilter.table.TargetType;
import dev.weft.net.netfilter.table.Verdict;
import dev.weft.net.netfilter.target.nfqueue.PacketQueues.Decision;
import dev.weft.net.netfilter.target.nfqueue.PacketQueues.Handler;

/// `-j NFQUEUE`: somebody outside the rules decides; where nobody is bound the packet is dropped, or accepted with
/// `--queue-bypass` (kernel: `nfqueue_tg_v3`).
public final class NfqueueTarget implements Target {
    public static final TargetType TYPE = new NfqueueType();

    private static final int PROTOCOL = 9;
    private static final int SOURCE = 12;
    private static final int DESTINATION = 16;
    private static final int SOURCE6 = 8;
    private static final int DESTINATION6 = 24;
    private static final long UNSIGNED = 0xffff_ffffL;

    private final int first;
    private final int count;
    private final boolean bypass;
    private final boolean fanout;
    private int seed;

    NfqueueTarget(int first, int count, boolean bypass, boolean fanout) {
        this.first = first;
        this.count = count;
        this.bypass = bypass;
        this.fanout = fanout;
    }

    @Override
    public TargetType type() {
        return TYPE;
    }

    @Override
    public Verdict apply(Packet packet, HookState state) {
        int queue = queue(packet, state);
        Handler handler = PacketQueues.of(state.namespace()).handler(queue);
        Verdict verdict;
        if (handler == null) {
            verdict = bypass ? Verdict.ACCEPT : Verdict.DROP;
        } else {
            verdict = handler.decide(packet, state) == Decision.ACCEPT ? Verdict.ACCEPT : Verdict.DROP;
        }
        if (packet.isTraced()) {
            packet.trace(new Queued(queue, handler != null, verdict.name()));
        }
        return verdict;
    }

    /// Trace line: which queue, and what was decided there.
    public record Queued(int queue, boolean isBound, String verdict) {}

    /// Both directions of a flow come to the same queue; with `--queue-cpu-fanout` all that one worker handles do.
    private int queue(Packet packet, HookState state) {
        if (count == 1) {
            return first;
        }
        if (fanout) {
            return first + state.namespace().worker() % count;
        }
        int hash = state.isIp6() ? hash6(packet, state.protocol()) : hash4(packet);
        return first + (int) ((hash & UNSIGNED) * count >>> 32);
    }

    private int hash4(Packet packet) {
        return hash(packet.i32(SOURCE), packet.i32(DESTINATION), packet.u8(PROTOCOL));
    }

    private int hash6(Packet packet, int protocol) {
        return hash(fold(packet, SOURCE6), fold(packet, DESTINATION6), protocol);
    }

    private static int fold(Packet packet, int at) {
        return packet.i32(at) ^ packet.i32(at + 4) ^ packet.i32(at + 8) ^ packet.i32(at + 12);
    }

    private int hash(int source, int destination, int protocol) {
        boolean inOrder = Integer.compareUnsigned(source, destination) < 0;
        return Jenkins.hash(inOrder ? source : destination, inOrder ? destination : source, protocol, seed);
    }

    @Override
    public void enter(RuleCheck check) {
        if (count > 0xffff) {
            throw new KernelError(Errno.EINVAL);
        }
        if (seed == 0 && count > 1) {
            seed = check.namespace().random().nextInt();
        }
    }

    @Override
    public void save(StringBuilder to) {
        if (count > 1) {
            to.append(" --queue-balance ").append(first).append(':').append(first + count - 1);
        } else {
            to.append(" --queue-num ").append(first);
        }
        to.append(bypass ? " --queue-bypass" : "").append(fanout ? " --queue-cpu-fanout" : "");
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        if (count > 1) {
            to.append(" NFQUEUE balance ").append(first).append(':').append(first + count - 1);
        } else {
            to.append(" NFQUEUE num ").append(first);
        }
        to.append(bypass ? " bypass" : "").append(fanout ? " cpu-fanout" : "");
    }
}
