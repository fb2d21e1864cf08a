package dev.weft.net.link.host;

import dev.weft.core.graph.Arrival;
import dev.weft.core.graph.InputNode;
import dev.weft.core.graph.NodeType;
import dev.weft.core.packet.FarEnd;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.Packet;
import dev.weft.core.packet.PacketPool;
import dev.weft.net.link.Links;
import java.util.ArrayList;
import java.util.List;

/// Brings in what the host has sent to the devices that are joined to it (kernel: `tun_get_user`).
public final class HostInput extends InputNode {
    public static final String NAME = "host-input";
    public static final NodeType TYPE = NodeType.of(NAME, HostInput::new, "tun_get_user", "netif_receive_skb");

    private static final int AT_ONCE = 64;
    private static final int LINK_HEADER_ROOM = 18;

    private final Arrival arrival = arrival();
    private final List<HostDevice> devices = new ArrayList<>();

    void add(HostDevice device) {
        devices.add(device);
    }

    void remove(HostDevice device) {
        devices.remove(device);
    }

    @Override
    public int poll() {
        int received = 0;
        for (int i = devices.size() - 1; i >= 0; i--) {
            received += poll(devices.get(i));
        }
        return received;
    }

    private int poll(HostDevice device) {
        int most = Math.min(AT_ONCE, NetDevice.BACKLOG_LIMIT - device.backlog());
        for (int i = 0; i < most; i++) {
            Packet packet = pool().allocate(device.mtu() + LINK_HEADER_ROOM);
            if (packet == null) {
                return i;
            }
            int bytes = device.end().receive(packet);
            if (bytes <= 0) {
                pool().free(packet);
                if (bytes == FarEnd.GONE) {
                    remove(device);
                    Links.carrier(device, false);
                }
                return i;
            }
            packet.length(Math.min(bytes, roomFor(packet)));
            arrival.send(packet, device);
        }
        return most;
    }

    private static int roomFor(Packet packet) {
        return packet.isLarge() ? PacketPool.LARGE_BYTES : PacketPool.SMALL_BYTES;
    }
}
