package dev.weft.net.link;

import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.namespace.NetEvent;

/// What `ip monitor link` hears of a device (kernel: `rtmsg_ifinfo`, RTM_NEWLINK and RTM_DELLINK). The virtual kernel's
/// own parts listen to [LinkEvent] instead.
///
/// @param deleted the device has gone from the namespace
/// @param event what `ip monitor` calls the occasion (`IFLA_EVENT`), mostly empty
public record LinkMessage(NetDevice device, NetNamespace namespace, boolean deleted, String event)
        implements NetEvent {}
