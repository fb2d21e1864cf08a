package dev.weft.net.ip.v4;

import dev.weft.core.packet.NetNamespace;
import dev.weft.net.namespace.NetEvent;

/// A setting of IPv4 has changed (kernel: `inet_netconf_notify_devconf`).
///
/// @param who `all`, `default` or the device's name
public record Ip4ConfigEvent(NetNamespace namespace, String who, Ip4Setting setting) implements NetEvent {}
