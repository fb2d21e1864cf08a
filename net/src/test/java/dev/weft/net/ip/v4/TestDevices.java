package dev.weft.net.ip.v4;

import dev.weft.core.command.Args;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.link.LinkRequest;
import dev.weft.net.link.dummy.Dummy;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Devices for experiments that need no commands.
final class TestDevices {
    private TestDevices() {}

    /// A dummy device, not yet registered.
    static NetDevice dummy(NetNamespace namespace, String name) {
        LinkRequest request = new LinkRequest(
                namespace,
                namespace,
                name,
                0,
                0,
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalInt.empty(),
                OptionalInt.empty());
        return Dummy.TYPE.create(request, new Args(List.of()));
    }
}
