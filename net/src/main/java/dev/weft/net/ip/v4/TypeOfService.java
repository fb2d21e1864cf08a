package dev.weft.net.ip.v4;

/// What the type of service asks of queues (RFC 1349; kernel: `rt_tos2priority`).
public final class TypeOfService {
    /// Bits of the field that name a service (kernel: `IPTOS_TOS_MASK`).
    public static final int MASK = 0x1e;

    /// Bits that routes look at (kernel: `RT_TOS`).
    public static final int ROUTE_MASK = 0x1c;

    /// The precedence of packets that keep the Internet working (RFC 791).
    public static final int INTERNETWORK_CONTROL = 0xc0;

    // TC_PRIO_BESTEFFORT, BULK, INTERACTIVE_BULK, INTERACTIVE of linux/pkt_sched.h.
    private static final int BEST_EFFORT = 0;
    private static final int BULK = 2;
    private static final int INTERACTIVE_BULK = 4;
    private static final int INTERACTIVE = 6;

    private static final int[] PRIORITIES = {
        BEST_EFFORT, BEST_EFFORT, BEST_EFFORT, BEST_EFFORT,
        BULK, BULK, BULK, BULK,
        INTERACTIVE, INTERACTIVE, INTERACTIVE, INTERACTIVE,
        INTERACTIVE_BULK, INTERACTIVE_BULK, INTERACTIVE_BULK, INTERACTIVE_BULK
    };

    private TypeOfService() {}

    /// The priority of a packet with that type of service.
    public static int priority(int tos) {
        return PRIORITIES[(tos & MASK) >> 1];
    }
}
