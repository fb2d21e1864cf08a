package dev.weft.net.ip.v4.address;

import dev.weft.core.packet.NetNamespace;
import dev.weft.net.namespace.NetEvent;

/// An address came, changed or went (kernel: `rtmsg_ifa`); its routes have not followed yet.
///
/// @param change what happened to it
public record AddressEvent(NetNamespace namespace, Change change, InterfaceAddress address) implements NetEvent {
    /// What can happen to an address.
    public enum Change {
        /// It is new, or a secondary address became a primary one.
        ADDED,
        /// Its lifetime or label is another.
        CHANGED,
        DELETED
    }
}
