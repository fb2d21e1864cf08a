package dev.weft.net.engine;

import dev.weft.net.link.LinkTypes;
import dev.weft.net.link.bridge.BridgeType;
import dev.weft.net.link.dummy.Dummy;
import dev.weft.net.link.host.HostType;
import dev.weft.net.link.veth.VethType;
import java.util.List;

/// Every kind of device that `ip link add … type` knows.
public final class BuiltinLinks {
    public static final LinkTypes ALL =
            new LinkTypes(List.of(VethType.INSTANCE, BridgeType.INSTANCE, Dummy.TYPE, HostType.INSTANCE));

    private BuiltinLinks() {}
}
