package dev.weft.net.ip.v4;

import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.namespace.NetEvent;
import org.jspecify.annotations.Nullable;

/// Settings that listeners are told of have changed, or come and gone with their device (kernel: RTM_NEWNETCONF and
/// RTM_DELNETCONF, `inet_netconf_notify_devconf`).
///
/// @param who `all`, `default` or the device's name
/// @param device null for `all` and `default`
/// @param setting the one that has changed; null for all of them
public record NetconfEvent(
        NetNamespace namespace,
        String who,
        @Nullable NetDevice device,
        @Nullable Ip4Setting setting,
        boolean deleted) implements NetEvent {
    /// What the value is now, or was.
    public int value(Ip4Setting of) {
        Ip4Config config = Ip4Config.of(namespace);
        if (device != null) {
            return Ip4Device.of(device).own(of);
        }
        return who.equals(Ip4Config.ALL) ? config.all(of) : config.defaultOf(of);
    }
}
