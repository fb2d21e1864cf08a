package dev.weft.net.ip.v4;

import dev.weft.core.packet.GsoType;
import dev.weft.core.packet.Packet;

/// Packets that stand for several segments (generic segmentation offload).
public final class Segments {
    private Segments() {}

    /// Would each of the packets that it stands for fit into `mtu` (kernel: `skb_gso_validate_network_len`)?
    public static boolean fit(Packet packet, int mtu) {
        return packet.gsoSize() != 0 && headerLength(packet) + packet.gsoSize() <= mtu;
    }

    /// Bytes of network and transport header before the payload.
    static int headerLength(Packet packet) {
        int transport = packet.transportOffset() - packet.networkOffset();
        return transport + (packet.gsoType() == GsoType.UDP ? 8 : (packet.u8(packet.transportOffset() + 12) >>> 4) * 4);
    }
}
