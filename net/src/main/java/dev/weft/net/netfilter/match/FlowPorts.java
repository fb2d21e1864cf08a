package dev.weft.net.netfilter.match;

import dev.weft.core.packet.Packet;
import dev.weft.core.wire.IpProtocol;
import dev.weft.net.netfilter.table.HookState;

/// The ports of whatever protocol has some, or what stands in their place (kernel: `proto_ports_offset`).
public final class FlowPorts {
    /// The packet ends before them.
    public static final long CUT = -1;

    private static final int DCCP = 33;
    private static final int ESP = 50;
    private static final int AH = 51;
    private static final int SCTP = 132;
    private static final int UDP_LITE = 136;
    private static final int AH_SPI = 4;

    private FlowPorts() {}

    /// The source port in the upper 16 of 32 bits and the destination port in the lower; 0 where there are none, [#CUT]
    /// where they are missing.
    public static long of(Packet packet, HookState state) {
        int offset = switch (state.protocol()) {
            case IpProtocol.TCP, IpProtocol.UDP, DCCP, ESP, SCTP, UDP_LITE -> 0;
            case AH -> AH_SPI;
            default -> -1;
        };
        if (offset < 0) {
            return 0;
        }
        int at = state.transportOffset() + offset;
        return at + 4 > packet.length() ? CUT : packet.u32(at);
    }
}
