package dev.weft.net.netfilter.set;

import dev.weft.core.packet.Packet;
import dev.weft.core.wire.IpProtocol;
import dev.weft.net.netfilter.table.HookState;

/// Reads from packets what elements are made of (kernel: `ip_set_getport.c`).
final class PacketParts {
    private static final int SOURCE4 = 12;
    private static final int DESTINATION4 = 16;
    private static final int SOURCE6 = 8;
    private static final int DESTINATION6 = 24;
    private static final int UDPLITE = 136;
    private static final int SCTP = 132;

    private final int[] address = new int[4];
    int protocol;
    int port;

    /// The packet's source or destination; the same array each time.
    int[] address(Packet packet, boolean ip6, boolean source) {
        if (ip6) {
            int at = source ? SOURCE6 : DESTINATION6;
            for (int i = 0; i < 4; i++) {
                address[i] = packet.i32(at + 4 * i);
            }
        } else {
            address[0] = packet.i32(source ? SOURCE4 : DESTINATION4);
        }
        return address;
    }

    /// Reads protocol and port; false when the packet does not hold them.
    boolean port(Packet packet, HookState state, boolean source) {
        protocol = state.protocol();
        port = 0;
        if (state.fragmentOffset() != 0 || protocol < 0) {
            return false;
        }
        int at = state.transportOffset();
        if (hasPorts(protocol)) {
            int where = at + (source ? 0 : 2);
            if (where + 2 > packet.length()) {
                return false;
            }
            port = packet.u16(where);
        } else if (protocol == IpProtocol.ICMP && !state.isIp6() || protocol == IpProtocol.ICMP6 && state.isIp6()) {
            if (at + 2 > packet.length()) {
                return false;
            }
            port = packet.u16(at);
        }
        return true;
    }

    static boolean hasPorts(int protocol) {
        return protocol == IpProtocol.TCP || protocol == IpProtocol.UDP || protocol == SCTP || protocol == UDPLITE;
    }
}
