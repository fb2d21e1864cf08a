package dev.weft.net.link.veth;

import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.link.LinkType;
import dev.weft.net.link.Links;
import org.jspecify.annotations.Nullable;

/// One end of a virtual Ethernet pair (veth(4)): what is sent on one end arrives on the other.
public final class Veth extends NetDevice implements Links.TypedDevice {
    private static final int DEFAULT_MTU = 1500;

    @Nullable
    Veth peer;

    Veth(NetNamespace namespace, String name, long address, int queues) {
        super(namespace, name, DEFAULT_MTU, address);
        settings().queues(queues, queues);
    }

    @Override
    public LinkType type() {
        return VethType.INSTANCE;
    }

    @Override
    public String outputNodeName() {
        return VethOutput.NAME;
    }

    @Override
    public @Nullable NetDevice link() {
        return peer;
    }

    @Override
    public int speedMegabits() {
        return 10_000;
    }

    @Override
    public boolean hasLink() {
        return true;
    }
}
