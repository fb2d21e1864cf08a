package dev.weft.net.ip.v4;

import dev.weft.net.link.LinkEvent;
import dev.weft.net.namespace.NetEvent;
import dev.weft.net.namespace.Network;
import dev.weft.net.namespace.Notifier;

/// Gives devices what IPv4 keeps of them when they come, and takes it when they go (kernel: `inetdev_event`).
public final class Ip4Devices {
    public static final Notifier.Listener LISTENER = Ip4Devices::happened;

    private Ip4Devices() {}

    private static void happened(NetEvent event) {
        if (event instanceof LinkEvent link) {
            switch (link.kind()) {
                case REGISTER -> {
                    Ip4Device.forget(link.device()); // it may come from another namespace
                    Ip4Device unused = Ip4Device.of(link.device());
                    tell(link, false);
                }
                case UP -> Ip4Groups.up(link.device());
                case DOWN -> Ip4Groups.down(link.device());
                case UNREGISTER -> {
                    tell(link, true);
                    Ip4Device.forget(link.device());
                }
                default -> {}
            }
        }
    }

    private static void tell(LinkEvent link, boolean deleted) {
        NetconfEvent event = new NetconfEvent(link.namespace(), link.device().name(), link.device(), null, deleted);
        Network.of(link.namespace()).notifier().publish(event);
    }
}
