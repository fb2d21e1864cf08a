package dev.weft.net.link;

import dev.weft.core.graph.DeviceInput;
import dev.weft.core.graph.Drop;
import dev.weft.core.graph.DropReason;
import dev.weft.core.graph.Frame;
import dev.weft.core.graph.Next;
import dev.weft.core.graph.Node;
import dev.weft.core.graph.NodeType;
import dev.weft.core.packet.Packet;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// Takes packets in from devices without a link-layer header: the version field says whose they are (kernel:
/// `tun_get_user`).
public final class BareIpInput extends Node {
    public static final String NAME = "bare-ip-input";

    private static final int IPV4 = 0x0800;
    private static final int IPV6 = 0x86dd;

    private final @Nullable Next ip4;
    private final @Nullable Next ip6;
    private final Drop empty = drop(DropReason.PKT_TOO_SMALL);
    private final Drop unhandled = drop(DropReason.UNHANDLED_PROTO);

    private BareIpInput(SortedMap<Integer, String> handlers) {
        ip4 = handlers.containsKey(IPV4) ? next(handlers.get(IPV4)) : null;
        ip6 = handlers.containsKey(IPV6) ? next(handlers.get(IPV6)) : null;
    }

    /// @param handlers the node that handles each EtherType
    public static NodeType type(SortedMap<Integer, String> handlers) {
        return NodeType.of(NAME, () -> new BareIpInput(handlers), "netif_receive_skb")
                .behind(DeviceInput.NAME);
    }

    @Override
    public void process(Frame frame) {
        for (int i = 0; i < frame.size(); i++) {
            Packet packet = frame.get(i);
            if (packet.length() == 0) {
                empty.send(packet);
                continue;
            }
            int version = packet.u8(0) >>> 4;
            Next protocol = version == 4 ? ip4 : version == 6 ? ip6 : null;
            packet.protocol(version == 4 ? IPV4 : IPV6);
            packet.networkOffset(0);
            if (protocol == null) {
                unhandled.send(packet);
            } else {
                protocol.send(packet);
            }
        }
    }
}
