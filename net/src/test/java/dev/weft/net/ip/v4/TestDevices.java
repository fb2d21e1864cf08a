package dev.weft.net.ip.v4;

import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.link.LinkRequest;
import dev.weft.net.link.dummy.Dummy;

/// Devices for experiments that need no commands.
final class TestDevices {
    private TestDevices() {}

    /// A dummy device, not yet registered.
    static NetDevice dummy(NetNamespace namespace, String name) {
        return Dummy.create(LinkRequest.named(namespace, name));
    }
}
