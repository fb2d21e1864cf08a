package dev.weft.net.link;

import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.namespace.NetEvent;

/// Something happened to a device (kernel: `NETDEV_*` notifiers).
///
/// @param namespace where the device is, or was
public record LinkEvent(Kind kind, NetDevice device, NetNamespace namespace) implements NetEvent {
    /// The kernel's events, in its words.
    public enum Kind {
        REGISTER,
        UP,
        GOING_DOWN,
        DOWN,
        /// Carrier, flags or another attribute that listings show.
        CHANGE,
        CHANGE_MTU,
        CHANGE_ADDRESS,
        CHANGE_NAME,
        CHANGE_MASTER,
        UNREGISTER
    }
}
