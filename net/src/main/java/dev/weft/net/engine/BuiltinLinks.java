package dev.weft.net.engine;

import dev.weft.net.link.LinkType;
import dev.weft.net.link.dummy.Dummy;
import dev.weft.net.link.veth.VethType;
import java.util.List;

/// Every kind of device that `ip link add … type` knows.
public final class BuiltinLinks {
    public static final List<LinkType> ALL = List.of(VethType.INSTANCE, Dummy.TYPE);

    private BuiltinLinks() {}
}
