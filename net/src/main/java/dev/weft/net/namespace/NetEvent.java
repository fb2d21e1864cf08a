package dev.weft.net.namespace;

import dev.weft.core.packet.NetNamespace;

/// Something that has changed in a namespace, told to the kernel's own parts (kernel: notifier chains) and to `ip
/// monitor`.
/// Each feature defines its events as records beside its code.
public interface NetEvent {
    NetNamespace namespace();
}
