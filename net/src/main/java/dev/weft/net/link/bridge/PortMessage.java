package dev.weft.net.link.bridge;

import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.namespace.NetEvent;
import org.jspecify.annotations.Nullable;

/// What `bridge monitor link` hears, and `ip monitor link` too: a port has come, changed or gone, or its bridge has
/// changed (kernel: `br_ifinfo_notify`).
///
/// @param port null when it is about the bridge itself
public record PortMessage(Bridge bridge, @Nullable BridgePort port, boolean deleted) implements NetEvent {
    @Override
    public NetNamespace namespace() {
        return bridge.namespace();
    }

    public NetDevice device() {
        return port == null ? bridge : port.device;
    }
}
