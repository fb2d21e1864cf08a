package dev.weft.net.link.bridge;

import dev.weft.core.packet.NetNamespace;
import dev.weft.net.namespace.NetEvent;
import org.jspecify.annotations.Nullable;

/// What `bridge monitor fdb` hears: an entry of a bridge's database has come, changed or gone (kernel: `fdb_notify`).
/// Published only while somebody monitors.
///
/// @param port null for an entry of the bridge itself
public record FdbMessage(
        Bridge bridge, long address, @Nullable BridgePort port, int flags, boolean deleted) implements NetEvent {
    @Override
    public NetNamespace namespace() {
        return bridge.namespace();
    }
}
