package dev.weft.net.namespace;

import dev.weft.core.packet.NetNamespace;

/// A namespace came to be, or is about to go.
public sealed interface NamespaceEvent extends NetEvent {
    /// It exists, and is still empty.
    record Created(NetNamespace namespace) implements NamespaceEvent {}

    /// Nobody holds it any more: who has something in it takes it away now.
    record Dying(NetNamespace namespace) implements NamespaceEvent {}

    /// A name was given to it, or taken from it.
    record Named(NetNamespace namespace, String name, boolean added) implements NamespaceEvent {}

    /// `namespace` knows `other` by a number from now on, or no longer does.
    record Numbered(NetNamespace namespace, int id, NetNamespace other, boolean added) implements NamespaceEvent {}
}
