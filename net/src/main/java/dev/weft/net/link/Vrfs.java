package dev.weft.net.link;

import dev.weft.core.command.Args;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;

/// Devices of kind `vrf`, which commands select by a word of their own.
public final class Vrfs {
    private Vrfs() {}

    public static NetDevice require(NetNamespace namespace, String word) {
        NetDevice device = Devices.find(namespace, word);
        LinkType type = device == null ? null : Links.typeOf(device);
        if (device == null || type == null || !type.kind().equals("vrf")) {
            throw Args.invalid("Not a valid VRF name\n", word);
        }
        return device;
    }
}
