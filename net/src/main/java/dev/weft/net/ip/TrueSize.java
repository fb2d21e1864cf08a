package dev.weft.net.ip;

import dev.weft.core.packet.Packet;

/// How much memory Linux would account for a packet (kernel: `skb->truesize`): what waits in queues is bounded by it.
public final class TrueSize {
    /// What an sk_buff takes beside the data (kernel: `SKB_TRUESIZE`).
    private static final int OVERHEAD = 256;

    private static final int SHARED_INFO = 320;
    private static final int HEADROOM = 64;
    private static final int SMALLEST_HEAD = 512;

    private TrueSize() {}

    /// The buffer comes in powers of two.
    public static int of(Packet packet) {
        int head = Math.max(SMALLEST_HEAD, packet.length() + HEADROOM + SHARED_INFO);
        return Integer.highestOneBit(2 * head - 1) + OVERHEAD;
    }
}
