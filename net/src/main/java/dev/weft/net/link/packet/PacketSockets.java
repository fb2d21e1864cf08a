package dev.weft.net.link.packet;

import dev.weft.core.graph.DeviceFeatures;
import dev.weft.core.graph.GraphPlan;
import dev.weft.core.packet.NamespaceKey;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.packet.Packet;
import dev.weft.net.link.LinkEvent;
import dev.weft.net.namespace.NetEvent;
import dev.weft.net.namespace.Network;
import dev.weft.net.namespace.Notifier;
import java.util.ArrayList;
import java.util.List;

/// The packet sockets of a namespace (kernel: `ptype_all`): a device has the taps on its way in and out while one of
/// them listens.
final class PacketSockets {
    private static final NamespaceKey<PacketSockets> KEY = new NamespaceKey<>("packet sockets", PacketSockets::new);

    /// Devices that come and go get and lose the taps of sockets that listen to any.
    static final Notifier.Listener FOLLOWER = PacketSockets::follow;

    private final NetNamespace namespace;
    private final List<PacketSocket> sockets = new ArrayList<>(1);

    private PacketSockets(NetNamespace namespace) {
        this.namespace = namespace;
    }

    static PacketSockets of(NetNamespace namespace) {
        return namespace.get(KEY);
    }

    void add(PacketSocket socket) {
        sockets.add(socket);
        namespace.devices().stream().filter(socket::listensTo).forEach(this::tap);
    }

    void remove(PacketSocket socket) {
        sockets.remove(socket);
        namespace.devices().stream().filter(socket::listensTo).forEach(this::untap);
    }

    void show(Packet packet, NetDevice device, boolean outgoing) {
        for (int i = 0; i < sockets.size(); i++) {
            PacketSocket socket = sockets.get(i);
            if (socket.listensTo(device)) {
                socket.show(packet, device, outgoing);
            }
        }
    }

    private void tap(NetDevice device) {
        GraphPlan plan = Network.of(namespace).plan();
        DeviceFeatures.enableInput(plan, device, PacketTap.INPUT, DeviceFeatures.INPUT_TAP);
        DeviceFeatures.enableOutput(plan, device, PacketTap.OUTPUT, DeviceFeatures.OUTPUT_TAP);
    }

    private void untap(NetDevice device) {
        GraphPlan plan = Network.of(namespace).plan();
        DeviceFeatures.disableInput(plan, device, PacketTap.INPUT, DeviceFeatures.INPUT_TAP);
        DeviceFeatures.disableOutput(plan, device, PacketTap.OUTPUT, DeviceFeatures.OUTPUT_TAP);
    }

    private static void follow(NetEvent event) {
        if (!(event instanceof LinkEvent link)) {
            return;
        }
        PacketSockets here = link.namespace().peek(KEY);
        if (here == null) {
            return;
        }
        for (PacketSocket socket : here.sockets) {
            if (socket.listensTo(link.device())) {
                switch (link.kind()) {
                    case REGISTER -> here.tap(link.device());
                    case UNREGISTER -> here.untap(link.device());
                    default -> {}
                }
            }
        }
    }
}
